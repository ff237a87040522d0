"""What all errors of Colors have in common."""

from __future__ import annotations

from .._runtime.client.errors import (
    ClientError,
    ConnectionFailedError,
    ErrorClasses,
    InvalidResponseError,
    StatusError,
)


class ColorsError(ClientError):
    """Any error of this client: `message`, `status_code`, `headers`, `body` and `raw_response` say what came."""


class APIError(ColorsError, StatusError):
    """An answer that is no success and that the description gives no shape."""


class ResponseValidationError(ColorsError, InvalidResponseError):
    """An answer that is not as the description says; its `__cause__` says where."""


class NoResponseError(ColorsError, ConnectionFailedError):
    """No answer came; `reason` says why: `connect`, `timeout`, `closed` or `other`."""


ERRORS = ErrorClasses(
    base=ColorsError,
    status=APIError,
    invalid_response=ResponseValidationError,
    no_response=NoResponseError,
)
