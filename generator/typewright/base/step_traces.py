"""What the last run has noted of values that are made in order (`typewright.base.recorded_steps`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from msgspec import Struct, field

PartKey = tuple[str, ...]
"""The key of a part that values share, the same in every process."""
PartDigests = tuple[tuple[PartKey, str], ...]


class StepTrace(NamedTuple):
    """The digest of a value of the last run, and what it was made from (`typewright.base.recorded_steps`)."""

    digest: str
    reads: tuple[int, ...]
    """The numbers of the read entries in the trace of the target."""
    found: PartDigests
    """The shared parts that were looked up, with the digest of each, which is empty if there was none."""
    made: PartDigests
    """The shared parts that were made."""


class Earlier(Struct, frozen=True):
    """What is known of the last run: the traces of values that are made in order, by table and by text of key.

    `is_unchanged` returns whether the entry that has a number in these traces is as it was.
    """

    steps: Mapping[str, Mapping[str, StepTrace]] = field(default_factory=dict)
    is_unchanged: Callable[[int], bool] = lambda _: False
