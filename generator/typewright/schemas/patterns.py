"""Random strings that match a regular expression.

Lookaround assertions are ignored, so a caller has to match each string against the expression before using it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from typewright.base.random_stream import RandomStream
from typewright.schemas.pattern_syntax import (
    BackReference,
    CharacterClass,
    Group,
    Node,
    PatternError,
    Ranges,
    Repeat,
    parse,
    width,
)

_ATTEMPTS: Final = 8
_USUAL: Final = 6
_FURTHER: Final = 24
"""How much longer than the shortest match a string usually is, and is at most."""


def strings(pattern: str, rng: RandomStream, least: int = 0, most: int | None = None) -> Iterator[str]:
    """Yield random strings of `least` to `most` characters that match `pattern`; none where no length fits.

    Raises PatternError, on the first iteration, where the pattern is invalid or not supported.
    """
    root = parse(pattern)
    limit = max(least, width(root)) + _FURTHER
    sampler = _Sampler(rng, limit if most is None else min(limit, most))
    possible = [length for length in bits(sampler.lengths(root)) if length >= least]
    if not possible:
        return
    for attempt in range(_ATTEMPTS):
        usual = [length for length in possible if length <= possible[0] + _USUAL] if attempt < 4 else possible
        yield sampler.text(root, rng.pick(usual))


def bits(mask: int) -> list[int]:
    """Return the positions of the bits that are set, in ascending order."""
    return [number for number in range(mask.bit_length()) if mask >> number & 1]


@dataclass(slots=True)
class _Sampler:
    """Samples strings of at most `limit` characters. Sets of lengths are bit masks: bit n stands for n characters."""

    rng: RandomStream
    limit: int
    matched: dict[int, str] = field(default_factory=dict)
    _lengths: dict[Node, int] = field(default_factory=dict)
    _counted: dict[Repeat, list[int]] = field(default_factory=dict)

    def lengths(self, node: Node) -> int:
        """Return the lengths of the strings that match `node`; back references count as empty."""
        if node not in self._lengths:
            self._lengths[node] = self._lengths_of(node)
        return self._lengths[node]

    def _lengths_of(self, node: Node) -> int:
        match node:
            case CharacterClass(ranges=ranges):
                return 0b10 & self._length_mask if ranges else 0
            case BackReference():
                return 1
            case Group(branches=branches):
                mask = 0
                for branch in branches:
                    mask |= self._rests(branch)[0]
                return mask
            case Repeat():
                mask = 0
                for count, lengths in enumerate(self._powers(node)):
                    if count >= node.least:
                        mask |= lengths
                return mask

    @property
    def _length_mask(self) -> int:
        return (2 << self.limit) - 1

    def _sums(self, one: int, other: int) -> int:
        """Return all sums of a length of one set and a length of the other."""
        mask = 0
        for length in bits(one if one.bit_count() < other.bit_count() else other):
            mask |= (other if one.bit_count() < other.bit_count() else one) << length
        return mask & self._length_mask

    def _rests(self, nodes: Sequence[Node]) -> list[int]:
        """Return the possible total lengths of `nodes[index:]` for each index, that of the end included."""
        rests = [1]
        for node in reversed(nodes):
            rests.append(self._sums(self.lengths(node), rests[-1]))
        return rests[::-1]

    def _powers(self, repeat: Repeat) -> list[int]:
        """Return the possible lengths of 0, 1, 2, … repetitions of a node, up to the limit."""
        if repeat in self._counted:
            return self._counted[repeat]
        once = self.lengths(repeat.node)
        most = max(repeat.least, self.limit if repeat.most is None else min(repeat.most, self.limit))
        powers = [1]
        while len(powers) <= most and powers[-1]:
            powers.append(self._sums(once, powers[-1]))
        self._counted[repeat] = powers
        return powers

    def text(self, node: Node, length: int) -> str:
        """Return a string of `length` characters that matches `node`; `length` must be one of `lengths(node)`."""
        match node:
            case CharacterClass(ranges=ranges):
                return self._character(ranges)
            case BackReference(number=number):
                return self.matched.get(number, "")
            case Group(branches=branches, number=number):
                usable = [branch for branch in branches if self._rests(branch)[0] >> length & 1]
                text = self._sequence(self.rng.pick(usable), length)
                self.matched[number] = text
                return text
            case Repeat(node=inner, least=least):
                powers = self._powers(node)
                sensible = range(least, min(len(powers), least + length + 1))
                counts = [count for count in sensible if powers[count] >> length & 1]
                return self._sequence([inner] * self.rng.pick(counts), length)

    def _sequence(self, nodes: Sequence[Node], length: int) -> str:
        text, rests = "", self._rests(nodes)
        for index, node in enumerate(nodes):
            left = length
            fitting = [bit for bit in bits(self.lengths(node)) if bit <= left and rests[index + 1] >> left - bit & 1]
            share = self.rng.pick(fitting)
            text += self.text(node, share)
            length -= share
        return text

    def _character(self, ranges: Ranges) -> str:
        for preferred in _PREFERRED:
            usable = _common(ranges, preferred)
            if usable:
                return usable[int(self.rng.unit() * len(usable))]
        if not ranges:
            raise PatternError("a class of characters is empty")
        low, high = ranges[0]
        code = low + int(self.rng.unit() * min(high - low + 1, 26))
        return chr(code) if not 0xD800 <= code <= 0xDFFF else "\ue000"


_PREFERRED: Final = (
    "abcdefghijklmnopqrstuvwxyz",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "0123456789",
    "-_.",
    "!#$%&()*+,/:;<=>?@[]^`{|}~'\"\\",
    " ",
)
"""The preference of characters within a class; letters are sampled together with the digits of the class."""


@lru_cache(maxsize=1024)
def _common(ranges: Ranges, preferred: str) -> Sequence[str]:
    found = [char for char in preferred if any(low <= ord(char) <= high for low, high in ranges)]
    if found and preferred[0] in "aA":
        found += [char for char in "0123456789" if any(low <= ord(char) <= high for low, high in ranges)]
    return found
