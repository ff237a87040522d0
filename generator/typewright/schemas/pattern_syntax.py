"""A parser of ECMA-262 regular expressions (21.2.1), the syntax of `pattern` in JSON Schema.

The syntax tree has no assertions (`^`, `$`, word boundaries and lookaround), since they match no characters.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, TypeAlias

from msgspec import Struct, field

_MAX_CODE_POINT: Final = 0x10FFFF
_MAX_LENGTH: Final = 20_000
"""The maximum length of the shortest match of a supported pattern."""

_COUNT_DIGITS: Final = 18
_DIGITS: Final = re.compile("[0-9]+")
_DIGIT: Final = ((0x30, 0x39),)
_WORD: Final = ((0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A))
_SPACE: Final = ((0x09, 0x0D), (0x20, 0x20), (0xA0, 0xA0), (0x2028, 0x2029), (0xFEFF, 0xFEFF))
_LINE_END: Final = ((0x0A, 0x0A), (0x0D, 0x0D), (0x2028, 0x2029))
_CONTROLS: Final = {"t": 9, "n": 10, "v": 11, "f": 12, "r": 13, "0": 0}

Ranges: TypeAlias = "tuple[tuple[int, int], ...]"


class PatternError(ValueError):
    """The pattern is invalid or not supported."""


class CharacterClass(Struct, frozen=True):
    """A character class. `ranges` are pairs of first and last code points."""

    ranges: Ranges


class Repeat(Struct, frozen=True):
    """`node` repeated `minimum` to `maximum` times; without limit if `maximum` is None."""

    node: Node
    minimum: int
    maximum: int | None


class Group(Struct, frozen=True):
    """A group of alternatives. `number` counts capturing groups from 1, and is 0 for other groups."""

    branches: tuple[tuple[Node, ...], ...]
    number: int = 0


class BackReference(Struct, frozen=True):
    """A back reference to the group `number`."""

    number: int


Node: TypeAlias = CharacterClass | Repeat | Group | BackReference


@lru_cache(maxsize=512)
def parse(pattern: str) -> Group:
    """Return the syntax tree of a pattern. Raises PatternError if it is invalid or not supported."""
    parser = _Parser(pattern)
    tree = parser.disjunction(0)
    if parser.position < len(pattern):
        raise PatternError(f"unbalanced ')' at {parser.position}")
    if minimum_length(tree) > _MAX_LENGTH:
        raise PatternError("every string that matches is very long")
    return tree


def minimum_length(node: Node) -> int:
    """Return the length of the shortest match of `node`. Back references count as empty."""
    match node:
        case CharacterClass():
            return 1
        case Repeat(node=inner, minimum=minimum):
            return minimum * minimum_length(inner)
        case Group(branches=branches):
            return min((sum(map(minimum_length, branch)) for branch in branches), default=0)
        case BackReference():
            return 0


def _complement(ranges: Ranges) -> Ranges:
    """Return the complement of `ranges`."""
    gaps, start = [], 0
    for low, high in sorted(ranges):
        if low > start:
            gaps.append((start, low - 1))
        start = max(start, high + 1)
    if start <= _MAX_CODE_POINT:
        gaps.append((start, _MAX_CODE_POINT))
    return tuple(gaps)


class _Parser(Struct):
    text: str
    position: int = 0
    group_count: int = 0
    names: dict[str, int] = field(default_factory=dict)

    def disjunction(self, number: int) -> Group:
        """Parse alternatives up to the end or a closing parenthesis, as the group `number`."""
        branches: list[tuple[Node, ...]] = []
        branch: list[Node] = []
        while self.position < len(self.text) and self.text[self.position] != ")":
            if self._accept("|"):
                branches.append(tuple(branch))
                branch = []
                continue
            node = self._term()
            if node is not None:
                branch.append(self._with_quantifier(node))
        return Group((*branches, tuple(branch)), number)

    def _accept(self, text: str) -> bool:
        if self.text.startswith(text, self.position):
            self.position += len(text)
            return True
        return False

    def _next(self) -> str:
        if self.position >= len(self.text):
            raise PatternError("the pattern ends too early")
        self.position += 1
        return self.text[self.position - 1]

    def _until(self, end: str) -> str:
        """Return the text before the next `end`, and go behind that."""
        found, sign, _ = self.text[self.position :].partition(end)
        if not sign:
            raise PatternError(f"'{end}' is missing")
        self.position += len(found) + len(end)
        return found

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
                return CharacterClass(_complement(_LINE_END))
            case "\\":
                return self._escape()
            case "*" | "+" | "?":
                raise PatternError(f"nothing to repeat at {self.position}")
        return CharacterClass(((ord(char), ord(char)),))

    def _group(self) -> Node | None:
        number, is_lookaround = 0, False
        if self._accept("?:"):
            pass
        elif any(map(self._accept, ("?=", "?!", "?<=", "?<!"))):
            is_lookaround = True
        elif self._accept("?<"):
            self.group_count += 1
            number = self.names[self._until(">")] = self.group_count
        elif self._accept("?"):
            raise PatternError(f"group of an unknown kind at {self.position}")
        else:
            self.group_count += 1
            number = self.group_count
        inner = self.disjunction(number)
        if not self._accept(")"):
            raise PatternError("')' is missing")
        if is_lookaround:
            self._with_quantifier(inner)
            return None
        return inner

    def _with_quantifier(self, node: Node) -> Node:
        for sign, minimum, maximum in (("*", 0, None), ("+", 1, None), ("?", 0, 1)):
            if self._accept(sign):
                self._accept("?")
                return Repeat(node, minimum, maximum)
        end = self.text.find("}", self.position)
        if self.text[self.position : self.position + 1] != "{" or end < 0:
            return node
        low, comma, high = self.text[self.position + 1 : end].partition(",")
        if not _DIGITS.fullmatch(low) or not (high == "" or _DIGITS.fullmatch(high)):
            return node
        self.position = end + 1
        self._accept("?")
        minimum = _count(low)
        maximum = (_count(high) if high else None) if comma else minimum
        if maximum is not None and maximum < minimum:
            raise PatternError("numbers out of order in a quantifier")
        return Repeat(node, minimum, maximum)

    def _escape(self) -> Node | None:
        char = self._next()
        if char in "bB":
            return None
        if char in "123456789":
            return BackReference(int(char))
        if char == "k" and self._accept("<"):
            return BackReference(self.names.get(self._until(">"), 0))
        return CharacterClass(self._characters(char))

    def _characters(self, char: str) -> Ranges:
        """Return the characters that an escape sequence matches; `char` follows the backslash."""
        match char:
            case "d" | "D":
                return _DIGIT if char == "d" else _complement(_DIGIT)
            case "w" | "W":
                return _WORD if char == "w" else _complement(_WORD)
            case "s" | "S":
                return _SPACE if char == "s" else _complement(_SPACE)
            case "p" | "P":
                return self._property(negated=char == "P")
            case "x":
                return self._code(2)
            case "u" if self._accept("{"):
                return ((_hexadecimal(self._until("}")),) * 2,)
            case "u":
                return self._code(4)
            case "c":
                return ((ord(self._next()) % 32,) * 2,)
        single = _CONTROLS.get(char, ord(char))
        return ((single, single),)

    def _code(self, digits: int) -> Ranges:
        text = self.text[self.position : self.position + digits]
        self.position += digits
        return ((_hexadecimal(text),) * 2,)

    def _property(self, *, negated: bool) -> Ranges:
        if not self._accept("{"):
            raise PatternError("a property of characters has no name")
        name = self._until("}").rpartition("=")[2]
        codes = [code for code in range(0x20, 0x500) if _has_property(chr(code), name) != negated]
        if not codes:
            raise PatternError(f"property {name!r} is not known")
        return tuple((code, code) for code in codes)

    def _class(self) -> Ranges:
        negated = self._accept("^")
        ranges: list[tuple[int, int]] = []
        while not self._accept("]"):
            low = self._class_member()
            if self.text[self.position : self.position + 1] == "-" and self.text[
                self.position + 1 : self.position + 2
            ] not in ("]", ""):
                self.position += 1
                high = self._class_member()
                if _is_single(low) and _is_single(high):
                    if high[0][0] < low[0][0]:
                        raise PatternError("range out of order in a class of characters")
                    ranges.append((low[0][0], high[0][0]))
                else:
                    ranges += [*low, (0x2D, 0x2D), *high]
            else:
                ranges += low
        return _complement(tuple(ranges)) if negated else tuple(ranges)

    def _class_member(self) -> Ranges:
        char = self._next()
        if char != "\\":
            return ((ord(char), ord(char)),)
        char = self._next()
        return ((8, 8),) if char == "b" else self._characters(char)


def _count(digits: str) -> int:
    """Return the number of a quantifier, or another one that is as impossible to reach."""
    return int(digits[-_COUNT_DIGITS:]) if len(digits.lstrip("0")) <= _COUNT_DIGITS else 10**_COUNT_DIGITS


def _is_single(ranges: Ranges) -> bool:
    return len(ranges) == 1 and ranges[0][0] == ranges[0][1]


def _hexadecimal(text: str) -> int:
    try:
        code = int(text, 16)
    except ValueError:
        raise PatternError(f"{text!r} is no hexadecimal number") from None
    if code > _MAX_CODE_POINT:
        raise PatternError(f"there is no character {text}")
    return code


def _has_property(char: str, name: str) -> bool:
    """Return whether a character has a Unicode general category, given by its short or a common long name."""
    long_names = {"Letter": "L", "Number": "N", "Punctuation": "P", "Symbol": "S", "Uppercase": "Lu", "Lowercase": "Ll"}
    if name in ("Alphabetic", "Alpha"):
        return char.isalpha()
    return unicodedata.category(char).startswith(long_names.get(name, name))
