"""`Problem`, and the types inside it."""

from __future__ import annotations

from .._runtime.base import ResponseModel
from .._runtime.client.errors import DataError
from .acmephotoserror import AcmePhotosError


class ProblemData(ResponseModel):
    """What went wrong (RFC 9457)."""

    title: str
    detail: str | None = None


class Problem(AcmePhotosError, DataError[ProblemData]):
    """What went wrong (RFC 9457)."""

    data_type = ProblemData
