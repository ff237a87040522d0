# Typewright's runtime, copied as it is; its digest is 92227be8c46fef86.
"""Content of segments in memory and of files, which are read while they are sent."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from inspect import iscoroutinefunction
from typing import IO, Any

from .bodies import Payload, is_range

_CHUNK_BYTES = 256 * 1024


class FileContent:
    """The content of a file: an open one, which is read from its position, or the path of one."""

    def __init__(self, source: Any) -> None:
        """Take what to read. Raise `ValueError` if it is no file."""
        self._source = source
        self._is_path = hasattr(source, "__fspath__")
        if not self._is_path and not hasattr(source, "read"):
            raise ValueError(
                f"the content of a file is bytes, a text, an open file or a path, not {type(source).__name__}"
            )
        if iscoroutinefunction(getattr(source, "read", None)):
            raise ValueError(
                "an asynchronous file cannot be sent: give its path, or open it with `open`; "
                "asynchronous methods read it in a thread"
            )
        self._start = None if self._is_path else _position(source)

    @property
    def is_replayable(self) -> bool:
        """Whether the content can be read again."""
        return self._is_path or self._start is not None

    def length(self) -> int | None:
        """Return the number of bytes, or None if it is not known."""
        if self._is_path:
            return os.stat(self._source).st_size  # noqa: PTH116 (any path-like object)
        if self._start is None:
            return None
        end: int = self._source.seek(0, os.SEEK_END)
        self._source.seek(self._start)
        return end - self._start

    def open(self) -> IO[bytes]:
        """Return the file, at the position where the content begins."""
        if self._is_path:
            return open(self._source, "rb")  # noqa: PTH123 (the caller closes it)
        if self._start is not None:
            self._source.seek(self._start)
        source: IO[bytes] = self._source
        return source

    def close(self, file: IO[bytes]) -> None:
        """Close what `open` opened. A file that the user opened stays open."""
        if self._is_path:
            file.close()


def type_of_file(file_name: str, described: str) -> str:
    """Return the type of a file: the one that is described, or that of its name if the description allows several.

    What is described may be several types and ranges, separated by commas (OpenAPI 3.2, "Encoding Object").
    """
    types = [text.strip() for text in described.split(",")] if described else ["*/*"]
    if len(types) == 1 and not is_range(types[0]):
        return types[0]
    import mimetypes

    own = mimetypes.guess_type(file_name)[0] or ""
    if any(own and fnmatchcase(own, text) for text in types):
        return own
    return next(
        (text for text in types if not is_range(text)), "application/octet-stream"
    )


def _position(source: Any) -> int | None:
    """Return the position of an open file, or None if it is not seekable."""
    try:
        if not source.seekable():
            return None
        position: int = source.tell()
    except (AttributeError, OSError, ValueError):
        return None
    return position


def _bytes(chunk: Any) -> bytes:
    """Return what was read as bytes; files that were opened as text are sent in UTF-8."""
    return chunk.encode() if isinstance(chunk, str) else bytes(chunk)


class SegmentedPayload(Payload):
    """Content that is made of bytes and files. It is sent in constant memory."""

    def __init__(
        self, segments: Sequence[bytes | FileContent], media_type: str
    ) -> None:
        super().__init__(b"", media_type)
        self._segments = segments
        files = [segment for segment in segments if isinstance(segment, FileContent)]
        self.is_replayable = all(file.is_replayable for file in files)
        lengths = [file.length() for file in files]
        if None not in lengths:
            in_memory = sum(
                len(segment) for segment in segments if isinstance(segment, bytes)
            )
            self.headers["Content-Length"] = str(
                in_memory + sum(length or 0 for length in lengths)
            )

    def in_memory(self) -> bytes | None:
        """Return the content if no file is in it, else None."""
        held = [segment for segment in self._segments if isinstance(segment, bytes)]
        return b"".join(held) if len(held) == len(self._segments) else None

    def sync_content(self) -> bytes | Iterable[bytes]:
        """Return the content in chunks."""
        return self._chunks()

    def async_content(self) -> bytes | AsyncIterable[bytes]:
        """Return the content in chunks; files are read in a thread."""
        return self._chunks_async()

    def _chunks(self) -> Iterator[bytes]:
        for segment in self._segments:
            if isinstance(segment, bytes):
                yield segment
                continue
            file = segment.open()
            try:
                while chunk := file.read(_CHUNK_BYTES):
                    yield _bytes(chunk)
            finally:
                segment.close(file)

    async def _chunks_async(self) -> AsyncIterator[bytes]:
        from anyio import to_thread

        for segment in self._segments:
            if isinstance(segment, bytes):
                yield segment
                continue
            file = await to_thread.run_sync(segment.open)
            try:
                while chunk := await to_thread.run_sync(file.read, _CHUNK_BYTES):
                    yield _bytes(chunk)
            finally:
                segment.close(file)
