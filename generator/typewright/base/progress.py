"""How a long run says where it is, without knowing who listens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

Report: TypeAlias = Callable[[str, int, int], None]
"""Called with a stage's name, how many of its steps are done, and how many there are (0: not known)."""

Item = TypeVar("Item")
STRIDE = 50
"""How many steps pass between two reports of one stage."""


def silent(stage: str, done: int, total: int) -> None:
    """Report to nobody."""


def counted(items: Iterable[Item], stage: str, total: int, report: Report) -> Iterator[Item]:
    """Yield `items`, and report every now and then how many of `total` were taken."""
    for done, item in enumerate(items):
        if done % STRIDE == 0:
            report(stage, done, total)
        yield item
