"""Conversion of errors of the file system to diagnostics with the file and the reason."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from typewright.base.errors import Diagnostic, UsageError


@contextmanager
def os_errors_reported(doing: Literal["read", "write"], path: Path, advice: str) -> Iterator[None]:
    """Convert an OSError to a UsageError (E006); `path` is named if the error itself names no file."""
    try:
        yield
    except OSError as fault:
        message = f"cannot {doing} '{fault.filename or path}': {(fault.strerror or str(fault)).lower()}"
        raise UsageError([Diagnostic("E006", message, help=advice)]) from fault
