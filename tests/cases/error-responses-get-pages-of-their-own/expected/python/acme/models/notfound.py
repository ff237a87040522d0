"""Types of the module `notfound`."""

from .._runtime import ResponseModel


class NotFound(ResponseModel):
    """Source: `#/components/schemas/NotFound`"""

    message: str
