"""`User`, and the types inside it."""

from typing import Annotated, ClassVar, Optional

from pydantic import Field

from .._runtime import Asserts, Format, Model, ResponseModel


class _UserBase(Model):
    """What is sent and what is received have this in common."""

    name: str
    """What others see."""


class UserInput(_UserBase):
    """Source: `#/components/schemas/User`"""

    __one_way__: ClassVar = Asserts({"properties": {"id": {"type": "string"}}})

    email: Optional[Annotated[str, Format("email")]] = None
    """Format email."""

    password: str


class User(_UserBase, ResponseModel):
    """Source: `#/components/schemas/User`"""

    id: str

    email: Annotated[Optional[str], Field(json_schema_extra={"format": "email"})] = None
    """Format email."""
