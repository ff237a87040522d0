"""A progress line on the terminal for runs of more than a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from typewright.base.progress import Report, silent

PATIENCE = 1.0
"""The number of seconds before the line appears."""
_INTERVAL = 0.1
_WIDTH = 24


@contextmanager
def progress(stream: TextIO | None = None) -> Iterator[Report]:
    """Provide a `Report` that writes to `stream` (stderr) if it is a terminal, and clear the line at the end."""
    stream = stream or sys.stderr
    if not stream.isatty():
        yield silent
        return
    line = _Line(stream)
    try:
        yield line.report
    finally:
        line.wipe()


class _Line:
    """The line as it was last written."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._next = time.monotonic() + PATIENCE
        self._drawn = 0

    def report(self, stage: str, done: int, total: int) -> None:
        """Write the progress of a stage, unless the line was written a moment ago."""
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + _INTERVAL
        text = f"{stage} {_bar(done, total)}" if total else f"{stage} …"
        self._stream.write("\r" + text.ljust(self._drawn))
        self._stream.flush()
        self._drawn = len(text)

    def wipe(self) -> None:
        """Clear the line."""
        if self._drawn:
            self._stream.write("\r" + " " * self._drawn + "\r")
            self._stream.flush()


def _bar(done: int, total: int) -> str:
    filled = _WIDTH * done // total
    return f"[{'#' * filled}{'.' * (_WIDTH - filled)}] {done:,} of {total:,}"
