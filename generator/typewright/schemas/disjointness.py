"""Whether two JSON Schema 2020-12 schemas have no value in common. True is a proof, False says that none was found."""

from __future__ import annotations

from typewright.schemas.conjunction import Conjunction
from typewright.schemas.contained_sizes import finite_values

_DEEPEST = 4
"""How deep properties are compared."""


def are_disjoint(first: Conjunction, second: Conjunction, depth: int = 0) -> bool:
    """Return whether it can be shown that no value is valid against both."""
    if not first.possible or not second.possible:
        return True
    for values, other in ((finite_values(first), second), (finite_values(second), first)):
        if values is not None and not any(other.fits(value) for value in values):
            return True
    kinds = _types(first) & _types(second)
    if not kinds:
        return True
    if kinds <= {"integer", "number"}:
        return _ranges_are_apart(first, second)
    return kinds == {"object"} and depth < _DEEPEST and _objects_are_disjoint(first, second, depth)


def _types(schema: Conjunction) -> set[str]:
    """Return the types that a value may have; a number may be an integer, and an integer is a number."""
    kinds = set(schema.kinds())
    return kinds | {"integer", "number"} if kinds & {"integer", "number"} else kinds


def _ranges_are_apart(first: Conjunction, second: Conjunction) -> bool:
    bounds = first.bounds(), second.bounds()
    for low, high in (bounds, bounds[::-1]):
        lowest = max((bound for bound in (low.least, low.above) if bound is not None), default=None)
        highest = min((bound for bound in (high.greatest, high.below) if bound is not None), default=None)
        if lowest is not None and highest is not None:
            touching = lowest == highest and (lowest == low.above or highest == high.below)
            if lowest > highest or touching:
                return True
    return False


def _objects_are_disjoint(first: Conjunction, second: Conjunction, depth: int) -> bool:
    """Whether a property that one of two objects requires cannot have a value that suits both."""
    return any(
        are_disjoint(first.property(name), second.property(name), depth + 1)
        for name in {*first.required(), *second.required()}
    )
