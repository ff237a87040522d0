"""`Failure`, and the types inside it."""

from typing import Optional

from .._runtime import ResponseModel
from .._runtime.client.errors import DataError
from .acmeerror import AcmeError as _AcmeError
from .place import Place


class Failure(ResponseModel):
    """Source: `#/components/schemas/Failure`"""

    code: int

    at: Optional[Place] = None


class FailureError(_AcmeError, DataError[Failure]):
    """Source: `#/components/schemas/Failure`"""

    data_type = Failure
