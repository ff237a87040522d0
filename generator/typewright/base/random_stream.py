"""Random values: the Mersenne Twister MT19937, seeded by a 32-bit hash of a text.

`random.Random` is the same generator with the same 53-bit floats, but it is seeded with an array. The reference
implementation seeds with one word (`init_genrand` of Matsumoto and Nishimura, 2002), so the state is computed here.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import lru_cache
from random import Random
from typing import TypeVar

_WORDS = 624
_MULTIPLIER = 1812433253
_MASK = 0xFFFFFFFF
_T = TypeVar("_T")


def seed_of(text: str) -> int:
    """Return the 32-bit hash of a text: `h * 31 + byte` over its UTF-8."""
    seed = 0
    for byte in text.encode():
        seed = (seed * 31 + byte) & _MASK
    return seed


@lru_cache(maxsize=4096)
def _state(seed: int) -> array[int]:
    """Return the initial state for a seed: 624 words and the index of the next one, as an array to save memory."""
    word = seed
    words = [(word := (_MULTIPLIER * (word ^ (word >> 30)) + index) & _MASK) for index in range(1, _WORDS)]
    return array("I", [seed, *words, _WORDS])


class RandomStream:
    """A pseudo-random number generator whose values depend only on its seed."""

    __slots__ = ("_random", "_seed")

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._random: Random | None = None

    def unit(self) -> float:
        """Return the next random float in [0, 1)."""
        if self._random is None:
            self._random = Random()  # noqa: S311 - examples, no secrets
            self._random.setstate((3, tuple(_state(seed_of(self._seed))), None))
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
