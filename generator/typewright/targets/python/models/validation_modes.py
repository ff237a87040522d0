"""How a type meets what its schema does not list: unknown values, unknown variants, undeclared properties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from typewright.ir import Direction
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.placement import Key


class Stance(Enum):
    """Whether a type refuses what is not listed, keeps it, or does one in requests and the other in responses."""

    STRICT = "strict"
    LENIENT = "lenient"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Stances:
    """The stance of every type: a choice of the user's for all, else what follows from the ways that types travel."""

    directions: Mapping[Key, frozenset[Direction]]
    target: PythonOptions

    def of(self, key: Key) -> Stance:
        """Return the stance of a type; one that no operation reaches is strict."""
        if self.target.validation is not None:
            return Stance(self.target.validation)
        match tuple(self.directions[key]):
            case (Direction.RESPONSE,):
                return Stance.LENIENT
            case () | (Direction.REQUEST,):
                return Stance.STRICT
        return Stance.BOTH
