"""`ProxyError`, and the types inside it."""

from typing import Any

from .._runtime import DateTime, Omissible, ResponseModel, UNSET


class Details(ResponseModel):
    """Source: `#/components/schemas/ProxyError/properties/details/items`"""

    field: str
    """The path of the field."""

    reason: str
    """What the field violates."""

    value: Omissible[Any] = UNSET
    """What was sent."""


class ProxyError(ResponseModel):
    """What went wrong.

    Source: `#/components/schemas/ProxyError`
    """

    code: Omissible[str] = UNSET
    """The HTTP status code."""

    message: str
    """What went wrong, in a sentence."""

    timestamp: Omissible[DateTime] = UNSET
    """When it went wrong.

    Format date-time.
    """

    details: Omissible[list[Details]] = UNSET
    """What is wrong with the request, place by place."""
