"""Quoting of descriptions' text for Python source, through which all their text reaches generated code."""

from __future__ import annotations

import math

from typewright.base.json_value import JsonValue

_QUOTES = '"""'


def string_literal(text: str) -> str:
    """Return `text` as a string literal on one line, with the quotes that black chooses."""
    body = _visible(text)
    if body.count('"') > body.count("'"):
        return "'" + body.replace("'", "\\'") + "'"
    return '"' + body.replace('"', '\\"') + '"'


def is_literal(value: JsonValue) -> bool:
    """Return whether a JSON value may stand in an annotation's `Literal`; mypy takes 64 bits there."""
    return isinstance(value, str) or (isinstance(value, int) and -(2**63) <= value < 2**63)


def value_literal(value: JsonValue) -> str:
    """Return a JSON value as a Python expression."""
    if isinstance(value, str):
        return string_literal(value)
    if isinstance(value, float):
        return _float_literal(value)
    if isinstance(value, list):
        return f"[{', '.join(map(value_literal, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{string_literal(key)}: {value_literal(member)}" for key, member in value.items()) + "}"
    return repr(value)


def docstring(text: str, indent: str = "") -> str:
    """Return `text` as a docstring for lines that start with `indent`; the first line is not indented.

    Trailing white space of lines is removed, as black and documentation tools do; an empty text gives no docstring.
    """
    lines = [_docstring_line(line) for line in text.strip().splitlines()]
    if not lines:
        return ""
    if len(lines) == 1:
        only = f"{lines[0]} " if lines[0].endswith('"') else lines[0]
        return f"{_QUOTES}{only}{_QUOTES}"
    below = [f"{indent}{line}" if line else "" for line in lines[1:]]
    return "\n".join([f"{_QUOTES}{lines[0].lstrip()}", *below, f"{indent}{_QUOTES}"])


def _docstring_line(line: str) -> str:
    return _visible(line.expandtabs().rstrip()).replace(_QUOTES, '\\"\\"\\"')


def visible(text: str) -> str:
    """Return Python source on one line with invisible characters outside of ASCII escaped."""
    return text if text.isprintable() else "".join(char if char.isprintable() else _escaped(char) for char in text)


def _visible(text: str) -> str:
    """Return a text for a literal: every character visible, unambiguous, and none an escape."""
    return text if text.isprintable() and "\\" not in text else "".join(map(_escaped, text))


def _escaped(char: str) -> str:
    """Return one character for a literal.

    Format characters (among them bidirectional controls) and lone surrogates are escaped.
    """
    if char == "\\":
        return "\\\\"
    if char.isprintable():
        return char
    return char.encode("unicode_escape", "surrogatepass").decode("ascii")


def _float_literal(value: float) -> str:
    if math.isnan(value):
        return 'float("nan")'
    if math.isinf(value):
        return 'float("inf")' if value > 0 else 'float("-inf")'
    return repr(value)
