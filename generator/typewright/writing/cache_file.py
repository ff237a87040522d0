"""Files in the cache folder that are believed only if the same programs wrote them, and as they were written.

The first line has digests of the programs and of the rest. A file that is damaged, or of other programs, is not read.
"""

from __future__ import annotations

import os
from pathlib import Path

from typewright.base.digest import digest
from typewright.writing.disk import read_regular

_MOST_BYTES = 256 * 1024 * 1024


def read_cache_file(path: Path, programs: str) -> bytes:
    """Return the content that `programs` have written. Raises OSError or ValueError if there is none."""
    if path.stat().st_size > _MOST_BYTES:
        raise ValueError("the file is too large")
    head, _, content = read_regular(path).partition(b"\n")
    if head != _head(programs, content):
        raise ValueError("the file is damaged, or of other programs")
    return content


def write_cache_file(path: Path, programs: str, content: bytes) -> None:
    """Write a content for the next run of the same programs; where that fails, there is none."""
    write_if_possible(path, _head(programs, content) + b"\n" + content)


def write_if_possible(path: Path, content: bytes) -> None:
    """Write a file of the cache folder atomically; where that fails, it is as it was."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f"{path.name}.{os.getpid()}")
        temporary.write_bytes(content)
        temporary.replace(path)
    except (OSError, ValueError):
        return


def _head(programs: str, content: bytes) -> bytes:
    return f"{digest(programs.encode())} {digest(content)}".encode()
