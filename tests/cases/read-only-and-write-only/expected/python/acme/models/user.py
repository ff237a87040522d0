"""`User`, and the types inside it."""

from typing import ClassVar

from .._runtime import Asserts, Model, ResponseModel


class _UserBase(Model):
    """What is sent and what is received have this in common."""

    name: str


class UserInput(_UserBase):
    """Source: `#/components/schemas/User`"""

    __one_way__: ClassVar = Asserts({"properties": {"id": {"type": "string"}}})

    password: str


class User(_UserBase, ResponseModel):
    """Source: `#/components/schemas/User`"""

    id: str
