"""Other files that a Swagger 2.0 description refers to: their schemas and parameters, converted where they stand.

What such a file holds, only the references to it say; a schema and a parameter are known by their own members.
"""

from __future__ import annotations

from typing import Final

from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.swagger.parameters import Written, parameter
from typewright.openapi.swagger.schemas import FILE
from typewright.openapi.swagger.source_map import SourceMap

_LITERALS: Final = frozenset({"example", "examples", "default", "enum", "x-example"})


def convert_part(value: JsonValue, places: SourceMap, at: str = "#") -> JsonValue:
    """Return the value at `at` of a file that is no description itself, with nothing moved to another pointer."""
    if isinstance(value, list):
        return [convert_part(item, places, f"{at}/{index}") for index, item in enumerate(value)]
    if not isinstance(value, dict):
        return value
    if _is_parameter(value):
        return parameter(Written(value, at), at, places)
    made: JsonObject = {
        key: inner if key in _LITERALS else convert_part(inner, places, f"{at}/{escape(key)}")
        for key, inner in value.items()
    }
    if isinstance(nullable := made.get("x-nullable"), bool):
        made.setdefault("nullable", nullable)
        places.moved(f"{at}/nullable", f"{at}/x-nullable")
    if isinstance(name := made.get("discriminator"), str):
        made["discriminator"] = {"propertyName": name}
        places.moved(f"{at}/discriminator/propertyName", f"{at}/discriminator")
    if made.get("type") == "file":
        made |= FILE
    return made


def _is_parameter(value: JsonObject) -> bool:
    """Whether an object is a parameter of Swagger 2.0 that OpenAPI 3 would write with a schema."""
    located = value.get("in") in ("query", "path", "header")
    return located and isinstance(value.get("name"), str) and isinstance(value.get("type"), str)
