"""Types of the module `userinput`."""

from .._runtime import Model


class UserInput(Model):
    """Source: `#/components/schemas/User`"""

    name: str

    password: str
