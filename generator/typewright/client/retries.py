"""Retry policies of the API and of operations (`x-speakeasy-retries`)."""

from __future__ import annotations

from typing import Literal

from typewright.base.encoded_record import EncodedRecord
from typewright.base.json_value import JsonObject, JsonValue
from typewright.ir import Api, Operation
from typewright.surface.extensions import list_of, number_of, object_of, whole_number_of

_RETRIES = "x-speakeasy-retries"
_USUAL_STATUSES = ("429", "500", "502", "503", "504")


class RetryPolicy(EncodedRecord, frozen=True, kw_only=True):
    """A retry policy: exponential back-off, in milliseconds."""

    strategy: Literal["backoff", "none"] = "backoff"
    """The strategy; with `none`, calls are not retried, whatever the policy of the client is."""
    initial_interval_ms: int = 500
    max_interval_ms: int = 60_000
    exponent: float = 1.5
    max_elapsed_time_ms: int = 300_000
    status_codes: tuple[str, ...] = _USUAL_STATUSES
    """Status codes (`503`) or ranges (`5XX`)."""
    retry_connection_errors: bool = True


def client_retries(api: Api) -> RetryPolicy | None:
    """Return the policy for all operations; None if the description has none."""
    return _policy(api.extensions.get(_RETRIES))


def operation_retries(operation: Operation) -> RetryPolicy | None:
    """Return the policy of an operation, or of its path; None if that of the client applies."""
    return _policy(operation.extensions.get(_RETRIES, operation.inherited_extensions.get(_RETRIES)))


def _policy(written: JsonValue) -> RetryPolicy | None:
    if not isinstance(written, dict):
        return None
    if written.get("strategy") == "none":
        return RetryPolicy(strategy="none")
    backoff, usual = object_of(written.get("backoff")), RetryPolicy()
    codes = tuple(str(code).upper() for code in list_of(written.get("statusCodes")) if isinstance(code, str | int))
    exponent = number_of(backoff.get("exponent"))
    return RetryPolicy(
        initial_interval_ms=_milliseconds(backoff, "initialInterval", usual.initial_interval_ms),
        max_interval_ms=_milliseconds(backoff, "maxInterval", usual.max_interval_ms),
        exponent=usual.exponent if exponent is None else exponent,
        max_elapsed_time_ms=_milliseconds(backoff, "maxElapsedTime", usual.max_elapsed_time_ms),
        status_codes=codes or usual.status_codes,
        retry_connection_errors=written.get("retryConnectionErrors") is not False,
    )


def _milliseconds(backoff: JsonObject, key: str, usual: int) -> int:
    written = whole_number_of(backoff.get(key))
    return usual if written is None else written
