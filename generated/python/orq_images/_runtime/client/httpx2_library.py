# Typewright's runtime, copied as it is; its digest is da657306d0889494.
"""The HTTP library: httpx2. No other module imports it."""

from __future__ import annotations

import ssl
import time
from collections.abc import AsyncIterator, Iterator
from functools import lru_cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any

import httpx2

from .late_tls import LateContext

NAME = "httpx2"
NETWORK_ERROR: type[Exception] = httpx2.RequestError
"""The base of errors of connections: no answer, or an incomplete one."""

_LIMITS = httpx2.Limits(
    max_connections=1000, max_keepalive_connections=100, keepalive_expiry=15.0
)


@lru_cache(maxsize=1)
def _ssl_context() -> ssl.SSLContext:
    """Return the context of all clients."""
    return LateContext(httpx2.create_ssl_context)


def _no_cookies() -> CookieJar:
    """Return a jar that stays empty: a call never depends on the calls before it."""
    return CookieJar(DefaultCookiePolicy(allowed_domains=[]))


def make_client() -> httpx2.Client:
    """Make a client. It takes proxies and certificate authorities from the environment."""
    return httpx2.Client(verify=_ssl_context(), limits=_LIMITS, cookies=_no_cookies())


def make_async_client() -> httpx2.AsyncClient:
    """Make an asynchronous client. It takes proxies and certificate authorities from the environment."""
    return httpx2.AsyncClient(
        verify=_ssl_context(), limits=_LIMITS, cookies=_no_cookies()
    )


def failure_reason(error: Exception) -> str:
    """Return the reason why there is no answer: `connect`, `timeout`, `closed` or `other`."""
    if isinstance(error, httpx2.TimeoutException):
        return "timeout"
    if isinstance(error, httpx2.ConnectError):
        return "connect"
    if isinstance(
        error,
        (
            httpx2.ReadError,
            httpx2.WriteError,
            httpx2.CloseError,
            httpx2.RemoteProtocolError,
        ),
    ):
        return "closed"
    return "other"


def is_unsent(error: Exception) -> bool:
    """Return whether no byte of the request can have been sent."""
    return isinstance(
        error,
        (
            httpx2.ConnectError,
            httpx2.ConnectTimeout,
            httpx2.PoolTimeout,
            httpx2.ProxyError,
        ),
    )


def read_timeout(message: str, request: Any) -> Exception:
    """Return the library's error of a read timeout."""
    return httpx2.ReadTimeout(message, request=request)


def bound_stream(response: Any, deadline: float, limit: int | None) -> None:
    """Let reading the content fail at `deadline` (monotonic seconds), and end after `limit` bytes.

    A synchronous read that has begun can't be ended; so the timeout of reads, which the library takes from the request
    when it begins with the content, is cut down to the time that is left.
    """
    timeouts = response.request.extensions.get("timeout", {})
    if timeouts.get("read") is not None:
        timeouts["read"] = min(
            timeouts["read"], max(deadline - time.monotonic(), 0.001)
        )
    response.stream = _BoundedStream(response.stream, deadline, limit, response.request)


class _BoundedStream(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """The content of an answer, bounded in time and size."""

    def __init__(
        self, stream: Any, deadline: float, limit: int | None, request: Any
    ) -> None:
        self._stream = stream
        self._deadline = deadline
        self._left = limit
        self._request = request

    def _cut(self, chunk: bytes) -> bytes:
        """Return the part of `chunk` that is within the limit."""
        if time.monotonic() > self._deadline:
            raise read_timeout("The answer took too long", self._request)
        if self._left is not None:
            chunk = chunk[: self._left]
            self._left -= len(chunk)
        return chunk

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._stream:
            yield self._cut(chunk)
            if self._left == 0:
                return

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._stream:
            yield self._cut(chunk)
            if self._left == 0:
                return

    def close(self) -> None:
        """Close the stream inside."""
        self._stream.close()

    async def aclose(self) -> None:
        """Close the stream inside."""
        await self._stream.aclose()
