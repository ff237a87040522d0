"""A parser of ECMA-262 regular expressions (21.2.1), the syntax of `pattern` in JSON Schema.

Assertions match no characters and are not part of the tree: neither `^` and `$` nor lookaround.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, TypeAlias

_GREATEST: Final = 0x10FFFF
_LONGEST: Final = 20_000
"""Patterns whose shortest match is longer are not supported."""

_DIGIT: Final = ((0x30, 0x39),)
_WORD: Final = ((0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A))
_SPACE: Final = ((0x09, 0x0D), (0x20, 0x20), (0xA0, 0xA0), (0x2028, 0x2029), (0xFEFF, 0xFEFF))
_LINE_END: Final = ((0x0A, 0x0A), (0x0D, 0x0D), (0x2028, 0x2029))
_CONTROLS: Final = {"t": 9, "n": 10, "v": 11, "f": 12, "r": 13, "0": 0}

Ranges: TypeAlias = "tuple[tuple[int, int], ...]"


class PatternError(ValueError):
    """The pattern is invalid or not supported."""


@dataclass(frozen=True, slots=True)
class CharacterClass:
    """A character class: `ranges` are pairs of first and last code points."""

    ranges: Ranges


@dataclass(frozen=True, slots=True)
class Repeat:
    """`node` repeated `least` to `most` times; `most` is None for no limit."""

    node: Node
    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Group:
    """A group of alternatives; `number` is that of a capturing group, from 1, and 0 for any other."""

    branches: tuple[tuple[Node, ...], ...]
    number: int = 0


@dataclass(frozen=True, slots=True)
class BackReference:
    """A back reference to the group `number`."""

    number: int


Node: TypeAlias = CharacterClass | Repeat | Group | BackReference


@lru_cache(maxsize=512)
def parse(pattern: str) -> Group:
    """Return the syntax tree of a pattern. Raises PatternError where it is invalid or not supported."""
    parser = _Parser(pattern)
    tree = parser.disjunction(0)
    if parser.at < len(pattern):
        raise PatternError(f"unbalanced ')' at {parser.at}")
    if width(tree) > _LONGEST:
        raise PatternError("every string that matches is very long")
    return tree


def width(node: Node) -> int:
    """Return the length of the shortest match; back references count as empty."""
    match node:
        case CharacterClass():
            return 1
        case Repeat(node=inner, least=least):
            return least * width(inner)
        case Group(branches=branches):
            return min((sum(map(width, branch)) for branch in branches), default=0)
        case BackReference():
            return 0


def _without(ranges: Ranges) -> Ranges:
    """Return the complement of `ranges`."""
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
        """Parse alternatives up to the end or a closing parenthesis, as the group `number`."""
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
                return CharacterClass(self._class())
            case ".":
                return CharacterClass(_without(_LINE_END))
            case "\\":
                return self._escape()
            case "*" | "+" | "?":
                raise PatternError(f"nothing to repeat at {self.at}")
        return CharacterClass(((ord(char), ord(char)),))

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
            return BackReference(int(char))
        if char == "k" and self._takes("<"):
            end = self.text.find(">", self.at)
            name, self.at = self.text[self.at : end], end + 1
            return BackReference(self.names.get(name, 0))
        return CharacterClass(self._characters(char))

    def _characters(self, char: str) -> Ranges:
        """Return the characters that an escape sequence stands for."""
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
    """Whether a character has a Unicode general category, given by its short name or a common long one."""
    long = {"Letter": "L", "Number": "N", "Punctuation": "P", "Symbol": "S", "Uppercase": "Lu", "Lowercase": "Ll"}
    if name in ("Alphabetic", "Alpha"):
        return char.isalpha()
    return unicodedata.category(char).startswith(long.get(name, name))
