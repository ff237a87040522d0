"""Whether a schema admits null: OpenAPI 3.0's `nullable`, lists of types and enumerations of 3.1."""

from __future__ import annotations

from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.lower.notes import is_annotation


def nullable(schema: JsonObject) -> bool:
    """Whether the schema's own keywords admit null beside something else (OpenAPI 3.0 `nullable`, 3.1 type lists)."""
    types = schema.get("type")
    if isinstance(types, list) and "null" in types and len(types) > 1:
        return True
    if schema.get("nullable") is True and not is_bare_nullable(schema):
        return True
    values = schema.get("enum")
    return types is None and isinstance(values, list) and None in values and len(values) > 1


def is_bare_nullable(schema: JsonObject) -> bool:
    """Whether nothing but `nullable` and annotations are said: any value, null among them."""
    return all(map(is_annotation, schema))


def is_null(schema: JsonValue) -> bool:
    """Whether null is the only valid value."""
    if not isinstance(schema, dict):
        return False
    if schema.get("type") in ("null", ["null"]):
        return True
    return schema.get("enum") == [None] or ("const" in schema and schema["const"] is None)
