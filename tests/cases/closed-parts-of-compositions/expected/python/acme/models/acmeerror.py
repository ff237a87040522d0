"""The errors that every method of Acme can raise."""

from __future__ import annotations

from .._runtime.client.errors import (
    ClientError,
    ConnectionFailedError,
    ErrorClasses,
    InvalidResponseError,
    StatusError,
)


class AcmeError(ClientError):
    """The base class of all errors of this client, with `message`, `status_code`, `headers`, `body`, `raw_response`."""


class APIError(AcmeError, StatusError):
    """An unsuccessful response that has no type in the API's description."""


class ResponseValidationError(AcmeError, InvalidResponseError):
    """A response that does not match the API's description; its `__cause__` says where."""


class NoResponseError(AcmeError, ConnectionFailedError):
    """No response arrived; `reason` is `connect`, `timeout`, `closed` or `other`."""


ERRORS = ErrorClasses(
    base=AcmeError,
    status=APIError,
    invalid_response=ResponseValidationError,
    no_response=NoResponseError,
)
