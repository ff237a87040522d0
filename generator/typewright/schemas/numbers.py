"""Random numbers that satisfy constraints."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from typewright.base.random_stream import RandomStream

_DEFAULT_SPAN = 1000
"""The width of the range that numbers are chosen from where only one bound is given."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The constraints on a number: `least` and `greatest` are inclusive, `above` and `below` exclusive."""

    least: Fraction | None = None
    greatest: Fraction | None = None
    above: Fraction | None = None
    below: Fraction | None = None
    steps: tuple[Fraction, ...] = ()
    """The values of `multipleOf`."""


def exact(number: int | float) -> Fraction:
    """Return the exact decimal value of a JSON number, not that of its binary approximation."""
    return Fraction(repr(number)) if isinstance(number, float) else Fraction(number)


def numbers(bounds: Bounds, rng: RandomStream, *, whole: bool) -> Iterator[int | float]:
    """Yield numbers within `bounds`, those with few digits first; integers where `whole`. May yield none."""
    free = bounds.least is None and bounds.above is None
    low = max((bound for bound in (bounds.least, bounds.above) if bound is not None), default=None)
    high = min((bound for bound in (bounds.greatest, bounds.below) if bound is not None), default=None)
    if low is None:
        low = Fraction(0) if high is None or high > 0 else high - _DEFAULT_SPAN
    if high is None:
        high = low + _DEFAULT_SPAN
    sampled = low + (high - low) * Fraction(rng.integer(1, 9999), 10_000)
    for step in _steps(bounds, high - low, whole=whole):
        for near in (sampled, low, high):
            first = math.floor(near / step)
            for index in (first, first + 1, first - 1):
                number = index * step
                if low <= number <= high and number not in (bounds.above, bounds.below):
                    yield _as_json(number, whole=whole)
        if free and low > -_DEFAULT_SPAN:
            yield _as_json(-step * math.ceil(_DEFAULT_SPAN / step), whole=whole)


def _steps(bounds: Bounds, span: Fraction, *, whole: bool) -> Iterator[Fraction]:
    """Yield step sizes of which numbers may be multiples: coarse ones first, such that a few fit into the span."""
    base = Fraction(1) if whole else None
    for step in bounds.steps:
        base = step if base is None else _common_multiple(base, step)
    if base is not None:
        yield base
        return
    for digits in range(2, 12):
        if span >= Fraction(1, 10**digits):
            yield Fraction(1, 10**digits)
    yield max(span / 4, Fraction(1, 10**12))


def _common_multiple(one: Fraction, other: Fraction) -> Fraction:
    return Fraction(math.lcm(one.numerator, other.numerator), math.gcd(one.denominator, other.denominator))


def _as_json(number: Fraction, *, whole: bool) -> int | float:
    if whole or number.denominator == 1:
        return int(number)
    return float(number)
