"""Whether a call is tried again after a failure, and when."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .retry_config import DEFAULT_RETRY_CODES, BackoffStrategy, RetryConfig

if TYPE_CHECKING:
    from .protocols import HTTPResponse

IDEMPOTENT_METHODS = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"})
"""Idempotent methods (RFC 9110, section 9.2.2)."""

NO_DEADLINE = float("inf")


@dataclass
class Retries:
    """The retries of one call.

    Attributes:
        config: The rule; None if nothing is tried again.
        codes: Statuses that are tried again, ranges such as `5XX` among them.
        is_repeatable: Whether the request may be sent a second time after the server may have got it.
        deadline: When the last wait must have ended, in monotonic seconds.

    """

    config: RetryConfig | None
    codes: tuple[str, ...] = DEFAULT_RETRY_CODES
    is_repeatable: bool = False
    deadline: float = NO_DEADLINE

    def __post_init__(self) -> None:
        if self.config is not None and self.config.strategy == "none":
            self.config = None
        if self.config is not None:
            self._backoff = self.config.backoff or BackoffStrategy()
            self.deadline = time.monotonic() + self._backoff.max_elapsed_time / 1000

    def wait_after_answer(
        self, response: HTTPResponse, attempt: int, *, is_replayable: bool
    ) -> float | None:
        """Return the seconds to wait after an answer before another attempt; None if there is none."""
        if self.config is None or not is_replayable:
            return None
        status = str(response.status_code)
        if status not in self.codes and f"{status[0]}XX" not in (
            code.upper() for code in self.codes
        ):
            return None
        asked = asked_wait(response)
        return self._within_deadline(self._wait(attempt) if asked is None else asked)

    def wait_after_failure(
        self, attempt: int, *, is_unsent: bool, is_replayable: bool
    ) -> float | None:
        """Return the seconds to wait after a connection error before another attempt; None if there is none."""
        if self.config is None or not self.config.retry_connection_errors:
            return None
        if not is_unsent and not (self.is_repeatable and is_replayable):
            return None
        return self._within_deadline(self._wait(attempt))

    def _wait(self, attempt: int) -> float:
        backoff = self._backoff
        try:
            interval = min(
                backoff.initial_interval * backoff.exponent**attempt,
                backoff.max_interval,
            )
        except OverflowError:
            interval = backoff.max_interval
        # Spreads load, hides nothing.
        return interval / 1000 * random.uniform(0.5, 1)  # noqa: S311

    def _within_deadline(self, wait: float) -> float | None:
        return wait if time.monotonic() + wait < self.deadline else None


def asked_wait(response: HTTPResponse) -> float | None:
    """Return the seconds that an answer asks to wait: `retry-after-ms`, or `Retry-After` (RFC 9110, 10.2.3)."""
    headers = response.headers
    if "retry-after-ms" in headers:
        milliseconds = _number(headers["retry-after-ms"])
        if milliseconds is not None:
            return milliseconds / 1000
    if "retry-after" not in headers:
        return None
    text = headers["retry-after"]
    seconds = _number(text)
    if seconds is not None:
        return seconds
    until = _timestamp(text)
    if until is None:
        return None
    sent = _timestamp(headers["date"]) if "date" in headers else None
    return max(until - (time.time() if sent is None else sent), 0)


def _number(text: str) -> float | None:
    """Return a number that is not negative."""
    try:
        number = float(text.strip())
    except ValueError:
        return None
    return number if 0 <= number < NO_DEADLINE else None


def _timestamp(text: str) -> float | None:
    """Return an HTTP date in seconds since 1970."""
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(text).timestamp()
    except (TypeError, ValueError, OverflowError):
        return None
