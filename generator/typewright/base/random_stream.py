"""Random values: the Mersenne Twister MT19937, seeded by a 32-bit hash of a text.

`random.Random` is the same generator with the same 53-bit floats, but it is seeded with an array. The reference
implementation seeds with one word (`init_genrand` of Matsumoto and Nishimura, 2002), so the state is computed here.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from random import Random
from typing import TypeVar

_WORDS = 624
_OFFSET, _UPPER, _TWIST = 397, 0x80000000, 0x9908B0DF
_MULTIPLIER = 1812433253
_MASK = 0xFFFFFFFF
_FIRST = 8
"""How many floats of a stream are computed, and kept, without the whole state of the generator."""
_T = TypeVar("_T")


def seed_of(text: str) -> int:
    """Return the 32-bit hash of a text: `h * 31 + byte` over its UTF-8."""
    seed = 0
    for byte in text.encode():
        seed = (seed * 31 + byte) & _MASK
    return seed


def _initial_words(seed: int, count: int) -> list[int]:
    """Return the first words of the initial state for a seed."""
    word = seed
    return [seed, *((word := (_MULTIPLIER * (word ^ (word >> 30)) + index) & _MASK) for index in range(1, count))]


@lru_cache(maxsize=65_536)
def _first_units(seed: int) -> tuple[float, ...]:
    """Return the first random floats of a seed.

    Most streams are read a few times, and each of these floats depends on three words of the initial state, so that
    two thirds of it are enough.
    """
    words = _initial_words(seed, 2 * _FIRST + _OFFSET)
    outputs = [_tempered(words, index) for index in range(2 * _FIRST)]
    return tuple(
        ((high >> 5) * 67_108_864 + (low >> 6)) / 9_007_199_254_740_992
        for high, low in zip(outputs[::2], outputs[1::2], strict=True)
    )


def _tempered(words: Sequence[int], index: int) -> int:
    """Return an output of the generator; `index` is below 624 - 397, so that no word of `words` has been replaced."""
    joined = (words[index] & _UPPER) | (words[index + 1] & ~_UPPER)
    word = words[index + _OFFSET] ^ (joined >> 1) ^ (_TWIST if joined & 1 else 0)
    word ^= word >> 11
    word ^= (word << 7) & 0x9D2C5680
    word ^= (word << 15) & 0xEFC60000
    return word ^ (word >> 18)


class RandomStream:
    """A pseudo-random number generator whose values depend only on its seed."""

    __slots__ = ("_drawn", "_first", "_random", "_seed")

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._drawn = 0
        self._first: tuple[float, ...] | None = None
        self._random: Random | None = None

    def unit(self) -> float:
        """Return the next random float in [0, 1)."""
        if self._random is not None:
            return self._random.random()
        if self._first is None:
            self._first = _first_units(seed_of(self._seed))
        if self._drawn < _FIRST:
            self._drawn += 1
            return self._first[self._drawn - 1]
        self._random = Random()  # noqa: S311 - examples, no secrets
        self._random.setstate((3, (*_initial_words(seed_of(self._seed), _WORDS), _WORDS), None))
        for _ in range(_FIRST):
            self._random.random()
        return self._random.random()

    def integer(self, low: int, high: int) -> int:
        """Return a random integer in [low, high]. A range of one value does not advance the generator."""
        return low if low == high else int(self.unit() * (high - low + 1) + low)

    def boolean(self) -> bool:
        """Return a random boolean."""
        return self.unit() < 0.5

    def pick(self, values: Sequence[_T]) -> _T:
        """Return a random element of `values`, which must not be empty."""
        return values[self.integer(0, len(values) - 1)]
