"""`responses`, and the types inside it."""

from typing import Any

from .._runtime import ResponseModel


class HTTPMetadata(ResponseModel):
    """Source: `#/components/responses?http`"""

    response: Any
    """The response, as the HTTP library received it."""

    request: Any
    """The request, as the HTTP library sent it."""
