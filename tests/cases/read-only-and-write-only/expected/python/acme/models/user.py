"""Types of the module `user`."""

from .._runtime import ResponseModel


class User(ResponseModel):
    """Source: `#/components/schemas/User`"""

    id: str

    name: str
