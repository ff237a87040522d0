"""`responses`, and the types inside it."""

from typing import Any

from .._runtime import ResponseModel


class HTTPMetadata(ResponseModel):
    """Source: `#/components/responses?http`"""

    response: Any
    """Raw HTTP response; suitable for custom response parsing"""

    request: Any
    """Raw HTTP request; suitable for debugging"""
