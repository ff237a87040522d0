"""`User`, and the types inside it."""

from .._runtime import Model, ResponseModel


class _UserBase(Model):
    """What is sent and what is received have this in common."""

    name: str


class UserInput(_UserBase):
    """Source: `#/components/schemas/User`"""

    password: str


class User(_UserBase, ResponseModel):
    """Source: `#/components/schemas/User`"""

    id: str
