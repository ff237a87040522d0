"""The way down from a type into its parts, on which an example is made."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from typewright.base.random_stream import RandomStream
from typewright.naming.names import Package

_MOST_ENTERED = 40
"""How many types an example has inside one another."""
_MOST_STEPS = 5_000
"""How many types one example enters in all."""
_PLENTY = 4
"""From how many containers inside one another on each has one element at most: their numbers multiply."""


@dataclass(slots=True)
class Steps:
    """How many types one example may still enter, wherever in it."""

    left: int = _MOST_STEPS


@dataclass(slots=True)
class Walk:
    """One descent: the stream that it draws from, the package it is in, and the types it has entered."""

    rng: RandomStream
    package: Package
    entered: tuple[str, ...] = ()
    in_union: bool = False
    containers: int = 0
    """How many lists and maps are around the place."""
    steps: Steps = field(default_factory=Steps)

    def into(self, id_: str) -> Walk:
        """Return the walk inside the type `id_`."""
        self.steps.left -= 1
        return replace(self, entered=(*self.entered, id_))

    def into_container(self) -> Walk:
        """Return the walk inside a list or a map."""
        return replace(self, containers=self.containers + 1)

    @property
    def elements(self) -> int:
        """How many elements a list or a map may have here at most."""
        return 1 if self.containers >= _PLENTY else 3

    @property
    def is_over(self) -> bool:
        """Whether no further type is entered."""
        return len(self.entered) >= _MOST_ENTERED or self.steps.left <= 0
