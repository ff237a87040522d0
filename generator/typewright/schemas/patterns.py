"""Random strings that match a regular expression.

Lookaround assertions are ignored, so callers have to validate the strings against the expression.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from msgspec import Struct, field

from typewright.base.random_stream import RandomStream
from typewright.schemas.pattern_syntax import (
    BackReference,
    CharacterClass,
    Group,
    Node,
    PatternError,
    Ranges,
    Repeat,
    minimum_length,
    parse,
)

_ATTEMPTS: Final = 8
_USUAL_EXTRA: Final = 6
_MAX_EXTRA: Final = 24
"""How many characters a string has more than the shortest match: usually, and at most."""


def strings(pattern: str, rng: RandomStream, least: int = 0, most: int | None = None) -> Iterator[str]:
    """Yield random strings of `least` to `most` characters that match `pattern`; none if no such length is possible.

    Raises PatternError, on the first iteration, if the pattern is invalid or not supported.
    """
    root = parse(pattern)
    limit = max(least, minimum_length(root)) + _MAX_EXTRA
    sampler = _Sampler(rng, limit if most is None else min(limit, most))
    possible = [length for length in set_bits(sampler.lengths(root)) if length >= least]
    if not possible:
        return
    for attempt in range(_ATTEMPTS):
        usual = [length for length in possible if length <= possible[0] + _USUAL_EXTRA] if attempt < 4 else possible
        yield sampler.text(root, rng.pick(usual))


def set_bits(mask: int) -> list[int]:
    """Return the positions of the set bits of `mask`, in ascending order."""
    return [number for number in range(mask.bit_length()) if mask >> number & 1]


class _Sampler(Struct):
    """Samples strings of at most `limit` characters. A set of lengths is a bit mask: bit n means n characters."""

    rng: RandomStream
    limit: int
    matched: dict[int, str] = field(default_factory=dict)
    _lengths: dict[Node, int] = field(default_factory=dict)
    _cached_repetitions: dict[Repeat, list[int]] = field(default_factory=dict)

    def lengths(self, node: Node) -> int:
        """Return the set of lengths of the strings that match `node`. Back references count as empty."""
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
                    mask |= self._suffix_lengths(branch)[0]
                return mask
            case Repeat():
                mask = 0
                for count, lengths in enumerate(self._repetition_lengths(node)):
                    if count >= node.minimum:
                        mask |= lengths
                return mask

    @property
    def _length_mask(self) -> int:
        return (2 << self.limit) - 1

    def _sums(self, first: int, second: int) -> int:
        """Return the set of all sums of a length in `first` and a length in `second`."""
        mask = 0
        for length in set_bits(first if first.bit_count() < second.bit_count() else second):
            mask |= (second if first.bit_count() < second.bit_count() else first) << length
        return mask & self._length_mask

    def _suffix_lengths(self, nodes: Sequence[Node]) -> list[int]:
        """Return the sets of total lengths of `nodes[index:]` for each index, including the end."""
        suffix_lengths = [1]
        for node in reversed(nodes):
            suffix_lengths.append(self._sums(self.lengths(node), suffix_lengths[-1]))
        return suffix_lengths[::-1]

    def _repetition_lengths(self, repeat: Repeat) -> list[int]:
        """Return the sets of lengths of 0, 1, 2, … repetitions of a node, up to the limit."""
        if repeat in self._cached_repetitions:
            return self._cached_repetitions[repeat]
        once = self.lengths(repeat.node)
        maximum = max(repeat.minimum, self.limit if repeat.maximum is None else min(repeat.maximum, self.limit))
        repetition_lengths = [1]
        while len(repetition_lengths) <= maximum and repetition_lengths[-1]:
            repetition_lengths.append(self._sums(once, repetition_lengths[-1]))
        self._cached_repetitions[repeat] = repetition_lengths
        return repetition_lengths

    def text(self, node: Node, length: int) -> str:
        """Return a string of `length` characters that matches `node`; `length` must be one of `lengths(node)`."""
        match node:
            case CharacterClass(ranges=ranges):
                return self._character(ranges)
            case BackReference(number=number):
                return self.matched.get(number, "")
            case Group(branches=branches, number=number):
                usable = [branch for branch in branches if self._suffix_lengths(branch)[0] >> length & 1]
                text = self._sequence(self.rng.pick(usable), length)
                self.matched[number] = text
                return text
            case Repeat(node=inner, minimum=minimum):
                repetition_lengths = self._repetition_lengths(node)
                sensible = range(minimum, min(len(repetition_lengths), minimum + length + 1))
                counts = [count for count in sensible if repetition_lengths[count] >> length & 1]
                return self._sequence([inner] * self.rng.pick(counts), length)

    def _sequence(self, nodes: Sequence[Node], length: int) -> str:
        text, suffix_lengths = "", self._suffix_lengths(nodes)
        for index, node in enumerate(nodes):
            remaining = length
            possible = [
                bit
                for bit in set_bits(self.lengths(node))
                if bit <= remaining and suffix_lengths[index + 1] >> remaining - bit & 1
            ]
            node_length = self.rng.pick(possible)
            text += self.text(node, node_length)
            length -= node_length
        return text

    def _character(self, ranges: Ranges) -> str:
        for preferred in _PREFERRED:
            usable = _preferred_characters(ranges, preferred)
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
"""The preferred characters of a class, in order. Letters are sampled together with the digits of the class."""


@lru_cache(maxsize=1024)
def _preferred_characters(ranges: Ranges, preferred: str) -> Sequence[str]:
    characters = [char for char in preferred if any(low <= ord(char) <= high for low, high in ranges)]
    if characters and preferred[0] in "aA":
        characters += [char for char in "0123456789" if any(low <= ord(char) <= high for low, high in ranges)]
    return characters
