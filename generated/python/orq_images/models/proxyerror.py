"""`ProxyError`, and the types inside it."""

from datetime import datetime
from typing import Any, Optional

from .._runtime import OptionalNullable, ResponseModel, UNSET
from .._runtime.client.errors import DataError
from .orqimageapierror import OrqImageAPIError as _OrqImageAPIError


class Details(ResponseModel):
    """Source: `#/components/schemas/ProxyError/properties/details/items`"""

    field: str
    """The path of the field."""

    reason: str
    """What the field violates."""

    value: OptionalNullable[Any] = UNSET
    """What was sent."""


class ProxyErrorData(ResponseModel):
    """What went wrong.

    Source: `#/components/schemas/ProxyError`
    """

    code: Optional[str] = None
    """The HTTP status code."""

    message: str
    """What went wrong, in a sentence."""

    timestamp: Optional[datetime] = None
    """When it went wrong.

    Format date-time.
    """

    details: Optional[list[Details]] = None
    """What is wrong with the request, place by place."""


class ProxyError(_OrqImageAPIError, DataError[ProxyErrorData]):
    """What went wrong.

    Source: `#/components/schemas/ProxyError`
    """

    data_type = ProxyErrorData
