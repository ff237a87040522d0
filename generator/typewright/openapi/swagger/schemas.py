"""Conversion of schemas and references (Swagger 2.0, "Schema Object" and "Reference Object").

`origin` is the JSON pointer of a value in the source document, `target` its pointer in the result.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.swagger.source_map import SourceMap

_MOVED_PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "#/definitions/": "#/components/schemas/",
        "#/parameters/": "#/components/parameters/",
        "#/responses/": "#/components/responses/",
    }
)
FILE: Final[JsonObject] = {"type": "string", "format": "binary"}
"""The keywords of OpenAPI 3.0 for `type: file`."""
_SCHEMA_KEYWORDS = ("items", "additionalProperties", "not")
_SCHEMA_LIST_KEYWORDS = ("allOf", "anyOf", "oneOf")


def reference(ref: JsonValue) -> JsonValue:
    """Return the `$ref` of the result for a `$ref` of the source document."""
    if isinstance(ref, str):
        for before, after in _MOVED_PREFIXES.items():
            if ref.startswith(before):
                return after + ref.removeprefix(before)
    return ref


def schema(value: JsonValue, origin: str, target: str, source_map: SourceMap) -> JsonValue:
    """Return the converted schema."""
    if not isinstance(value, dict):
        return value
    source_map.record(target, origin)
    converted: JsonObject = {
        key: _member(key, inner, f"{origin}/{escape(key)}", target, source_map) for key, inner in value.items()
    }
    if converted.get("type") == "file":
        converted |= FILE
    nullable = converted.pop("x-nullable", None)
    if isinstance(nullable, bool):
        converted.setdefault("nullable", nullable)
        source_map.record(f"{target}/nullable", f"{origin}/x-nullable")
    if isinstance(name := converted.get("discriminator"), str):
        converted["discriminator"] = {"propertyName": name}
        source_map.record(f"{target}/discriminator/propertyName", f"{origin}/discriminator")
    return converted


def _member(key: str, inner: JsonValue, origin: str, target: str, source_map: SourceMap) -> JsonValue:
    member_target = f"{target}/{escape(key)}"
    if key == "$ref":
        return reference(inner)
    if key in _SCHEMA_KEYWORDS:
        return schema(inner, origin, member_target, source_map)
    if key in _SCHEMA_LIST_KEYWORDS and isinstance(inner, list):
        return [
            schema(branch, f"{origin}/{index}", f"{member_target}/{index}", source_map)
            for index, branch in enumerate(inner)
        ]
    if key == "properties" and isinstance(inner, dict):
        return {
            name: schema(property_, f"{origin}/{escape(name)}", f"{member_target}/{escape(name)}", source_map)
            for name, property_ in inner.items()
        }
    return inner


def discriminator_mappings(schemas: JsonObject) -> dict[str, JsonObject]:
    """Return discriminator mappings made from `x-discriminator-value` of subtypes, by the escaped name of the base.

    `schemas` are the converted components. The base types of a schema are those that its `allOf` refers to.
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
