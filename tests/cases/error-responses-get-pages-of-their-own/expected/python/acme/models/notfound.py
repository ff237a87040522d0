"""Types of the module `notfound`."""

from .._runtime import Model


class NotFound(Model):
    """Source: `#/components/schemas/NotFound`"""

    message: str
