"""Random values: the Mersenne Twister MT19937, seeded by a 32-bit hash of a text.

`random.Random` is the same generator with the same 53-bit floats, but it is seeded with an array. The reference
implementation seeds with one word (`init_genrand` of Matsumoto and Nishimura, 2002), so the state is computed here.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from random import Random
from typing import TypeVar

_WORDS = 624
_OFFSET, _UPPER, _TWIST = 397, 0x80000000, 0x9908B0DF
_MULTIPLIER = 1812433253
_MASK = 0xFFFFFFFF
_FIRST = 8
"""How many floats of a stream are computed, and kept, without the whole state of the generator."""
_AT_ONCE = 512
"""How many streams are computed at once."""
_KEPT = 65_536
"""The number of streams whose first floats are kept."""
_T = TypeVar("_T")


def seed_of(text: str) -> int:
    """Return the 32-bit hash of a text: `h * 31 + byte` over its UTF-8."""
    seed = 0
    for byte in text.encode():
        seed = (seed * 31 + byte) & _MASK
    return seed


def _initial_words(seed: int, count: int, ones: int = 1) -> Iterator[int]:
    """Yield the first words of the initial state for a seed.

    For several seeds, each is in 64 bits of `seed`, and `ones` has a one in each of them.
    """
    word, added, mask, two_bits = seed, 0, ones * _MASK, ones * 3
    yield word
    for _ in range(1, count):
        added += ones
        word = (_MULTIPLIER * (word ^ (word >> 30 & two_bits)) + added) & mask
        yield word


def _first_outputs(seed: int, ones: int) -> Iterator[int]:
    """Yield the first outputs of the generator for seeds as in `_initial_words`, two for each of the first floats.

    Each output depends on three words of the initial state, none of which has been replaced before it.
    """
    words = list(_initial_words(seed, 2 * _FIRST + _OFFSET, ones))
    upper, lower = ones * _UPPER, ones * (_UPPER - 1)
    for index in range(2 * _FIRST):
        joined = (words[index] & upper) | (words[index + 1] & lower)
        word = words[index + _OFFSET] ^ (joined >> 1 & lower) ^ ((joined & ones) * _TWIST)
        word ^= word >> 11 & ones * (_MASK >> 11)
        word ^= word << 7 & ones * 0x9D2C5680
        word ^= word << 15 & ones * 0xEFC60000
        yield word ^ (word >> 18 & ones * (_MASK >> 18))


class _FirstUnits(dict[str, tuple[float, ...]]):
    """The first random floats by seed. Most streams are read a few times."""

    def __missing__(self, text: str) -> tuple[float, ...]:
        self.add([text])
        return self[text]

    def add(self, texts: Sequence[str]) -> None:
        """Add the floats of several seeds, computed at once as parts of long integers."""
        seeds = list(map(seed_of, texts))
        if len(self) > _KEPT:
            self.clear()
        layout, size = f"<{len(seeds)}Q", 8 * len(seeds)
        joined = int.from_bytes(struct.pack(layout, *seeds), "little")
        ones = int.from_bytes(struct.pack(layout, *(1 for _ in seeds)), "little")
        outputs = [struct.unpack(layout, word.to_bytes(size, "little")) for word in _first_outputs(joined, ones)]
        for text, words in zip(texts, zip(*outputs, strict=True), strict=True):
            pairs = zip(words[::2], words[1::2], strict=True)
            self[text] = tuple([((high >> 5) * 67_108_864 + (low >> 6)) / 9_007_199_254_740_992 for high, low in pairs])


_first_units = _FirstUnits()


def prepare_streams(seeds: Iterable[str]) -> None:
    """Compute the first random numbers of streams that are about to be read, which costs less for many at once."""
    missing = [text for text in dict.fromkeys(seeds) if text not in _first_units]
    for start in range(0, len(missing), _AT_ONCE):
        _first_units.add(missing[start : start + _AT_ONCE])


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
            self._first = _first_units[self._seed]
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
