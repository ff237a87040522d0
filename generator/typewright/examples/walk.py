"""The state of sampling a value: a path from a type into the types inside it."""

from __future__ import annotations

from msgspec import Struct, field
from msgspec.structs import replace

from typewright.base.random_stream import RandomStream
from typewright.naming.names import Package

_MAX_DEPTH = 40
"""The number of types that may be nested in an example."""
MAX_TYPES = 1_000
"""The number of types that one example may contain."""
TEXT_PER_TYPE = 64
"""The number of characters of a text that count as much as a type."""
LONGEST_TEXT = MAX_TYPES * TEXT_PER_TYPE
"""The maximum length of a text in an example."""
_MAX_NESTED_CONTAINERS = 4
"""The nesting depth from which containers have at most one element, since their numbers multiply."""

_REPEATED = 10
"""The number of steps that a repeated type costs."""


class Steps(Struct):
    """The number of types that an example may still contain."""

    left: int = MAX_TYPES


class Walk(Struct):
    """A position in an example: the random numbers, the package, and the types entered on the path to it."""

    rng: RandomStream
    package: Package
    entered: tuple[str, ...] = ()
    in_union: bool = False
    containers: int = 0
    """The number of enclosing lists and maps."""
    steps: Steps = field(default_factory=Steps)

    def into(self, id_: str) -> Walk:
        """Return the position inside the type `id_`."""
        self.steps.left -= 1
        return replace(self, entered=(*self.entered, id_))

    def into_container(self) -> Walk:
        """Return the position inside a list or a map."""
        return replace(self, containers=self.containers + 1)

    def charge(self, types: int) -> None:
        """Charge for a reused value with a number of types, since such numbers double with each level."""
        self.steps.left -= types * _REPEATED

    @property
    def elements(self) -> int:
        """The maximum number of elements of a list or a map at this position."""
        return 1 if self.containers >= _MAX_NESTED_CONTAINERS else 3

    @property
    def is_over(self) -> bool:
        """Whether a limit is reached, so that no further type is entered."""
        return len(self.entered) >= _MAX_DEPTH or self.steps.left <= 0
