"""Conversion of the files that a Swagger 2.0 description refers to.

Such a file may contain any objects at any location: schemas and parameters are recognized by their members, and
converted in place.
"""

from __future__ import annotations

from typing import Final

from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.swagger.parameters import SourceParameter, parameter
from typewright.openapi.swagger.schemas import FILE
from typewright.openapi.swagger.source_map import SourceMap

_LITERALS: Final = frozenset({"example", "examples", "default", "enum", "x-example"})


def convert_referenced_value(value: JsonValue, source_map: SourceMap, origin: str = "#") -> JsonValue:
    """Return the converted `value`, which is at the JSON pointer `origin` of its file and keeps this pointer."""
    if isinstance(value, list):
        return [convert_referenced_value(item, source_map, f"{origin}/{index}") for index, item in enumerate(value)]
    if not isinstance(value, dict):
        return value
    if _is_parameter(value):
        return parameter(SourceParameter(value, origin), origin, source_map)
    converted: JsonObject = {
        key: inner if key in _LITERALS else convert_referenced_value(inner, source_map, f"{origin}/{escape(key)}")
        for key, inner in value.items()
    }
    if isinstance(nullable := converted.get("x-nullable"), bool):
        converted.setdefault("nullable", nullable)
        source_map.record(f"{origin}/nullable", f"{origin}/x-nullable")
    if isinstance(name := converted.get("discriminator"), str):
        converted["discriminator"] = {"propertyName": name}
        source_map.record(f"{origin}/discriminator/propertyName", f"{origin}/discriminator")
    if converted.get("type") == "file":
        converted |= FILE
    return converted


def _is_parameter(value: JsonObject) -> bool:
    """Return whether an object is a parameter of Swagger 2.0, whose type OpenAPI 3 writes below `schema`."""
    has_location = value.get("in") in ("query", "path", "header")
    return has_location and isinstance(value.get("name"), str) and isinstance(value.get("type"), str)
