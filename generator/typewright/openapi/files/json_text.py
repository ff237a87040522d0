"""JSON text (RFC 8259) → plain values by the standard library, with the checks that it omits."""

from __future__ import annotations

import json
import re
from typing import NoReturn

from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.files.core_schema import finite, limited_int
from typewright.openapi.files.limits import MAX_DEPTH

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_LONE = re.compile("[\ud800-\udfff]")


class SuspectJsonError(ValueError):
    """The text is syntactically valid JSON at most; the scanner has to find the error."""


def parse_json(text: str) -> JsonValue:
    """Return the value of `text`.

    Raises json.JSONDecodeError for wrong syntax, SuspectJsonError for a key given twice, NaN and infinities,
    numbers that are too long, half surrogate pairs, and more than MAX_DEPTH levels.
    """
    decoder = json.JSONDecoder(
        object_pairs_hook=_unique, parse_constant=_refuse, parse_float=finite, parse_int=limited_int
    )
    try:
        value: JsonValue = decoder.decode(text)
    except json.JSONDecodeError:
        raise
    except (ValueError, RecursionError) as fault:
        raise SuspectJsonError(str(fault)) from None
    if _is_too_deep(value):
        raise SuspectJsonError("too deep")
    if _SURROGATE.search(text) and _LONE.search(json.dumps(value, ensure_ascii=False)):
        raise SuspectJsonError("half a surrogate pair")
    return value


def _unique(pairs: list[tuple[str, JsonValue]]) -> JsonObject:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise SuspectJsonError("a key is given twice")
    return members


def _refuse(constant: str) -> NoReturn:
    raise SuspectJsonError(constant)


def _is_too_deep(value: JsonValue) -> bool:
    """Whether `value` nests more than MAX_DEPTH containers, determined level by level."""
    level = [value] if isinstance(value, dict | list) else []
    for _ in range(MAX_DEPTH):
        if not level:
            return False
        level = [
            child
            for parent in level
            for child in (parent.values() if isinstance(parent, dict) else parent)
            if isinstance(child, dict | list)
        ]
    return bool(level)
