"""`NotFound`, and the types inside it."""

from .._runtime import ResponseModel


class NotFound(ResponseModel):
    """Source: `#/components/schemas/NotFound`"""

    message: str
