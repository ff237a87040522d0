"""`User`, and the types inside it."""

from typing import Annotated

from .._runtime import Model, Omissible, ResponseModel, StringRule, UNSET


class _UserBase(Model):
    """What is sent and what is received have this in common."""

    name: str
    """What others see."""


class UserInput(_UserBase):
    """Source: `#/components/schemas/User`"""

    email: Omissible[Annotated[str, StringRule(format="email")]] = UNSET
    """Format email."""

    password: str


class User(_UserBase, ResponseModel):
    """Source: `#/components/schemas/User`"""

    id: str

    email: Omissible[str] = UNSET
    """Format email."""
