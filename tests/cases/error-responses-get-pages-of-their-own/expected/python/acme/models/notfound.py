"""`NotFound`, and the types inside it."""

from .._runtime import ResponseModel
from .._runtime.client.errors import DataError
from .acmeerror import AcmeError as _AcmeError


class NotFoundData(ResponseModel):
    """Source: `#/components/schemas/NotFound`"""

    message: str


class NotFound(_AcmeError, DataError[NotFoundData]):
    """Source: `#/components/schemas/NotFound`"""

    data_type = NotFoundData
