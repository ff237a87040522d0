"""What all errors of API have in common."""

from __future__ import annotations

from .._runtime.client.errors import (
    ClientError,
    ConnectionFailedError,
    ErrorClasses,
    InvalidResponseError,
    StatusError,
)


class APIBaseError(ClientError):
    """Any error of this client: `message`, `status_code`, `headers`, `body` and `raw_response` say what came."""


class APIError(APIBaseError, StatusError):
    """An answer that is no success and that the description gives no shape."""


class ResponseValidationError(APIBaseError, InvalidResponseError):
    """An answer that is not as the description says; its `__cause__` says where."""


class NoResponseError(APIBaseError, ConnectionFailedError):
    """No answer came; `reason` says why: `connect`, `timeout`, `closed` or `other`."""


ERRORS = ErrorClasses(
    base=APIBaseError,
    status=APIError,
    invalid_response=ResponseValidationError,
    no_response=NoResponseError,
)
