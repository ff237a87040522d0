"""Random numbers that satisfy constraints."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from typewright.base.random_stream import RandomStream

_DEFAULT_SPAN = 1000
"""The width of the range to choose numbers from if there is only one bound."""


class Bounds(Struct, frozen=True):
    """The constraints on a number, as exact fractions."""

    minimum: Fraction | None = None
    maximum: Fraction | None = None
    exclusive_minimum: Fraction | None = None
    exclusive_maximum: Fraction | None = None
    factors: tuple[Fraction, ...] = ()
    """The values of `multipleOf`."""


def exact_fraction(number: int | float) -> Fraction:
    """Return the exact value of the decimal text of a JSON number, not of its binary approximation."""
    return Fraction(repr(number)) if isinstance(number, float) else Fraction(number)


def numbers(bounds: Bounds, rng: RandomStream, *, integers_only: bool) -> Iterator[int | float]:
    """Yield random numbers within `bounds`, those with few digits first. There may be none."""
    is_unbounded_below = bounds.minimum is None and bounds.exclusive_minimum is None
    low = max((bound for bound in (bounds.minimum, bounds.exclusive_minimum) if bound is not None), default=None)
    high = min((bound for bound in (bounds.maximum, bounds.exclusive_maximum) if bound is not None), default=None)
    if low is None:
        low = Fraction(0) if high is None or high > 0 else high - _DEFAULT_SPAN
    if high is None:
        high = low + _DEFAULT_SPAN
    sampled = low + (high - low) * Fraction(rng.integer(1, 9999), 10_000)
    for step in _steps(bounds, high - low, integers_only=integers_only):
        for start in (sampled, low, high):
            first = math.floor(start / step)
            for index in (first, first + 1, first - 1):
                number = index * step
                if low <= number <= high and number not in (bounds.exclusive_minimum, bounds.exclusive_maximum):
                    yield _as_json(number, integers_only=integers_only)
        if is_unbounded_below and low > -_DEFAULT_SPAN:
            yield _as_json(-step * math.ceil(_DEFAULT_SPAN / step), integers_only=integers_only)


def _steps(bounds: Bounds, span: Fraction, *, integers_only: bool) -> Iterator[Fraction]:
    """Yield step sizes whose multiples are valid numbers, coarse ones first; a few multiples fit into `span`."""
    base = Fraction(1) if integers_only else None
    for step in bounds.factors:
        base = step if base is None else _common_multiple(base, step)
    if base is not None:
        yield base
        return
    for digits in range(2, 12):
        if span >= Fraction(1, 10**digits):
            yield Fraction(1, 10**digits)
    yield max(span / 4, Fraction(1, 10**12))


def _common_multiple(first: Fraction, second: Fraction) -> Fraction:
    return Fraction(math.lcm(first.numerator, second.numerator), math.gcd(first.denominator, second.denominator))


def _as_json(number: Fraction, *, integers_only: bool) -> int | float:
    if integers_only or number.denominator == 1:
        return int(number)
    return float(number)
