"""The closing lines of the verbs."""

from __future__ import annotations

from collections.abc import Sequence

from generator.writing.write import Written


def closing_line(result: Written, seconds: float) -> str:
    """Return what a run did, in one line: files written, unchanged, removed, and the time."""
    return f"{result.written:,} written, {result.unchanged:,} unchanged, {result.removed:,} removed in {seconds:.2f} s"


def listed(lines: Sequence[str], limit: int) -> list[str]:
    """Return `lines`, at most `limit` of them, and a line that counts the rest."""
    rest = len(lines) - limit
    return [*lines[:limit], f"… and {rest:,} more"] if rest > 0 else list(lines)
