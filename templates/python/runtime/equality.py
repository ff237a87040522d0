"""Equality and multiples of JSON values, as JSON Schema defines them."""

from __future__ import annotations

from fractions import Fraction
from math import isfinite
from typing import Any

from .values import is_array, is_object


def is_equal(first: Any, second: Any) -> bool:
    """Return whether two JSON values are equal: `1` and `1.0` are, `1` and `true` are not."""
    if isinstance(first, bool) or isinstance(second, bool):
        return first is second
    if is_array(first) and is_array(second):
        return len(first) == len(second) and all(map(is_equal, first, second))
    if is_object(first) and is_object(second):
        return first.keys() == second.keys() and all(
            is_equal(value, second[name]) for name, value in first.items()
        )
    both_numbers = is_number(first) and is_number(second)
    return (both_numbers or type(first) is type(second)) and bool(first == second)


def has_duplicates(items: list[Any]) -> bool:
    """Return whether two of the items are equal."""
    if all(type(item) is str for item in items):
        return len(set(items)) < len(items)
    return any(
        is_equal(item, other)
        for index, item in enumerate(items)
        for other in items[:index]
    )


def is_multiple(value: Any, factor: Any) -> bool:
    """Return whether a number is an integer multiple of another, both as exact decimals."""
    if isinstance(value, int) and isinstance(factor, int):
        return value % factor == 0
    if isinstance(value, float) and not isfinite(value):
        return False
    return (Fraction(str(value)) / Fraction(str(factor))).denominator == 1


def is_number(value: Any) -> bool:
    """Return whether a JSON value is a number; booleans are not."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)
