"""Texts of a run in a temporary file, so that they are not in memory from when they are made until they are written.

The file has no name and is gone when the process ends. A spool that is created before a fork can be written by the
child, and then be read by its parent.
"""

from __future__ import annotations

import os
import weakref
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import NamedTuple

from typewright.base.digest import Digester, digest
from typewright.base.errors import Diagnostic, UsageError

_BUFFERED_BYTES = 1 << 18
_BATCH = 256


class Extent(NamedTuple):
    """A part of a spool, with the digest of its content."""

    start: int
    size: int
    digest: str


class Spool:
    """A temporary file to which texts are appended. UsageError (E006) is raised where that fails."""

    def __init__(self) -> None:
        """Create an empty spool."""
        from tempfile import TemporaryFile  # noqa: PLC0415 - it imports compression libraries

        with _errors_reported():
            self._file = TemporaryFile(prefix="typewright-", buffering=0)  # noqa: SIM115 - its texts are read later
        weakref.finalize(self, self._file.close)
        self._buffer = bytearray()
        self._flushed = 0

    def store(self, text: str) -> Extent:
        """Append a text and return where it is."""
        content = text.encode()
        extent = Extent(self._end(), len(content), digest(content))
        self._append(content)
        return extent

    def store_parts(self, parts: Iterable[str]) -> Extent:
        """Append the parts of one text and return where it is."""
        start, digester = self._end(), Digester()
        for several in _batches(parts):
            content = "".join(several).encode()
            digester.add(content)
            self._append(content)
        return Extent(start, self._end() - start, digester.digest())

    def content(self, extent: Extent) -> bytes:
        """Return the content of a part."""
        if extent.start + extent.size > self._flushed:
            self.flush()
        with _errors_reported():
            if hasattr(os, "pread"):
                return os.pread(self._file.fileno(), extent.size, extent.start)  # forks share the position of the file
            self._file.seek(extent.start)
            content = self._file.read(extent.size)
            self._file.seek(0, os.SEEK_END)
            return content

    def flush(self) -> None:
        """Write all that has been appended to the file, for another process that reads it."""
        with _errors_reported():
            while self._buffer:
                written = self._file.write(self._buffer)
                self._flushed += written
                del self._buffer[:written]

    def _end(self) -> int:
        return self._flushed + len(self._buffer)

    def _append(self, content: bytes) -> None:
        self._buffer += content
        if len(self._buffer) > _BUFFERED_BYTES:
            self.flush()


def _batches(parts: Iterable[str]) -> Iterator[list[str]]:
    """Yield the parts together, a few hundred at a time: most of them are short."""
    remaining = iter(parts)
    while several := list(islice(remaining, _BATCH)):
        yield several


class SpooledText(NamedTuple):
    """A stored text (`typewright.base.stored_text`) in a spool."""

    spool: Spool
    extent: Extent

    @property
    def digest(self) -> str:
        """The digest of the content."""
        return self.extent.digest

    def content(self) -> bytes:
        """Return the content."""
        return self.spool.content(self.extent)


@contextmanager
def _errors_reported() -> Iterator[None]:
    """Convert an OSError to a UsageError."""
    try:
        yield
    except OSError as fault:
        message = f"cannot use a temporary file: {(fault.strerror or str(fault)).lower()}"
        advice = "make room in the folder of temporary files, or let TMPDIR name another one"
        raise UsageError([Diagnostic("E006", message, help=advice)]) from fault
