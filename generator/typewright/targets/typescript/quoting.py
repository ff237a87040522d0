"""Quoting of descriptions' text for TypeScript: string literals, property keys and comments."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from typewright.base.json_value import JsonValue

_UNPRINTABLE = "\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufff9-\ufffb"
"""Control characters, line separators, invisible and bidirectional marks, lone surrogates."""
_SPECIAL = {quote: re.compile(rf"[\\{quote}{_UNPRINTABLE}]|</(?=script)|<!--", re.IGNORECASE) for quote in ("'", '"')}
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f", "\v": "\\v", "</": "<\\/", "<!--": "<\\!--"}
_IDENTIFIER = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*")
_IN_COMMENT = re.compile(rf"\*/|[{_UNPRINTABLE}]")
_TAG = re.compile(r"^([\s*/]*)@")


def string_literal(text: str, *, double: bool = False) -> str:
    """Return `text` as a string literal on one line.

    Its quotes are double ones; single if the text has double ones and no single ones, unless `double`.
    """
    quote = "'" if not double and '"' in text and "'" not in text else '"'
    if quote not in text and "\\" not in text and "<" not in text and text.isprintable():
        return f"{quote}{text}{quote}"  # of the special characters, only these are printable
    return f"{quote}{_SPECIAL[quote].sub(_escaped, text)}{quote}"


def property_key(name: str) -> str:
    """Return `name` as a property key: bare if it is an ASCII identifier, else as a string.

    `__proto__` is a computed key, since in an object literal it would set the prototype (ECMA-262, B.3.1).
    """
    if name == "__proto__":
        return '["__proto__"]'
    is_bare = (name.isascii() and name.isidentifier()) or _IDENTIFIER.fullmatch(name) is not None
    return name if is_bare else string_literal(name, double=True)


def json_literal(value: JsonValue) -> str:
    """Return a JSON value on one line, as an expression that is also its literal type."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return string_literal(value)
        case int():
            return str(value)
        case float():
            return str(int(value)) if value.is_integer() and math.fabs(value) < 1e15 else repr(value)
        case list():
            return f"[{', '.join(map(json_literal, value))}]"
    members = ", ".join(f"{property_key(key)}: {json_literal(member)}" for key, member in value.items())
    return f"{{ {members} }}" if members else "{}"


def comment_lines(text: str) -> list[str]:
    """Return `text` as lines for a comment: none ends it, none starts with a tag such as `@ts-ignore`."""
    return list(map(_comment_line, text.strip().splitlines()))


def _comment_line(line: str) -> str:
    if "*/" in line or not line.isprintable():  # what may not stand in a comment is not printable
        line = _IN_COMMENT.sub(_harmless, line)
    return _TAG.sub(r"\1\\@", line.rstrip()) if "@" in line else line.rstrip()


def doc_comment(lines: Iterable[str], indent: str = "") -> str:
    """Return a JSDoc comment with a line break at its end, or nothing for no lines; see `comment_lines`."""
    lines = list(lines)
    if not lines:
        return ""
    if len(lines) == 1:
        return f"{indent}/** {lines[0]} */\n"
    middle = "".join(f"{indent} * {line}\n" if line else f"{indent} *\n" for line in lines)
    return f"{indent}/**\n{middle}{indent} */\n"


def _escaped(match: re.Match[str]) -> str:
    found = match[0]
    if found in _SHORT:
        return _SHORT[found]
    code = ord(found)
    if found in "\\'\"":
        return "\\" + found
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


def _harmless(match: re.Match[str]) -> str:
    found = match[0]
    if found == "*/":
        return "*\\/"
    return " " if found == "\t" else f"\\u{ord(found):04x}"
