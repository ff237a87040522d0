"""Which failures are tried again, and when."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class BackoffStrategy:
    """How long to wait before another attempt.

    Attributes:
        initial_interval: Milliseconds before the second attempt.
        max_interval: Milliseconds that no wait exceeds.
        exponent: The factor from each wait to the next.
        max_elapsed_time: Milliseconds that all attempts and waits of a call may take.

    """

    initial_interval: int = 500
    max_interval: int = 60_000
    exponent: float = 1.5
    max_elapsed_time: int = 300_000


@dataclass
class RetryConfig:
    """Whether a call is tried again after a failure, and when.

    Attributes:
        strategy: `backoff` or `none`.
        backoff: How long to wait; the defaults of `BackoffStrategy` where it is None.
        retry_connection_errors: Whether a failed connection counts as well as a status.

    """

    strategy: str = "backoff"
    backoff: BackoffStrategy | None = None
    retry_connection_errors: bool = True


DEFAULT_RETRY_CODES = ("429", "500", "502", "503", "504")


@dataclass(frozen=True)
class RetryRule:
    """The declared retries of an operation.

    Attributes:
        config: The configuration, unless the client or the call overrides it.
        codes: The statuses that are tried again: codes, or ranges such as `5XX`.

    """

    config: RetryConfig | None = None
    codes: tuple[str, ...] = DEFAULT_RETRY_CODES
