# Typewright's runtime, copied as it is; its digest is 3d42305dfe01a167.
"""Answers themselves, beside or instead of their parsed content: `with_raw_response`, `with_streaming_response`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar, cast

from .answers import warn_of_unread

if TYPE_CHECKING:
    from .protocols import HTTPHeaders, HTTPResponse

P = ParamSpec("P")
T = TypeVar("T")


class _Response(Generic[T]):
    """The common part of synchronous and asynchronous answers."""

    def __init__(
        self,
        http_response: HTTPResponse,
        parse: Callable[[], T],
        *,
        is_stream: bool,
        is_async: bool = False,
    ) -> None:
        """Make an answer.

        Args:
            http_response: The answer of the HTTP library.
            parse: Returns the parsed content.
            is_stream: Whether that is a stream, for which nothing is read yet.
            is_async: Whether it is the answer of an asynchronous method.

        """
        self._response = http_response
        self._parse = parse
        self._is_stream = is_stream
        self._is_async = is_async
        self._is_used = False

    @property
    def http_response(self) -> HTTPResponse:
        """The answer of the HTTP library."""
        self._is_used = True
        return self._response

    @property
    def status_code(self) -> int:
        """The status code."""
        return self._response.status_code

    @property
    def headers(self) -> HTTPHeaders:
        """The header fields."""
        return self._response.headers

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status_code}>"

    def __del__(self) -> None:
        # What was taken from it, such as the stream, may live on.
        if self._is_used or not self._is_stream:
            return
        if self._is_async:
            warn_of_unread(self._response)
        else:
            self._response.close()


class APIResponse(_Response[T]):
    """An answer. As a context manager it closes itself.

    The answers of asynchronous methods are read already, unless they are streams: `aread`, `aiter_bytes`, `asave` and
    `aclose` are for these, as is `parse`, which gives the stream.
    """

    def parse(self) -> T:
        """Return the parsed content. Raise the package's error if it does not match the description."""
        response = self.http_response
        if not self._is_stream:
            response.read()
        return self._parse()

    def read(self) -> bytes:
        """Return the content."""
        return self.http_response.read()

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Yield the content as it arrives."""
        return self.http_response.iter_bytes(chunk_size)

    def iter_lines(self) -> Iterator[str]:
        """Yield the lines of the content as they arrive, without their ends."""
        from .lines import LineDecoder

        decoder = LineDecoder()
        for chunk in self.iter_bytes():
            yield from (line.decode("utf-8", "replace") for line in decoder.feed(chunk))
        yield from (line.decode("utf-8", "replace") for line in decoder.rest())

    def save(self, path: str | Path) -> None:
        """Write the content to a file as it arrives."""
        with Path(path).open("wb") as file:
            for chunk in self.iter_bytes():
                file.write(chunk)

    def close(self) -> None:
        """Close the answer."""
        self.http_response.close()

    async def aread(self) -> bytes:
        """Return the content of an asynchronous method's answer."""
        return await self.http_response.aread()

    def aiter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """Yield the content of an asynchronous method's answer as it arrives."""
        return self.http_response.aiter_bytes(chunk_size)

    async def asave(self, path: str | Path) -> None:
        """Write the content of an asynchronous method's answer to a file as it arrives."""
        await _save_async(self.aiter_bytes(), path)

    async def aclose(self) -> None:
        """Close the answer of an asynchronous method."""
        await self.http_response.aclose()

    def __enter__(self) -> APIResponse[T]:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    async def __aenter__(self) -> APIResponse[T]:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.aclose()


class APIResponseAsync(_Response[T]):
    """An answer of an asynchronous method that is not read yet."""

    async def parse(self) -> T:
        """Return the parsed content. Raise the package's error if it does not match the description."""
        response = self.http_response
        if not self._is_stream:
            await response.aread()
        return self._parse()

    async def read(self) -> bytes:
        """Return the content."""
        return await self.http_response.aread()

    def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """Yield the content as it arrives."""
        return self.http_response.aiter_bytes(chunk_size)

    async def iter_lines(self) -> AsyncIterator[str]:
        """Yield the lines of the content as they arrive, without their ends."""
        from .lines import LineDecoder

        decoder = LineDecoder()
        async for chunk in self.iter_bytes():
            for line in decoder.feed(chunk):
                yield line.decode("utf-8", "replace")
        for line in decoder.rest():
            yield line.decode("utf-8", "replace")

    async def save(self, path: str | Path) -> None:
        """Write the content to a file as it arrives."""
        await _save_async(self.iter_bytes(), path)

    async def close(self) -> None:
        """Close the answer."""
        await self.http_response.aclose()

    async def __aenter__(self) -> APIResponseAsync[T]:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()


async def _save_async(content: AsyncIterator[bytes], path: str | Path) -> None:
    """Write content to a file as it arrives."""
    import anyio

    async with await anyio.open_file(path, "wb") as file:
        async for chunk in content:
            await file.write(chunk)


class _Streaming(AbstractContextManager[APIResponse[T]]):
    """Makes a call when it is entered."""

    def __init__(self, call: Callable[[], Any]) -> None:
        self._call = call

    def __enter__(self) -> APIResponse[T]:
        response: APIResponse[T] = self._call()
        self._response = response
        return response

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._response.close()


class _StreamingAsync(AbstractAsyncContextManager[APIResponseAsync[T]]):
    """Makes an asynchronous call when it is entered."""

    def __init__(self, call: Callable[[], Awaitable[Any]]) -> None:
        self._call = call

    async def __aenter__(self) -> APIResponseAsync[T]:
        response: APIResponseAsync[T] = await self._call()
        self._response = response
        return response

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self._response.close()


def raw(method: Callable[P, T]) -> Callable[P, APIResponse[T]]:
    """Return a method with the type of raw answers, which its engine returns."""
    return cast("Callable[P, APIResponse[T]]", method)


def raw_async(
    method: Callable[P, Awaitable[T]],
) -> Callable[P, Awaitable[APIResponse[T]]]:
    """Return an asynchronous method with the type of raw answers, which its engine returns."""
    return cast("Callable[P, Awaitable[APIResponse[T]]]", method)


def streaming(
    method: Callable[P, T],
) -> Callable[P, AbstractContextManager[APIResponse[T]]]:
    """Return a method that returns a context manager around the answer."""

    def call(
        *args: P.args, **kwargs: P.kwargs
    ) -> AbstractContextManager[APIResponse[T]]:
        return _Streaming[T](lambda: method(*args, **kwargs))

    return call


def streaming_async(
    method: Callable[P, Awaitable[T]],
) -> Callable[P, AbstractAsyncContextManager[APIResponseAsync[T]]]:
    """Return a method that returns an asynchronous context manager around the answer."""

    def call(
        *args: P.args, **kwargs: P.kwargs
    ) -> AbstractAsyncContextManager[APIResponseAsync[T]]:
        return _StreamingAsync[T](lambda: method(*args, **kwargs))

    return call
