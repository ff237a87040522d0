# Typewright's runtime, copied as it is; its digest is 98c04272005a2fef.
"""Streams of typed items, the base of event streams and JSON lines."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from .answers import warn_of_unread

if TYPE_CHECKING:
    from .answers import Translation
    from .protocols import HTTPHeaders, HTTPResponse

T = TypeVar("T")


class Decoder(Protocol):
    """Cuts chunks of bytes into items."""

    is_done: bool
    """Whether an item has ended the stream."""

    def feed(self, chunk: bytes) -> Iterable[Any]:
        """Return the items that end in `chunk`."""
        ...

    def rest(self) -> Iterable[Any]:
        """Return the items that the end of the stream completes."""
        ...


class _Stream(Generic[T]):
    """The common part of synchronous and asynchronous streams."""

    def __init__(self, http_response: HTTPResponse) -> None:
        self.http_response = http_response

    @property
    def headers(self) -> HTTPHeaders:
        """The header fields of the answer."""
        return self.http_response.headers


class Stream(_Stream[T]):
    """Typed items, as they arrive. As a context manager, and at its end, it returns the connection to the pool."""

    def __init__(
        self,
        http_response: HTTPResponse,
        decoder: Decoder,
        read: Callable[[Any], Any],
        translated: Translation,
    ) -> None:
        """Make a stream.

        Args:
            http_response: The answer, not read yet.
            decoder: Cuts its content into items.
            read: Returns the typed value of an item.
            translated: Makes the package's error of one that occurs while it is read.

        """
        super().__init__(http_response)
        self._iterator: Iterator[T] = _items(http_response, decoder, read, translated)

    def __iter__(self) -> Iterator[T]:
        return self

    def __next__(self) -> T:
        return next(self._iterator)

    def close(self) -> None:
        """Return the connection to the pool, or close it if content is left."""
        self.http_response.close()

    def __enter__(self) -> Stream[T]:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def __del__(self) -> None:
        self.http_response.close()


def _items(
    response: HTTPResponse,
    decoder: Decoder,
    read: Callable[[Any], Any],
    translated: Translation,
) -> Iterator[Any]:
    """Yield the items of an answer. It must not hold the stream, which then is freed as soon as it is forgotten."""
    try:
        for chunk in response.iter_bytes():
            for item in decoder.feed(chunk):
                yield read(item)
            if decoder.is_done:
                return
        for item in decoder.rest():
            yield read(item)
    except Exception as error:
        raise translated(error) from error
    finally:
        response.close()


class StreamAsync(_Stream[T]):
    """Typed items, as they arrive. As a context manager, and at its end, it returns the connection to the pool."""

    def __init__(
        self,
        http_response: HTTPResponse,
        decoder: Decoder,
        read: Callable[[Any], Any],
        translated: Translation,
    ) -> None:
        """Make a stream.

        Args:
            http_response: The answer, not read yet.
            decoder: Cuts its content into items.
            read: Returns the typed value of an item.
            translated: Makes the package's error of one that occurs while it is read.

        """
        super().__init__(http_response)
        self._iterator: AsyncIterator[T] = _items_async(
            http_response, decoder, read, translated
        )
        self._is_started = False

    def __aiter__(self) -> AsyncIterator[T]:
        return self

    async def __anext__(self) -> T:
        self._is_started = True
        return await self._iterator.__anext__()

    async def close(self) -> None:
        """Return the connection to the pool, or close it if content is left."""
        await self.http_response.aclose()

    async def __aenter__(self) -> StreamAsync[T]:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()

    def __del__(self) -> None:
        # The event loop closes a generator that was started.
        if not self._is_started:
            warn_of_unread(self.http_response)


async def _items_async(
    response: HTTPResponse,
    decoder: Decoder,
    read: Callable[[Any], Any],
    translated: Translation,
) -> AsyncIterator[Any]:
    """Yield the items of an answer; as `_items`."""
    try:
        async for chunk in response.aiter_bytes():
            for item in decoder.feed(chunk):
                yield read(item)
            if decoder.is_done:
                return
        for item in decoder.rest():
            yield read(item)
    except Exception as error:
        raise translated(error) from error
    finally:
        await response.aclose()
