"""Answers that are bytes: streamed in chunks, and read as a whole only on request."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .answers import Answer, Envelope, Translation, warn_of_unread

if TYPE_CHECKING:
    from .protocols import HTTPHeaders, HTTPResponse


class BinaryStream:
    """The bytes of an answer. As a context manager, and at its end, it returns the connection to the pool."""

    def __init__(self, http_response: HTTPResponse, translated: Translation) -> None:
        self.http_response = http_response
        self._translated = translated

    @property
    def headers(self) -> HTTPHeaders:
        """The header fields of the answer."""
        return self.http_response.headers

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Yield the bytes as they arrive, in pieces of `chunk_size` if it is given."""
        try:
            yield from self.http_response.iter_bytes(chunk_size)
        except Exception as error:
            raise self._translated(error) from error
        finally:
            self.http_response.close()

    def __iter__(self) -> Iterator[bytes]:
        return self.iter_bytes()

    def read(self) -> bytes:
        """Return all bytes."""
        try:
            return self.http_response.read()
        except Exception as error:
            raise self._translated(error) from error
        finally:
            self.close()

    def save(self, path: str | Path) -> None:
        """Write the bytes to a file as they arrive."""
        with Path(path).open("wb") as file:
            for chunk in self.iter_bytes():
                file.write(chunk)

    def close(self) -> None:
        """Return the connection to the pool, or close it if bytes are left."""
        self.http_response.close()

    def __enter__(self) -> BinaryStream:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def __del__(self) -> None:
        self.http_response.close()


class BinaryStreamAsync:
    """The bytes of an asynchronous answer.

    As a context manager, and at its end, it returns the connection to the pool.
    """

    def __init__(self, http_response: HTTPResponse, translated: Translation) -> None:
        self.http_response = http_response
        self._translated = translated
        self._is_started = False

    @property
    def headers(self) -> HTTPHeaders:
        """The header fields of the answer."""
        return self.http_response.headers

    async def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """Yield the bytes as they arrive, in pieces of `chunk_size` if it is given."""
        self._is_started = True
        try:
            async for chunk in self.http_response.aiter_bytes(chunk_size):
                yield chunk
        except Exception as error:
            raise self._translated(error) from error
        finally:
            await self.http_response.aclose()

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self.iter_bytes()

    async def read(self) -> bytes:
        """Return all bytes."""
        try:
            return await self.http_response.aread()
        except Exception as error:
            raise self._translated(error) from error
        finally:
            await self.close()

    async def save(self, path: str | Path) -> None:
        """Write the bytes to a file as they arrive."""
        import anyio

        async with await anyio.open_file(path, "wb") as file:
            async for chunk in self.iter_bytes():
                await file.write(chunk)

    async def close(self) -> None:
        """Return the connection to the pool, or close it if bytes are left."""
        await self.http_response.aclose()

    async def __aenter__(self) -> BinaryStreamAsync:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()

    def __del__(self) -> None:
        # The event loop closes a generator that was started.
        if not self._is_started:
            warn_of_unread(self.http_response)


@dataclass(eq=False, repr=False)
class BinaryAnswer(Answer):
    """An answer that is bytes: `BinaryStream`, or `BinaryStreamAsync` of asynchronous methods."""

    status: str
    media_type: str = "application/octet-stream"
    envelope: Envelope | None = field(default=None, kw_only=True)
    is_stream: bool = field(default=True, init=False)

    def stream(
        self, response: HTTPResponse, translated: Translation, *, is_async: bool
    ) -> Any:
        """Return the bytes as a stream."""
        return (
            BinaryStreamAsync(response, translated)
            if is_async
            else BinaryStream(response, translated)
        )
