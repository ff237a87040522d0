"""Parsing of JSON text (RFC 8259) by the standard library, with the checks that the library omits."""

from __future__ import annotations

import json
import re
from typing import NoReturn

from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.files.core_schema import parse_finite_float, parse_limited_int
from typewright.openapi.files.limits import MAX_DEPTH

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_CONTAINERS = (dict, list)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class SuspectJsonError(ValueError):
    """The text has valid syntax but an invalid value, which `JsonScanner` locates."""


def parse_json(text: str) -> JsonValue:
    """Return the value of the JSON text `text`.

    Raises json.JSONDecodeError for invalid syntax, SuspectJsonError for a key given twice, NaN and infinities,
    numbers that are too long, half surrogate pairs, and more than MAX_DEPTH levels.
    """
    decoder = json.JSONDecoder(
        object_pairs_hook=_object_with_unique_keys,
        parse_constant=_reject_constant,
        parse_float=parse_finite_float,
        parse_int=parse_limited_int,
    )
    try:
        value: JsonValue = decoder.decode(text)
    except json.JSONDecodeError:
        raise
    except (ValueError, RecursionError) as fault:
        raise SuspectJsonError(str(fault)) from None
    if _is_too_deep(value):
        raise SuspectJsonError("too deep")
    if _SURROGATE.search(text) and _LONE_SURROGATE.search(json.dumps(value, ensure_ascii=False)):
        raise SuspectJsonError("half a surrogate pair")
    return value


def _object_with_unique_keys(pairs: list[tuple[str, JsonValue]]) -> JsonObject:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise SuspectJsonError("a key is given twice")
    return members


def _reject_constant(constant: str) -> NoReturn:
    raise SuspectJsonError(constant)


def _is_too_deep(value: JsonValue) -> bool:
    """Return whether containers in `value` nest more than MAX_DEPTH deep, level by level."""
    level = [value] if isinstance(value, _CONTAINERS) else []
    for _ in range(MAX_DEPTH):
        if not level:
            return False
        level = [
            child
            for parent in level
            for child in (parent.values() if isinstance(parent, dict) else parent)
            if isinstance(child, _CONTAINERS)
        ]
    return bool(level)
