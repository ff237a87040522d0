"""Progress reports of long runs, independent of how they are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

Report: TypeAlias = Callable[[str, int, int], None]
"""Called with the name of a stage, the number of finished steps, and the number of all steps (0 if unknown)."""

Item = TypeVar("Item")
REPORT_INTERVAL = 50
"""The number of steps between two reports of a stage."""


def silent(stage: str, done: int, total: int) -> None:
    """Discard a report."""


def with_progress(items: Iterable[Item], stage: str, total: int, report: Report) -> Iterator[Item]:
    """Yield `items` and report progress once every `REPORT_INTERVAL` items; `total` is their number."""
    for done, item in enumerate(items):
        if done % REPORT_INTERVAL == 0:
            report(stage, done, total)
        yield item
