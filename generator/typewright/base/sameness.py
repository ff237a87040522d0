"""Comparison of values with those of an earlier build, without a digest of either."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from typing import Any, Final, TypeVar

from msgspec import Struct

Key = TypeVar("Key")

_ATOMS: Final = frozenset({str, int, bool, bytes})
"""The types whose equal values are the same. Floating-point numbers are not: 0.0 equals -0.0."""
_MISSING: Final = object()


def is_same(one: Any, other: Any) -> bool:
    """Return whether two values are certainly the same, down to the types and the order of all parts.

    Values that are no records, enumerations, atoms or collections of them are the same only if they are one object.
    """
    if one is other:
        return True
    kind = type(one)
    if kind is not type(other):
        return False
    if kind in _ATOMS:
        return bool(one == other)
    comparison = _COMPARISONS.get(kind)
    if comparison is None:
        comparison = _COMPARISONS[kind] = _comparison_of(kind)
    return comparison(one, other)


def changed_keys(before: Mapping[Key, object], now: Mapping[Key, object]) -> set[Key]:
    """Return the keys of two mappings, except for those that have the same value in both."""
    if before is now:
        return set()
    known = before.get
    changed = {
        key for key, value in now.items() if (last := known(key, _MISSING)) is not value and not is_same(last, value)
    }
    return changed | (before.keys() - now.keys())


def _are_sequences_same(one: Any, other: Any) -> bool:
    return len(one) == len(other) and _are_all_same(one, other)


def _are_mappings_same(one: Any, other: Any) -> bool:
    return _are_sequences_same(one, other) and _are_all_same(one.values(), other.values())


def _are_all_same(some: Iterable[Any], others: Iterable[Any]) -> bool:
    """Return whether values are the same in pairs; most are one object, for which no function is called."""
    return all(is_same(one, other) for one, other in zip(some, others, strict=True) if one is not other)


def _are_sets_same(one: Any, other: Any) -> bool:
    """Return whether equal sets have only texts and members of enumerations, which are the same if they are equal."""
    return bool(one == other) and all(type(member) is str or isinstance(member, Enum) for member in (*one, *other))


def _comparison_of(kind: type) -> Callable[[Any, Any], bool]:
    """Return what compares two objects of a type."""
    if issubclass(kind, tuple | list):
        return _are_sequences_same
    if issubclass(kind, Struct):
        names = kind.__struct_fields__
        return lambda one, other: all(is_same(getattr(one, name), getattr(other, name)) for name in names)
    if kind is dict:
        return _are_mappings_same
    return _are_sets_same if kind is frozenset else lambda _one, _other: False


_COMPARISONS: dict[type, Callable[[Any, Any], bool]] = {}
