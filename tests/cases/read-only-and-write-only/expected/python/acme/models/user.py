"""Types of the module `user`."""

from .._runtime import Model


class User(Model):
    """Source: `#/components/schemas/User`"""

    id: str

    name: str

    password: str
