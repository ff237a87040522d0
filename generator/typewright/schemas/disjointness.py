"""Disjointness of JSON Schema 2020-12 schemas: whether no value is valid against both.

True is a proof, False means that no proof was found.
"""

from __future__ import annotations

from typewright.schemas.conjunction import Conjunction
from typewright.schemas.keyword_implication import finite_values

_MAX_DEPTH = 4
"""How many levels of properties are compared."""


def are_disjoint(first: Conjunction, second: Conjunction, depth: int = 0) -> bool:
    """Return whether it can be proven that no value is valid against both schemas."""
    if not first.is_satisfiable or not second.is_satisfiable:
        return True
    for values, other in ((finite_values(first), second), (finite_values(second), first)):
        if values is not None and not any(other.is_satisfied_by(value) for value in values):
            return True
    types = _types(first) & _types(second)
    if not types:
        return True
    if types <= {"integer", "number"}:
        return _are_ranges_disjoint(first, second)
    return types == {"object"} and depth < _MAX_DEPTH and _are_objects_disjoint(first, second, depth)


def _types(schema: Conjunction) -> set[str]:
    """Return the types that a value can have; `integer` and `number` imply each other, since they overlap."""
    types = set(schema.types())
    return types | {"integer", "number"} if types & {"integer", "number"} else types


def _are_ranges_disjoint(first: Conjunction, second: Conjunction) -> bool:
    bounds = first.bounds(), second.bounds()
    for low, high in (bounds, bounds[::-1]):
        lowest = max((bound for bound in (low.minimum, low.exclusive_minimum) if bound is not None), default=None)
        highest = min((bound for bound in (high.maximum, high.exclusive_maximum) if bound is not None), default=None)
        if lowest is not None and highest is not None:
            is_touching = lowest == highest and (lowest == low.exclusive_minimum or highest == high.exclusive_maximum)
            if lowest > highest or is_touching:
                return True
    return False


def _are_objects_disjoint(first: Conjunction, second: Conjunction, depth: int) -> bool:
    """Return whether the schemas of a property that one of the objects requires are disjoint."""
    return any(
        are_disjoint(first.property(name), second.property(name), depth + 1)
        for name in {*first.required(), *second.required()}
    )
