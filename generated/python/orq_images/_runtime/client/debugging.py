# Typewright's runtime, copied as it is; its digest is 2a1cc7074ea85e87.
"""Debug logs: a line for each request and each answer, without credentials."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Protocol

from .redaction import redacted_body, redacted_headers, redacted_url

if TYPE_CHECKING:
    from .description import ClientDescription
    from .protocols import HTTPRequest, HTTPResponse

_SHOWN_CHARACTERS = 4096
_PARSED_BYTES = 256 * 1024
_TRUE = ("1", "true", "yes", "on")


class DebugLogger(Protocol):
    """Where debug logs go: a `logging.Logger` fits."""

    def debug(self, message: str, /, *args: Any) -> Any:
        """Log a message, whose placeholders `args` fill."""
        ...


class DebugLog:
    """Logs requests and answers, bodies only if they are asked for."""

    def __init__(
        self, logger: DebugLogger, known: Iterable[str], *, with_bodies: bool
    ) -> None:
        self._logger = logger
        self._known = frozenset(name.lower() for name in known)
        self._with_bodies = with_bodies

    def request(self, request: HTTPRequest, content: bytes | None) -> None:
        """Log a request."""
        url = redacted_url(str(request.url), self._known)
        headers = redacted_headers(request.headers.multi_items(), self._known)
        self._logger.debug("request: %s %s %s", request.method, url, headers)
        if self._with_bodies and content:
            self._logger.debug("request body: %s", _shown(content))

    def response(self, response: HTTPResponse) -> None:
        """Log an answer, whose content may still have to come."""
        url = redacted_url(str(response.url), self._known)
        headers = redacted_headers(response.headers.multi_items(), self._known)
        self._logger.debug("response: %s %s %s", response.status_code, url, headers)

    def content(self, content: bytes) -> None:
        """Log the content of an answer that was read."""
        if self._with_bodies and content:
            self._logger.debug("response body: %s", _shown(content))

    def failure(self, method: str, url: str, error: Exception) -> None:
        """Log that no answer came."""
        self._logger.debug(
            "no response: %s %s %s",
            method,
            redacted_url(url, self._known),
            type(error).__name__,
        )


def _shown(content: bytes) -> str:
    """Return the beginning of a body, with credentials hidden."""
    text = content[:_PARSED_BYTES].decode("utf-8", "replace")
    return redacted_body(text)[:_SHOWN_CHARACTERS]


def debug_log(
    description: ClientDescription, logger: DebugLogger | None
) -> DebugLog | None:
    """Return the log of a client: `logger`, or, where `<PREFIX>_DEBUG` is set, one that writes to standard error.

    Bodies are logged where `<PREFIX>_DEBUG_BODIES` is set.
    """
    prefix = description.env_prefix
    if logger is None:
        if not prefix or os.environ.get(f"{prefix}_DEBUG", "").lower() not in _TRUE:
            return None
        logger = _standard_logger(description.name)
    known = [
        name
        for scheme in description.security_schemes.values()
        if (name := getattr(scheme, "name", ""))
    ]
    with_bodies = (
        bool(prefix) and os.environ.get(f"{prefix}_DEBUG_BODIES", "").lower() in _TRUE
    )
    return DebugLog(logger, known, with_bodies=with_bodies)


def _standard_logger(name: str) -> DebugLogger:
    import logging

    logger = logging.getLogger(name)
    if not logger.handlers:
        logger.addHandler(logging.StreamHandler())
        logger.setLevel(logging.DEBUG)
        logger.propagate = False
    return logger
