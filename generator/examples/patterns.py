"""Strings that a regular expression matches, drawn from the expression itself.

The syntax is that of ECMA-262 (21.2.1), which JSON Schema names for `pattern`. What stands in look-around is ignored,
so a caller holds each string against the whole expression before it uses it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, TypeAlias

from generator.examples.draws import Draws

_GREATEST: Final = 0x10FFFF
_LONGEST: Final = 20_000
"""No string longer than this is drawn."""
_ATTEMPTS: Final = 8
_USUAL: Final = 6
_FURTHER: Final = 24
"""How many characters a string usually has, and has at most, beyond the fewest."""

_DIGIT: Final = ((0x30, 0x39),)
_WORD: Final = ((0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A))
_SPACE: Final = ((0x09, 0x0D), (0x20, 0x20), (0xA0, 0xA0), (0x2028, 0x2029), (0xFEFF, 0xFEFF))
_LINE_END: Final = ((0x0A, 0x0A), (0x0D, 0x0D), (0x2028, 0x2029))
_CONTROLS: Final = {"t": 9, "n": 10, "v": 11, "f": 12, "r": 13, "0": 0}

Ranges: TypeAlias = "tuple[tuple[int, int], ...]"


class PatternError(ValueError):
    """The text is no regular expression, or one of which no string is drawn."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """One character of the ranges, whose ends are code points."""

    ranges: Ranges


@dataclass(frozen=True, slots=True)
class Repeat:
    """`node` from `least` to `most` times; `most` is None where there is no limit."""

    node: Node
    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Group:
    """A group; `number` counts the capturing ones from 1, 0 stands for all others."""

    branches: tuple[tuple[Node, ...], ...]
    number: int = 0


@dataclass(frozen=True, slots=True)
class Again:
    """What the group `number` has matched."""

    number: int


Node: TypeAlias = OneOf | Repeat | Group | Again


def strings(pattern: str, draws: Draws, least: int = 0, most: int | None = None) -> Iterator[str]:
    """Yield strings for `pattern`, of `least` to `most` characters; none where its strings are all shorter or longer.

    Raises PatternError at the first step where the pattern is none, or where no string can be drawn from it.
    """
    root = parse(pattern)
    limit = max(least, _width(root)) + _FURTHER
    sampler = _Sampler(draws, limit if most is None else min(limit, most))
    possible = [length for length in bits(sampler.lengths(root)) if length >= least]
    if not possible:
        return
    for attempt in range(_ATTEMPTS):
        usual = [length for length in possible if length <= possible[0] + _USUAL] if attempt < 4 else possible
        yield sampler.text(root, draws.pick(usual))


@lru_cache(maxsize=512)
def parse(pattern: str) -> Group:
    """Return the syntax tree of a pattern. Raises PatternError."""
    parser = _Parser(pattern)
    tree = parser.disjunction(0)
    if parser.at < len(pattern):
        raise PatternError(f"unbalanced ')' at {parser.at}")
    if _width(tree) > _LONGEST:
        raise PatternError("every string that matches is very long")
    return tree


def _width(node: Node) -> int:
    """Return the length of the shortest string, back references left out."""
    match node:
        case OneOf():
            return 1
        case Repeat(node=inner, least=least):
            return least * _width(inner)
        case Group(branches=branches):
            return min((sum(map(_width, branch)) for branch in branches), default=0)
        case Again():
            return 0


def _without(ranges: Ranges) -> Ranges:
    """Return all characters that are not in `ranges`."""
    left, start = [], 0
    for low, high in sorted(ranges):
        if low > start:
            left.append((start, low - 1))
        start = max(start, high + 1)
    if start <= _GREATEST:
        left.append((start, _GREATEST))
    return tuple(left)


@dataclass(slots=True)
class _Parser:
    text: str
    at: int = 0
    captured: int = 0
    names: dict[str, int] = field(default_factory=dict)

    def disjunction(self, number: int) -> Group:
        branches: list[tuple[Node, ...]] = []
        branch: list[Node] = []
        while self.at < len(self.text) and self.text[self.at] != ")":
            if self._takes("|"):
                branches.append(tuple(branch))
                branch = []
                continue
            node = self._term()
            if node is not None:
                branch.append(self._quantified(node))
        return Group((*branches, tuple(branch)), number)

    def _takes(self, text: str) -> bool:
        if self.text.startswith(text, self.at):
            self.at += len(text)
            return True
        return False

    def _next(self) -> str:
        if self.at >= len(self.text):
            raise PatternError("the pattern ends too early")
        self.at += 1
        return self.text[self.at - 1]

    def _term(self) -> Node | None:
        char = self._next()
        match char:
            case "^" | "$":
                return None
            case "(":
                return self._group()
            case "[":
                return OneOf(self._class())
            case ".":
                return OneOf(_without(_LINE_END))
            case "\\":
                return self._escape()
            case "*" | "+" | "?":
                raise PatternError(f"nothing to repeat at {self.at}")
        return OneOf(((ord(char), ord(char)),))

    def _group(self) -> Node | None:
        number, ignored = 0, False
        if self._takes("?:"):
            pass
        elif any(map(self._takes, ("?=", "?!", "?<=", "?<!"))):
            ignored = True
        elif self._takes("?<"):
            end = self.text.find(">", self.at)
            self.captured += 1
            number = self.names[self.text[self.at : end]] = self.captured
            self.at = end + 1
        elif self._takes("?"):
            raise PatternError(f"group of an unknown kind at {self.at}")
        else:
            self.captured += 1
            number = self.captured
        inner = self.disjunction(number)
        if not self._takes(")"):
            raise PatternError("')' is missing")
        if ignored:
            self._quantified(inner)
            return None
        return inner

    def _quantified(self, node: Node) -> Node:
        for sign, least, most in (("*", 0, None), ("+", 1, None), ("?", 0, 1)):
            if self._takes(sign):
                self._takes("?")
                return Repeat(node, least, most)
        end = self.text.find("}", self.at)
        if self.text[self.at : self.at + 1] != "{" or end < 0:
            return node
        low, comma, high = self.text[self.at + 1 : end].partition(",")
        if not low.isdigit() or not (high == "" or high.isdigit()):
            return node
        self.at = end + 1
        self._takes("?")
        most = (int(high) if high else None) if comma else int(low)
        if most is not None and most < int(low):
            raise PatternError("numbers out of order in a quantifier")
        return Repeat(node, int(low), most)

    def _escape(self) -> Node | None:
        char = self._next()
        if char in "bB":
            return None
        if char in "123456789":
            return Again(int(char))
        if char == "k" and self._takes("<"):
            end = self.text.find(">", self.at)
            name, self.at = self.text[self.at : end], end + 1
            return Again(self.names.get(name, 0))
        return OneOf(self._characters(char))

    def _characters(self, char: str) -> Ranges:
        """Return what an escape of one character or of a class of characters stands for."""
        match char:
            case "d" | "D":
                return _DIGIT if char == "d" else _without(_DIGIT)
            case "w" | "W":
                return _WORD if char == "w" else _without(_WORD)
            case "s" | "S":
                return _SPACE if char == "s" else _without(_SPACE)
            case "p" | "P":
                return self._property(negated=char == "P")
            case "x":
                return self._code(2)
            case "u" if self._takes("{"):
                end = self.text.find("}", self.at)
                code, self.at = self.text[self.at : end], end + 1
                return ((_hexadecimal(code),) * 2,)
            case "u":
                return self._code(4)
            case "c":
                return ((ord(self._next()) % 32,) * 2,)
        single = _CONTROLS.get(char, ord(char))
        return ((single, single),)

    def _code(self, digits: int) -> Ranges:
        text = self.text[self.at : self.at + digits]
        self.at += digits
        return ((_hexadecimal(text),) * 2,)

    def _property(self, *, negated: bool) -> Ranges:
        if not self._takes("{"):
            raise PatternError("a property of characters has no name")
        end = self.text.find("}", self.at)
        name, self.at = self.text[self.at : end].rpartition("=")[2], end + 1
        found = [code for code in range(0x20, 0x500) if _has_property(chr(code), name) != negated]
        if not found:
            raise PatternError(f"property {name!r} is not known")
        return tuple((code, code) for code in found)

    def _class(self) -> Ranges:
        negated = self._takes("^")
        ranges: list[tuple[int, int]] = []
        while not self._takes("]"):
            low = self._class_member()
            if self.text[self.at : self.at + 1] == "-" and self.text[self.at + 1 : self.at + 2] not in ("]", ""):
                self.at += 1
                high = self._class_member()
                if _is_single(low) and _is_single(high):
                    if high[0][0] < low[0][0]:
                        raise PatternError("range out of order in a class of characters")
                    ranges.append((low[0][0], high[0][0]))
                else:
                    ranges += [*low, (0x2D, 0x2D), *high]
            else:
                ranges += low
        return _without(tuple(ranges)) if negated else tuple(ranges)

    def _class_member(self) -> Ranges:
        char = self._next()
        if char != "\\":
            return ((ord(char), ord(char)),)
        char = self._next()
        return ((8, 8),) if char == "b" else self._characters(char)


def _is_single(ranges: Ranges) -> bool:
    return len(ranges) == 1 and ranges[0][0] == ranges[0][1]


def _hexadecimal(text: str) -> int:
    try:
        code = int(text, 16)
    except ValueError:
        raise PatternError(f"{text!r} is no hexadecimal number") from None
    if code > _GREATEST:
        raise PatternError(f"there is no character {text}")
    return code


def _has_property(char: str, name: str) -> bool:
    """Whether a character is of a general category, by its short name or by one of the common long ones."""
    long = {"Letter": "L", "Number": "N", "Punctuation": "P", "Symbol": "S", "Uppercase": "Lu", "Lowercase": "Ll"}
    if name in ("Alphabetic", "Alpha"):
        return char.isalpha()
    return unicodedata.category(char).startswith(long.get(name, name))


def bits(mask: int) -> list[int]:
    """Return the numbers of the bits that are set, in ascending order."""
    return [number for number in range(mask.bit_length()) if mask >> number & 1]


@dataclass(slots=True)
class _Sampler:
    """Draws strings of at most `limit` characters. Sets of lengths are bit masks: bit n stands for n characters."""

    draws: Draws
    limit: int
    matched: dict[int, str] = field(default_factory=dict)
    _lengths: dict[Node, int] = field(default_factory=dict)
    _counted: dict[Repeat, list[int]] = field(default_factory=dict)

    def lengths(self, node: Node) -> int:
        """Return the lengths that strings for `node` may have; back references count as empty."""
        if node not in self._lengths:
            self._lengths[node] = self._lengths_of(node)
        return self._lengths[node]

    def _lengths_of(self, node: Node) -> int:
        match node:
            case OneOf(ranges=ranges):
                return 0b10 & self._within if ranges else 0
            case Again():
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
    def _within(self) -> int:
        return (2 << self.limit) - 1

    def _sums(self, one: int, other: int) -> int:
        """Return the sums of a length of the one set and a length of the other."""
        mask = 0
        for length in bits(one if one.bit_count() < other.bit_count() else other):
            mask |= (other if one.bit_count() < other.bit_count() else one) << length
        return mask & self._within

    def _rests(self, nodes: Sequence[Node]) -> list[int]:
        """Return the lengths of `nodes[index:]` together, for each index and for none left."""
        rests = [1]
        for node in reversed(nodes):
            rests.append(self._sums(self.lengths(node), rests[-1]))
        return rests[::-1]

    def _powers(self, repeat: Repeat) -> list[int]:
        """Return the lengths of 0, 1, 2, … times the repeated node, as many as there may be."""
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
        """Return a string of `length` characters, which must be one of the lengths of `node`."""
        match node:
            case OneOf(ranges=ranges):
                return self._character(ranges)
            case Again(number=number):
                return self.matched.get(number, "")
            case Group(branches=branches, number=number):
                usable = [branch for branch in branches if self._rests(branch)[0] >> length & 1]
                text = self._sequence(self.draws.pick(usable), length)
                self.matched[number] = text
                return text
            case Repeat(node=inner, least=least):
                powers = self._powers(node)
                sensible = range(least, min(len(powers), least + length + 1))
                counts = [count for count in sensible if powers[count] >> length & 1]
                return self._sequence([inner] * self.draws.pick(counts), length)

    def _sequence(self, nodes: Sequence[Node], length: int) -> str:
        text, rests = "", self._rests(nodes)
        for index, node in enumerate(nodes):
            left = length
            fitting = [
                each for each in bits(self.lengths(node)) if each <= left and rests[index + 1] >> left - each & 1
            ]
            share = self.draws.pick(fitting)
            text += self.text(node, share)
            length -= share
        return text

    def _character(self, ranges: Ranges) -> str:
        for preferred in _PREFERRED:
            usable = _common(ranges, preferred)
            if usable:
                return usable[int(self.draws.unit() * len(usable))]
        if not ranges:
            raise PatternError("a class of characters is empty")
        low, high = ranges[0]
        code = low + int(self.draws.unit() * min(high - low + 1, 26))
        return chr(code) if not 0xD800 <= code <= 0xDFFF else "\ue000"


_PREFERRED: Final = (
    "abcdefghijklmnopqrstuvwxyz",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "0123456789",
    "-_.",
    "!#$%&()*+,/:;<=>?@[]^`{|}~'\"\\",
    " ",
)
"""Which characters are drawn where several kinds may stand; letters come with the digits that may stand there too."""


@lru_cache(maxsize=1024)
def _common(ranges: Ranges, preferred: str) -> Sequence[str]:
    found = [char for char in preferred if any(low <= ord(char) <= high for low, high in ranges)]
    if found and preferred[0] in "aA":
        found += [char for char in "0123456789" if any(low <= ord(char) <= high for low, high in ranges)]
    return found
