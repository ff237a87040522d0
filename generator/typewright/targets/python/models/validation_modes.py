"""Validation modes: whether a type rejects values that its schema does not list, by the directions it is used in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

from msgspec import Struct

from typewright.base.kept_results import KeptResult
from typewright.ir import Direction
from typewright.ir.walking import reachable
from typewright.naming.names import Names
from typewright.naming.roots import root_keys
from typewright.surface import Root, RootKind, Surface
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.placement import Key

_FROM_SERVER = frozenset({RootKind.RESPONSE, RootKind.RESPONSES, RootKind.RESULT, RootKind.ENVELOPE, RootKind.ERROR})


class ValidationMode(Enum):
    """Whether unlisted values are rejected (STRICT), kept (LENIENT), or rejected in requests only (BOTH)."""

    STRICT = "strict"
    LENIENT = "lenient"
    BOTH = "both"


class ValidationModes(Struct, frozen=True):
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


def type_directions(
    surface: Surface, names: Names, uses: Mapping[Key, tuple[Key, ...]]
) -> dict[Key, frozenset[Direction]]:
    """Map each type to the directions it is used in. Types that no operation reaches map to an empty set.

    Equal sets are one object, so that a digest of each is computed once.
    The content of a webhook or callback counts as a response, since the server sends it.
    """
    starts: dict[Direction, dict[Key, None]] = {direction: {} for direction in Direction}
    for root in surface.roots:
        starts[_direction(root)].update(dict.fromkeys(root_keys(root, names)))
    return _DIRECTIONS.of(starts, uses, tuple(names.symbols))


def _directions(
    starts: Mapping[Direction, Iterable[Key]], uses: Mapping[Key, tuple[Key, ...]], keys: Iterable[Key]
) -> dict[Key, frozenset[Direction]]:
    used_in = {direction: reachable(found, lambda key: uses.get(key, ())) for direction, found in starts.items()}
    shared: dict[frozenset[Direction], frozenset[Direction]] = {}
    ways_of = ((key, frozenset(way for way in Direction if key in used_in[way])) for key in keys)
    return {key: shared.setdefault(ways, ways) for key, ways in ways_of}


_DIRECTIONS = KeptResult(_directions)


def _direction(root: Root) -> Direction:
    to_caller = root.operation is not None and root.operation.kind != "path"
    from_server = (root.kind in _FROM_SERVER) is not to_caller
    return Direction.RESPONSE if from_server else Direction.REQUEST
