"""`NotFound`, and the types inside it."""

from __future__ import annotations

from .._runtime.base import ResponseModel
from .._runtime.client.errors import DataError
from .acmephotoserror import AcmePhotosError


class NotFoundData(ResponseModel):
    """Nothing has this id."""

    message: str


class NotFound(AcmePhotosError, DataError[NotFoundData]):
    """Nothing has this id."""

    data_type = NotFoundData
