"""What all errors of Search have in common."""

from __future__ import annotations

from .._runtime.client.errors import (
    ClientError,
    ConnectionFailedError,
    ErrorClasses,
    InvalidResponseError,
    StatusError,
)


class SearchError(ClientError):
    """Any error of this client: `message`, `status_code`, `headers`, `body` and `raw_response` say what came."""


class APIError(SearchError, StatusError):
    """An answer that is no success and that the description gives no shape."""


class ResponseValidationError(SearchError, InvalidResponseError):
    """An answer that is not as the description says; its `__cause__` says where."""


class NoResponseError(SearchError, ConnectionFailedError):
    """No answer came; `reason` says why: `connect`, `timeout`, `closed` or `other`."""


ERRORS = ErrorClasses(
    base=SearchError,
    status=APIError,
    invalid_response=ResponseValidationError,
    no_response=NoResponseError,
)
