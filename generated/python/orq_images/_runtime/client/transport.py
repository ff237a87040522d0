# Typewright's runtime, copied as it is; its digest is 9042a3e50e627af6.
"""One interface for synchronous and asynchronous transports, so that the logic of a call is written once.

The logic is a generator, a `Flow`: it yields what a transport's method returns, and receives its result. A
`SyncTransport` has done the work when its method returns; an `AsyncTransport` returns what is to be awaited.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Generator
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from .protocols import (
        AsyncHTTPClient,
        HTTPClient,
        HTTPLibrary,
        HTTPRequest,
        HTTPResponse,
    )

_T = TypeVar("_T")
Flow = Generator[Any, Any, _T]
"""A generator that yields what a transport returns, and returns a `_T`."""


def run(flow: Flow[_T]) -> _T:
    """Run a flow whose transport is a `SyncTransport`."""
    result: Any = None
    try:
        while True:
            result = flow.send(result)
    except StopIteration as stop:
        value: _T = stop.value
        return value


async def run_async(flow: Flow[_T]) -> _T:
    """Run a flow whose transport is an `AsyncTransport`. Errors, cancellation too, are raised inside the flow."""
    result: Any = None
    failure: BaseException | None = None
    try:
        while True:
            step = flow.send(result) if failure is None else flow.throw(failure)
            result, failure = await _settled(step)
    except StopIteration as stop:
        value: _T = stop.value
        return value


async def _settled(step: Awaitable[Any]) -> tuple[Any, BaseException | None]:
    """Return the result of `step`, or the error that it raised, which is to be raised in the flow."""
    try:
        return await step, None
    except GeneratorExit:
        raise
    # The flow cleans up and raises it again.
    except BaseException as error:  # noqa: BLE001, RUF100
        return None, error


_TOO_LONG = "The answer took too long"


class SyncTransport:
    """Does the work of a flow synchronously."""

    is_async = False

    def __init__(self, client: HTTPClient, library: HTTPLibrary) -> None:
        self.client = client
        self.library = library

    def send(
        self, request: HTTPRequest, deadline: float, *, is_foreign: bool = False
    ) -> Any:
        """Send a request; the answer's content is not read. A foreign origin gets no credential of the HTTP client."""
        return self.client.send(
            request, stream=True, follow_redirects=False, **_without_auth(is_foreign)
        )

    def read(self, response: HTTPResponse, deadline: float) -> Any:
        """Read the content of an answer."""
        return response.read()

    def close(self, response: HTTPResponse) -> Any:
        """Close an answer."""
        response.close()

    def sleep(self, seconds: float) -> Any:
        """Wait."""
        time.sleep(seconds)

    def resolve(self, value: Any) -> Any:
        """Return the result of a user's function."""
        if hasattr(value, "__await__"):
            close = getattr(value, "close", None)
            if close is not None:
                close()
            raise TypeError(
                "an asynchronous function can be used by asynchronous methods only"
            )
        return value

    def locked(
        self, locks: dict[Any, Any], key: object, request: HTTPRequest, deadline: float
    ) -> Any:
        """Acquire and return the lock `key` of `locks`; the caller releases it. Raise a timeout at `deadline`.

        A process that was forked has locks of its own: nobody there would release one that a thread of the parent held.
        """
        import os
        import threading

        lock = locks.setdefault((key, os.getpid()), threading.Lock())
        if not lock.acquire(timeout=_seconds_until(deadline)):
            raise self.library.read_timeout(_TOO_LONG, request)
        return lock


class AsyncTransport:
    """Returns awaitables for the work of a flow. It works with asyncio and trio, as anyio does."""

    is_async = True

    def __init__(
        self, client: AsyncHTTPClient, library: HTTPLibrary, loop: object
    ) -> None:
        self.client = client
        self.library = library
        self._loop = loop

    def send(
        self, request: HTTPRequest, deadline: float, *, is_foreign: bool = False
    ) -> Any:
        """Send a request; the answer's content is not read. A foreign origin gets no credential of the HTTP client."""
        sent = self.client.send(
            request, stream=True, follow_redirects=False, **_without_auth(is_foreign)
        )
        return self._within(sent, request, deadline)

    def read(self, response: HTTPResponse, deadline: float) -> Any:
        """Read the content of an answer."""
        return self._within(response.aread(), response.request, deadline)

    def close(self, response: HTTPResponse) -> Any:
        """Close an answer, even while the task is being cancelled."""
        return _closed(response)

    def sleep(self, seconds: float) -> Any:
        """Wait."""
        import anyio

        return anyio.sleep(seconds)

    def resolve(self, value: Any) -> Any:
        """Return the result of a user's function, or the awaitable of it."""
        return value if hasattr(value, "__await__") else _immediate(value)

    def locked(
        self, locks: dict[Any, Any], key: object, request: HTTPRequest, deadline: float
    ) -> Any:
        """Acquire and return the lock `key` of `locks`, one in each event loop; as `SyncTransport.locked`."""
        import anyio

        lock = locks.setdefault((key, self._loop), anyio.Lock())
        return self._within(_acquired(lock), request, deadline)

    async def _within(
        self, awaitable: Awaitable[Any], request: HTTPRequest, deadline: float
    ) -> Any:
        """Await something until `deadline`, then raise the library's timeout."""
        import anyio

        try:
            with anyio.fail_after(max(deadline - time.monotonic(), 0)):
                return await awaitable
        except TimeoutError as error:
            raise self.library.read_timeout(_TOO_LONG, request) from error


def _without_auth(is_foreign: bool) -> dict[str, Any]:
    """Return the option that turns off the `auth` of a client, where that is wanted."""
    return {"auth": None} if is_foreign else {}


def _seconds_until(deadline: float) -> float:
    """Return how long a lock may be waited for: forever (-1) without a deadline."""
    import threading

    left = max(deadline - time.monotonic(), 0)
    return left if left < threading.TIMEOUT_MAX else -1


async def _immediate(value: Any) -> Any:
    """Return `value`."""
    return value


async def _acquired(lock: Any) -> Any:
    """Acquire a lock."""
    await lock.acquire()
    return lock


async def _closed(response: HTTPResponse) -> None:
    """Close an answer; cancellation waits until that is done, a second at most."""
    import anyio

    with anyio.move_on_after(1, shield=True):
        await response.aclose()


Transport = SyncTransport | AsyncTransport
