"""Comparison of constraints and formats: which became stricter and which looser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from typewright.changes.change import Kind
from typewright.ir import Constraints

ConstraintChange: TypeAlias = tuple[Kind, str]
"""A kind (tightened, loosened or changed) and a description of the change."""

TYPED_FORMATS = frozenset({"date-time", "date", "binary"})
"""Formats whose values have a type of their own in generated code."""
_WIDER = {"int64": "int32", "double": "float"}
"""A format of numbers → a format whose values are a subset."""
_LOWER = (("min_length", "minLength"), ("min_items", "minItems"), ("min_properties", "minProperties"))
_UPPER = (("max_length", "maxLength"), ("max_items", "maxItems"), ("max_properties", "maxProperties"))


def compare_constraints(old: Constraints, new: Constraints) -> Iterator[ConstraintChange]:
    """Yield the changes between two sets of constraints, without patterns (see `typewright.changes.assertions`)."""
    if old == new:
        return
    yield from _compare_limits("minimum", _lowest(old), _lowest(new), 1)
    yield from _compare_limits("maximum", _highest(old), _highest(new), -1)
    for sign, pairs in ((1, _LOWER), (-1, _UPPER)):
        for attribute, keyword in pairs:
            bounds = (getattr(old, attribute), getattr(new, attribute))
            before, after = ((None if bound is None else (bound, 0)) for bound in bounds)
            yield from _compare_limits(keyword, before, after, sign)
    yield from _compare_factors(old.multiple_of, new.multiple_of)
    if old.unique_items != new.unique_items:
        kind = Kind.TIGHTENED if new.unique_items else Kind.LOOSENED
        yield kind, f"items {'must' if new.unique_items else 'need not'} be unique now"


def compare_formats(old: str | None, new: str | None) -> Iterator[ConstraintChange]:
    """Yield the changes between two formats that have the same type in generated code."""
    if old == new:
        return
    if new is None:
        yield Kind.LOOSENED, f"format {old} is gone"
        return
    kind = Kind.TIGHTENED if old is None else Kind.CHANGED
    if old is not None and _WIDER.get(new) == old:
        kind = Kind.LOOSENED
    elif old is not None and _WIDER.get(old) == new:
        kind = Kind.TIGHTENED
    yield kind, f"format is {new} now" + (f", it was {old}" if old else "")


_Bound: TypeAlias = tuple[float, int]
"""A bound and a shift: 1 or -1 for exclusive bounds, 0 for inclusive ones, so that pairs compare by strictness."""


def _lowest(constraints: Constraints) -> _Bound | None:
    bounds = [(constraints.minimum, 0), (constraints.exclusive_minimum, 1)]
    return max(((bound, shift) for bound, shift in bounds if bound is not None), default=None)


def _highest(constraints: Constraints) -> _Bound | None:
    bounds = [(constraints.maximum, 0), (constraints.exclusive_maximum, -1)]
    return min(((bound, shift) for bound, shift in bounds if bound is not None), default=None)


def _compare_limits(keyword: str, old: _Bound | None, new: _Bound | None, sign: int) -> Iterator[ConstraintChange]:
    """Yield the change between two limits. `sign` is 1 if a higher limit is stricter, else -1."""
    if old == new:
        return
    if new is None:
        yield Kind.LOOSENED, f"{keyword} {_bound_text(old)} is gone"
    elif old is None:
        yield Kind.TIGHTENED, f"{keyword} is {_bound_text(new)} now, there was none"
    else:
        kind = Kind.TIGHTENED if (new > old) == (sign > 0) else Kind.LOOSENED
        yield kind, f"{keyword} is {_bound_text(new)} now, it was {_bound_text(old)}"


def _bound_text(bound: _Bound | None) -> str:
    value, shift = bound or (0, 0)
    return f"{value:g} (exclusive)" if shift else f"{value}"


def _compare_factors(old: float | None, new: float | None) -> Iterator[ConstraintChange]:
    if old == new:
        return
    if new is None:
        yield Kind.LOOSENED, f"multipleOf {old} is gone"
    elif old is None:
        yield Kind.TIGHTENED, f"multipleOf is {new} now, there was none"
    else:
        kind = Kind.CHANGED
        if (new / old).is_integer():
            kind = Kind.TIGHTENED
        elif (old / new).is_integer():
            kind = Kind.LOOSENED
        yield kind, f"multipleOf is {new} now, it was {old}"
