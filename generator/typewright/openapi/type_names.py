"""The type names of JSON Schema, and the intended types of other common names."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from types import MappingProxyType

from typewright.base.json_value import JsonValue
from typewright.openapi.reading import json_type

TYPES = ("string", "integer", "number", "boolean", "array", "object", "null")

_ADVICE: Mapping[str, str] = MappingProxyType(
    {
        "any": "leave 'type' out: a schema without it admits every value",
        "file": "write 'type: string' with 'format: binary'; in a form, below 'multipart/form-data'",
        **dict.fromkeys(("binary", "byte", "date", "date-time", "uuid", "email", "uri", "url"), "write 'type: string'"),
        **dict.fromkeys(("text", "str", "char", "enum"), "write 'type: string'"),
        **dict.fromkeys(("datetime", "timestamp"), "write 'type: string' with 'format: date-time'"),
        **dict.fromkeys(("int", "int32", "int64", "long", "short"), "write 'type: integer'"),
        **dict.fromkeys(("float", "double", "decimal", "numeric"), "write 'type: number'"),
        "bool": "write 'type: boolean'",
        **dict.fromkeys(("list", "tuple", "set"), "write 'type: array' with 'items'"),
        **dict.fromkeys(("map", "dict", "hash", "json"), "write 'type: object' with 'additionalProperties'"),
        **dict.fromkeys(("none", "nil", "void", "undefined"), "write 'type: \"null\"'"),
    }
)

_INTENDED: Mapping[str, tuple[str, str | None]] = MappingProxyType(
    {
        "file": ("string", "binary"),
        **{name: ("string", name) for name in ("binary", "byte", "date", "date-time", "uuid", "email", "uri")},
        "url": ("string", "uri"),
        **dict.fromkeys(("text", "str", "char", "enum"), ("string", None)),
        **dict.fromkeys(("datetime", "timestamp"), ("string", "date-time")),
        **dict.fromkeys(("int", "long", "short"), ("integer", None)),
        **{name: ("integer", name) for name in ("int32", "int64")},
        **{name: ("number", name) for name in ("float", "double")},
        **dict.fromkeys(("decimal", "numeric"), ("number", None)),
        "bool": ("boolean", None),
        **dict.fromkeys(("list", "tuple", "set"), ("array", None)),
        **dict.fromkeys(("map", "dict", "hash", "json"), ("object", None)),
        **dict.fromkeys(("none", "nil", "void", "undefined"), ("null", None)),
    }
)
"""The intended type and format of names that are no types of JSON Schema."""


def intended_type(name: JsonValue) -> tuple[str, str | None] | None:
    """Return the intended type and format of an entry of `type` that JSON Schema does not define; None if unknown.

    YAML's null is read as the type `null`: it only lacks quotes.
    """
    if not isinstance(name, str):
        return ("null", None) if name is None else None
    lowered = name.strip().lower()
    if lowered in _INTENDED or lowered == "any":
        return _INTENDED.get(lowered)
    close = difflib.get_close_matches(lowered, TYPES, 1)
    return (close[0], None) if close else None


def type_name_error(name: JsonValue) -> tuple[str, str] | None:
    """Return the error message and the advice for an entry of `type`; None if it is a type of JSON Schema."""
    if isinstance(name, str) and name in TYPES:
        return None
    advice = f"use one of {', '.join(TYPES)}"
    if not isinstance(name, str):
        quoted = "; in YAML the type is written 'null' in quotes" if name is None else ""
        return f"the name of a type is a string, not {json_type(name)}", advice + quoted
    intention = _ADVICE.get(name.lower())
    if intention is None:
        close = difflib.get_close_matches(name.lower(), TYPES, 1)
        intention = f"did you mean '{close[0]}'?" if close else advice
    return f"type {name!r} is not supported", intention
