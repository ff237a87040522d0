"""`Gone`, and the types inside it."""

from typing import Optional

from .._runtime import ResponseModel
from .._runtime.client.errors import DataError
from .acmeerror import AcmeError as _AcmeError
from .place import Place


class GoneData(ResponseModel):
    """Source: `#/components/schemas/Gone`"""

    code: int

    at: Optional[Place] = None


class Gone(_AcmeError, DataError[GoneData]):
    """Source: `#/components/schemas/Gone`"""

    data_type = GoneData
