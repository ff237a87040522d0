"""Translation of regular expressions of ECMA-262 (JSON Schema) to those of Rust's `regex` (pydantic) and of Python.

Both translations match the same strings. A pattern that a dialect cannot express (look-around and back references in
Rust, character properties in Python) has no translation there; neither has an invalid pattern.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from msgspec import Struct, field

_SPACES = "\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_LINE_ENDS = "\n\r\u2028\u2029"
_CONTROLS = {"t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "0": "\0"}
_CLASSES = {"d": "0-9", "w": "A-Za-z0-9_", "s": _SPACES}
_QUANTIFIER = re.compile(r"[*+?]\??|\{(\d+)(?:(,)(\d*))?\}\??")
_GROUP = re.compile(r"\((?:\?(?::|=|!|<=|<!|<([A-Za-z_]\w*)>|i\)))?")
_HEX = re.compile(r"x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}")
_LOW_SURROGATE = re.compile(r"\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_PROPERTY = re.compile(r"[pP]\{([A-Za-z0-9_=]+)\}")
_NAMED_REFERENCE = re.compile(r"k<([A-Za-z_]\w*)>")
_MOST_REPEATED = 1000
_DEEPEST = 80
"""The number of nested groups for Rust's `regex`, which refuses 250 levels of its syntax tree; an alternation, a
sequence and a repetition in a group take one each."""
"""Rust compiles counted repetitions into a program of their size, which it limits."""


class Pattern(Struct, frozen=True):
    """A pattern in both dialects; None for a dialect that cannot express it."""

    rust: str | None
    python: str | None


class _UnsupportedError(Exception):
    """The pattern is invalid in ECMA-262, or not supported."""


class _Translator(Struct):
    text: str
    at: int = 0
    rust: list[str] = field(default_factory=list)
    python: list[str] = field(default_factory=list)
    rust_fits: bool = True
    python_fits: bool = True
    depth: int = 0
    deepest: int = 0
    repeated: int = 1

    def translate(self) -> Pattern:
        """Return the whole pattern in the dialect of Python."""
        while self.at < len(self.text):
            self._step()
        if self.depth:
            raise _UnsupportedError
        rust, python = "".join(self.rust), "(?a)" + "".join(self.python)
        if self.python_fits:
            try:
                re.compile(python)
            except (re.error, OverflowError, RecursionError):
                python = ""
        is_small = self.repeated <= _MOST_REPEATED and self.deepest <= _DEEPEST
        fits = self.rust_fits and is_small and (bool(python) or not self.python_fits)
        return Pattern(rust if fits else None, python if self.python_fits and python else None)

    def _step(self) -> None:
        char = self.text[self.at]
        if char == "\\":
            self._escape()
        elif char == "[":
            self._class()
        elif char == "(":
            self._open()
        elif (quantifier := _QUANTIFIER.match(self.text, self.at)) is not None:
            self._repeat(quantifier)
        else:
            self._plain(char)
            self.at += 1

    def _plain(self, char: str) -> None:
        if char == ")":
            self.depth -= 1
            if self.depth < 0:
                raise _UnsupportedError
            self._both(")")
        elif char == "$":
            self._put("$", r"\Z")
        elif char == ".":
            self._put(f"[^{_ranges(_LINE_ENDS, _rust)}]", f"[^{_ranges(_LINE_ENDS, _python)}]")
        elif char in "^|":
            self._both(char)
        else:
            self._literal(char)

    def _open(self) -> None:
        group = _GROUP.match(self.text, self.at)
        if group is None or (group[0] == "(" and self.text.startswith("(?", self.at)):
            raise _UnsupportedError
        self.at = group.end()
        if group[0] == "(?i)":
            if group.start():
                raise _UnsupportedError
            self._both("(?i)")
            return
        self.depth += 1
        self.deepest = max(self.deepest, self.depth)
        if group[1] is not None:
            self._both(f"(?P<{group[1]}>")
            return
        self.rust_fits = self.rust_fits and group[0] in ("(", "(?:")
        self._both(group[0])

    def _repeat(self, quantifier: re.Match[str]) -> None:
        if not self.rust or self.rust[-1] in ("(", "(?:", "|", ""):
            raise _UnsupportedError
        if quantifier[1] is not None:
            self.repeated *= max(int(quantifier[3] or quantifier[1]), 1)
        self.at = quantifier.end()
        self._both(quantifier[0])

    def _escape(self) -> None:
        rest, after = self.at + 1, self.text[self.at + 1 : self.at + 2]
        if after in _CLASSES and after:
            self._put(f"[{_ranges(_CLASSES[after], _rust)}]", f"[{_ranges(_CLASSES[after], _python)}]")
        elif after in ("D", "W", "S"):
            members = _CLASSES[after.lower()]
            self._put(f"[^{_ranges(members, _rust)}]", f"[^{_ranges(members, _python)}]")
        elif after in ("b", "B"):
            self._put(f"(?-u:\\{after})", f"\\{after}")
        elif (reference := _NAMED_REFERENCE.match(self.text, rest)) is not None:
            self._back_reference(f"(?P={reference[1]})", reference.end())
            return
        elif after in tuple("123456789"):
            self._back_reference(f"\\{after}", rest + 1)
            return
        elif (named := _PROPERTY.match(self.text, rest)) is not None:
            self.python_fits = False
            self._put(f"\\{named[0]}", "")
            self.at = named.end()
            return
        else:
            self._literal(self._escaped_character())
            return
        self.at += 2

    def _back_reference(self, python: str, end: int) -> None:
        self.rust_fits = False
        self._put("", python)
        self.at = end

    def _escaped_character(self) -> str:
        """Return the character that an escape at the current position denotes, and advance."""
        rest = self.at + 1
        coded = _HEX.match(self.text, rest)
        if coded is not None:
            self.at = coded.end()
            return self._coded(int(coded[1] or coded[2] or coded[3], 16))
        char = self.text[rest : rest + 1]
        if not char:
            raise _UnsupportedError
        self.at = rest + 1
        if char == "c" and self.text[self.at : self.at + 1].isalpha():
            self.at += 1
            return chr(ord(self.text[self.at - 1]) % 32)
        if char in _CONTROLS:
            return _CONTROLS[char]
        if char.isalnum():
            raise _UnsupportedError
        return char

    def _coded(self, code: int) -> str:
        low = _LOW_SURROGATE.match(self.text, self.at)
        if 0xD800 <= code < 0xDC00 and low is not None:
            self.at = low.end()
            return chr(0x10000 + ((code - 0xD800) << 10) + int(low[1], 16) - 0xDC00)
        if 0xD800 <= code < 0xE000 or code > 0x10FFFF:
            raise _UnsupportedError
        return chr(code)

    def _class(self) -> None:
        self.at += 1
        negated = self.text.startswith("^", self.at)
        self.at += negated
        rust: list[str] = []
        python: list[str] = []
        while not self.text.startswith("]", self.at):
            if self.at >= len(self.text):
                raise _UnsupportedError
            for into, part in zip((rust, python), self._member(), strict=True):
                into.append(part)
        self.at += 1
        if not rust:
            anything = r"[\x00-\x{10FFFF}]" if negated else r"[^\x00-\x{10FFFF}]"
            self._put(anything, r"[\s\S]" if negated else "(?!)")
            return
        sign = "^" if negated else ""
        self._put(f"[{sign}{''.join(rust)}]", f"[{sign}{''.join(python)}]")

    def _member(self) -> tuple[str, str]:
        """Return the next part of a character class, a range or less, in both dialects."""
        whole = self._whole_class()
        if whole is not None:
            return whole
        first = self._class_character()
        if self.text.startswith("-", self.at) and not self.text.startswith("-]", self.at):
            start = self.at
            self.at += 1
            if self._whole_class() is None:
                last = self._class_character()
                if last < first:
                    raise _UnsupportedError
                return f"{_rust(first)}-{_rust(last)}", f"{_python(first)}-{_python(last)}"
            self.at = start
        return _rust(first), _python(first)

    def _whole_class(self) -> tuple[str, str] | None:
        r"""Return a class escape (`\d`, `\w`, …) as the content of a character class; None for any other escape."""
        if not self.text.startswith("\\", self.at):
            return None
        after = self.text[self.at + 1 : self.at + 2]
        if after and after in "dws":
            self.at += 2
            return _ranges(_CLASSES[after], _rust), _ranges(_CLASSES[after], _python)
        if after and after in "DWS":
            self.at += 2
            return f"[^{_ranges(_CLASSES[after.lower()], _rust)}]", f"\\{after}"
        named = _PROPERTY.match(self.text, self.at + 1)
        if named is not None:
            self.python_fits = False
            self.at = named.end()
            return f"\\{named[0]}", ""
        return None

    def _class_character(self) -> str:
        if self.text.startswith("\\b", self.at):
            self.at += 2
            return "\b"
        if self.text.startswith("\\", self.at):
            return self._escaped_character()
        char = self.text[self.at : self.at + 1]
        if not char:
            raise _UnsupportedError
        self.at += 1
        return char

    def _literal(self, char: str) -> None:
        self._put(_rust(char), _python(char))

    def _both(self, text: str) -> None:
        self._put(text, text)

    def _put(self, rust: str, python: str) -> None:
        self.rust.append(rust)
        self.python.append(python)


def _rust(char: str) -> str:
    """Return one literal character in Rust's dialect, where an escaped `<` begins a word."""
    if char.isalnum() or char in " _<>":
        return char
    return f"\\{char}" if char.isascii() and char.isprintable() else f"\\x{{{ord(char):X}}}"


def _python(char: str) -> str:
    """Return one literal character in Python's dialect."""
    if char.isalnum() or char in " _":
        return char
    if char.isascii() and char.isprintable():
        return f"\\{char}"
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"


def _ranges(members: str, spelled: Callable[[str], str]) -> str:
    """Return the content of a character class that consists of ranges, each character escaped for a dialect."""
    return "".join("-" if char == "-" else spelled(char) for char in members)


@lru_cache(maxsize=1024)
def translated(pattern: str) -> Pattern:
    """Return an ECMA-262 pattern in both dialects."""
    try:
        return _Translator(pattern).translate()
    except _UnsupportedError:
        return Pattern(None, None)
