"""Escaping of text for terminals, workflow logs and reports, so that a description cannot inject control sequences.

All output goes through one of these functions. They replace the characters for which `str.isprintable` is false:
control characters (ESC, BEL, C1), directional formatting, and separators other than the space.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from typewright.base.json_value import JsonValue

_REPLACEMENT = "\ufffd"


def visible(text: str) -> str:
    """Return a text of one line with replacement characters for unprintable ones, including line feeds and tabs."""
    return text if text.isprintable() else "".join(char if char.isprintable() else _REPLACEMENT for char in text)


def visible_lines(text: str) -> str:
    """Return a text of several lines with replacement characters for unprintable ones but line feeds and tabs."""
    return "".join(char if char.isprintable() or char in "\n\t" else _REPLACEMENT for char in text)


def json_text(value: JsonValue | object, *, indent: int | None = 2) -> str:
    """Return a value as JSON with unprintable characters escaped (RFC 8259, section 7)."""
    return escape_json(json.dumps(value, indent=indent, ensure_ascii=False))


def escape_json(text: str) -> str:
    """Return JSON text with unprintable characters escaped."""
    return _INVISIBLE.sub(_escape_match, text)


_INVISIBLE = re.compile(r"[^\n -~]")


def _escape_match(match: re.Match[str]) -> str:
    char = match[0]
    if char.isprintable():
        return char
    escaped = json.dumps(char)[1:-1]
    return f"\\u{ord(char):04x}" if escaped == char else escaped


def annotation(level: str, properties: Iterable[tuple[str, str]], message: str) -> str:
    """Return a workflow command of GitHub Actions. `level` is `error`, `warning` or `notice`."""
    encoded_properties = ",".join(f"{name}={_encode_command(value, ':,')}" for name, value in properties)
    return f"::{level} {encoded_properties}::{_encode_command(message)}"


def _encode_command(text: str, additional: str = "") -> str:
    text = visible_lines(text)
    for char in ("%", "\r", "\n", *additional):
        text = text.replace(char, f"%{ord(char):02X}")
    return text
