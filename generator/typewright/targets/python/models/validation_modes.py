"""How a type meets what its schema does not list: unknown values, unknown variants, undeclared properties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from typewright.ir import Direction
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.placement import Key


class ValidationMode(Enum):
    """Whether unlisted values are rejected (STRICT), kept (LENIENT), or rejected in requests only (BOTH)."""

    STRICT = "strict"
    LENIENT = "lenient"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class ValidationModes:
    """The validation mode of each type: the configured one, else the one that its directions ask for."""

    directions: Mapping[Key, frozenset[Direction]]
    target: PythonOptions

    def __getitem__(self, key: Key) -> ValidationMode:
        """Return the validation mode of a type; strict for a type that no operation reaches."""
        if self.target.validation is not None:
            return ValidationMode(self.target.validation)
        match tuple(self.directions[key]):
            case (Direction.RESPONSE,):
                return ValidationMode.LENIENT
            case () | (Direction.REQUEST,):
                return ValidationMode.STRICT
        return ValidationMode.BOTH
