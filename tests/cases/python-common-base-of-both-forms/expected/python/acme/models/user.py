"""`User`, and the types inside it."""

from typing import Annotated, ClassVar

from .._runtime import Asserts, Model, Omissible, ResponseModel, StringRule, UNSET


class _UserBase(Model):
    """What is sent and what is received have this in common."""

    name: str
    """What others see."""


class UserInput(_UserBase):
    """Source: `#/components/schemas/User`"""

    __one_way__: ClassVar = Asserts({"properties": {"id": {"type": "string"}}})

    email: Omissible[Annotated[str, StringRule(format="email")]] = UNSET
    """Format email."""

    password: str


class User(_UserBase, ResponseModel):
    """Source: `#/components/schemas/User`"""

    id: str

    email: Omissible[str] = UNSET
    """Format email."""
