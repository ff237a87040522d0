"""Text of a description on a terminal, in the log of a workflow, and in reports: what is printed directs neither.

Every printer goes through one of these functions. What they replace are the characters that `str.isprintable` does not
take for visible: control characters (ESC, BEL, C1), directions of text, and separators other than the space.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from typewright.base.json_value import JsonValue

_REPLACEMENT = "\ufffd"


def visible(text: str) -> str:
    """Return a text on one line, with a replacement character for each that cannot be seen."""
    return text if text.isprintable() else "".join(char if char.isprintable() else _REPLACEMENT for char in text)


def visible_lines(text: str) -> str:
    """Return a text of several lines; line feeds and tabs stay, all else that cannot be seen is replaced."""
    return "".join(char if char.isprintable() or char in "\n\t" else _REPLACEMENT for char in text)


def json_text(value: JsonValue | object, *, indent: int | None = 2) -> str:
    """Return a value as JSON, in which all that cannot be seen is escaped (RFC 8259, section 7)."""
    return escaped_json(json.dumps(value, indent=indent, ensure_ascii=False))


def escaped_json(text: str) -> str:
    """Return a text of JSON with all escaped that cannot be seen."""
    return _INVISIBLE.sub(_escaped, text)


_INVISIBLE = re.compile(r"[^\n -~]")


def _escaped(match: re.Match[str]) -> str:
    char = match[0]
    if char.isprintable():
        return char
    escaped = json.dumps(char)[1:-1]
    return f"\\u{ord(char):04x}" if escaped == char else escaped


def annotation(level: str, properties: Iterable[tuple[str, str]], message: str) -> str:
    """Return a workflow command of GitHub Actions; `level` is error, warning or notice."""
    written = ",".join(f"{name}={_encoded(value, ':,')}" for name, value in properties)
    return f"::{level} {written}::{_encoded(message)}"


def _encoded(text: str, further: str = "") -> str:
    text = visible_lines(text)
    for sign in ("%", "\r", "\n", *further):
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
