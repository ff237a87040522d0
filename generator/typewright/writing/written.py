"""The result of a run on the disk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

_NONE: Mapping[str, bytes] = {}


class Written(NamedTuple):
    """The numbers of files that a run wrote, left unchanged, and removed."""

    written: int
    unchanged: int
    removed: int
    ignored: int = 0
    """The number of damaged lines in the record of a killed run."""
    edits: Mapping[str, bytes] = _NONE
    """The content of files that somebody had edited and that were written again, by path."""
    paths: tuple[str, ...] = ()
    """The files that were written, by their path in the output folder."""
    removed_paths: tuple[str, ...] = ()
    """The files that were removed."""
