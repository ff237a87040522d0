"""Schemas of Swagger 2.0 (its "Schema Object") as those of OpenAPI 3.0, and references to what moves."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.swagger.source_map import SourceMap

_MOVED: Mapping[str, str] = MappingProxyType(
    {
        "#/definitions/": "#/components/schemas/",
        "#/parameters/": "#/components/parameters/",
        "#/responses/": "#/components/responses/",
    }
)
FILE: Final[JsonObject] = {"type": "string", "format": "binary"}
"""What `type: file` is in OpenAPI 3.0."""
_ONE = ("items", "additionalProperties", "not")
_LISTED = ("allOf", "anyOf", "oneOf")


def reference(ref: JsonValue) -> JsonValue:
    """Return a `$ref` as it is after the conversion."""
    if isinstance(ref, str):
        for before, after in _MOVED.items():
            if ref.startswith(before):
                return after + ref.removeprefix(before)
    return ref


def schema(value: JsonValue, at: str, to: str, places: SourceMap) -> JsonValue:
    """Return the schema that is written at `at` for the place `to` of the result."""
    if not isinstance(value, dict):
        return value
    places.moved(to, at)
    made: JsonObject = {key: _member(key, inner, f"{at}/{escape(key)}", to, places) for key, inner in value.items()}
    if made.get("type") == "file":
        made |= FILE
    nullable = made.pop("x-nullable", None)
    if isinstance(nullable, bool):
        made.setdefault("nullable", nullable)
        places.moved(f"{to}/nullable", f"{at}/x-nullable")
    if isinstance(name := made.get("discriminator"), str):
        made["discriminator"] = {"propertyName": name}
        places.moved(f"{to}/discriminator/propertyName", f"{at}/discriminator")
    return made


def _member(key: str, inner: JsonValue, at: str, to: str, places: SourceMap) -> JsonValue:
    below = f"{to}/{escape(key)}"
    if key == "$ref":
        return reference(inner)
    if key in _ONE:
        return schema(inner, at, below, places)
    if key in _LISTED and isinstance(inner, list):
        return [schema(branch, f"{at}/{index}", f"{below}/{index}", places) for index, branch in enumerate(inner)]
    if key == "properties" and isinstance(inner, dict):
        return {
            name: schema(property_, f"{at}/{escape(name)}", f"{below}/{escape(name)}", places)
            for name, property_ in inner.items()
        }
    return inner


def discriminator_mappings(schemas: JsonObject) -> dict[str, JsonObject]:
    """Return the mapping of each schema with a discriminator, by name, from `x-discriminator-value` of those below it.

    `schemas` are converted components. A schema is below another where its `allOf` refers to it.
    """
    mappings: dict[str, JsonObject] = {}
    for name, written in schemas.items():
        value = written.get("x-discriminator-value") if isinstance(written, dict) else None
        parts = written.get("allOf") if isinstance(written, dict) else None
        if not isinstance(value, str):
            continue
        for part in parts if isinstance(parts, list) else []:
            ref = part.get("$ref") if isinstance(part, dict) else None
            if isinstance(ref, str) and ref.startswith("#/components/schemas/"):
                base = ref.rpartition("/")[2]
                mappings.setdefault(base, {})[value] = f"#/components/schemas/{escape(name)}"
    return mappings
