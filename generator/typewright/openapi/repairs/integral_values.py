"""Integers that are written with a fraction of zero or an exponent, such as `20.0` or `1e3` below `type: integer`.

They are integers (JSON Schema 2020-12 Core, 4.2.3), and code and pages show them as such.
"""

from __future__ import annotations

from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.checks.schemas import types_of

_BOUNDS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
_VALUES = ("const", "default")
_KEYWORDS = frozenset((*_BOUNDS, *_VALUES, "enum"))
_LARGEST = 2.0**64


def write_integers(schema: JsonObject) -> None:
    """Replace floating-point numbers by integers in a schema for integers, in place."""
    if _KEYWORDS.isdisjoint(schema) or not is_for_integers(types_of(schema)):
        return
    for keyword in (*_BOUNDS, *_VALUES):
        if keyword in schema:
            schema[keyword] = as_integer(schema[keyword])
    values = schema.get("enum")
    if isinstance(values, list):
        schema["enum"] = [as_integer(value) for value in values]


def is_for_integers(types: frozenset[str]) -> bool:
    """Return whether all numbers of one of the JSON Schema `types` are integers."""
    return "integer" in types and "number" not in types


def as_integer(value: JsonValue) -> JsonValue:
    """Return a floating-point number as an integer if it is one of at most 64 bits; other values unchanged."""
    if isinstance(value, float) and value.is_integer() and abs(value) <= _LARGEST:
        return int(value)
    return value
