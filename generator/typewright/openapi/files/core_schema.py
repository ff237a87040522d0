"""Resolution of untagged plain scalars by the core schema of YAML 1.2.2 (10.3.2), limited to JSON values."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from typewright.openapi.files.limits import MAX_DIGITS

_WORDS: Mapping[str, bool | None] = MappingProxyType(
    {
        **dict.fromkeys(("", "~", "null", "Null", "NULL")),
        **dict.fromkeys(("true", "True", "TRUE"), True),
        **dict.fromkeys(("false", "False", "FALSE"), False),
    }
)
_MAYBE_NUMBER = frozenset("0123456789+-.")
_DECIMAL = re.compile(r"[-+]?[0-9]+")
_OCTAL = re.compile(r"0o[0-7]+")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")

Plain = bool | int | float | str | None


class NotJsonError(ValueError):
    """A scalar has no JSON value; `code` is E110 (not finite) or E119 (too long)."""

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        super().__init__(message)


def resolve_plain(text: str) -> Plain:
    """Return the value of the untagged plain scalar `text`.

    Raises NotJsonError for NaN, infinities and numbers of more than MAX_DIGITS characters.
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _MAYBE_NUMBER:
        return text
    number = parse_number(text)
    return text if number is None else number


def parse_number(text: str) -> int | float | None:
    """Return the number that `text` denotes in the core schema, or None. Raises NotJsonError like `resolve_plain`."""
    if _DECIMAL.fullmatch(text):
        return int(_limited(text))
    if _FLOAT.fullmatch(text):
        return parse_finite_float(text)
    if _OCTAL.fullmatch(text):
        return int(_limited(text)[2:], 8)
    if _HEXADECIMAL.fullmatch(text):
        return int(_limited(text)[2:], 16)
    if _NOT_FINITE.fullmatch(text):
        raise NotJsonError("E110", f"'{text}' has no place in JSON")
    return None


def parse_finite_float(text: str) -> float:
    """Return the float that `text` denotes. Raises NotJsonError if it is too large for a double."""
    number = float(text)
    if math.isinf(number):
        raise NotJsonError("E110", f"the number {_shortened(text)} is too large for a double")
    return number


def parse_limited_int(text: str) -> int:
    """Return the decimal integer that `text` denotes. Raises NotJsonError for more than MAX_DIGITS characters."""
    return int(_limited(text))


def _limited(text: str) -> str:
    if len(text) > MAX_DIGITS:
        raise NotJsonError("E119", f"the number {_shortened(text)} has {len(text)} digits")
    return text


def _shortened(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:16]}…"


def _as_bool(text: str) -> bool | None:
    value = _WORDS.get(text)
    return value if isinstance(value, bool) else None


def _as_int(text: str) -> int | None:
    number = parse_number(text)
    return number if isinstance(number, int) else None


def _as_float(text: str) -> float | None:
    number = parse_number(text)
    return None if number is None else parse_finite_float(text) if isinstance(number, float) else float(number)


_TAGGED: Mapping[str, Callable[[str], Plain]] = MappingProxyType({"bool": _as_bool, "int": _as_int, "float": _as_float})
TAG_PREFIX = "tag:yaml.org,2002:"


def resolve_tagged(tag: str, text: str) -> Plain:
    """Return the value of the scalar `text` under `tag` (`!` or one of the core schema's tags).

    Raises LookupError for any other tag, ValueError if `text` is not of the tag's type, NotJsonError like
    `resolve_plain`.
    """
    name = tag.removeprefix(TAG_PREFIX) if tag != "!" else "str"
    if name == "str":
        return text
    if name == "null":
        if text in _WORDS and _WORDS[text] is None:
            return None
        raise ValueError(f"'{_shortened(text)}' is not a null")
    value = _TAGGED[name](text)
    if value is None:
        raise ValueError(f"'{_shortened(text)}' is not of type {name}")
    return value
