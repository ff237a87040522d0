"""Request bodies that are sequences, described by their items (OpenAPI 3.2, "Streaming Sequential Media Types").

`itemSchema` of a request body means what an array with such items as `schema` does, since a request is sent as a whole.
So does the object schema of JSON lines, for which descriptions before OpenAPI 3.2 had no `itemSchema`.
"""

from __future__ import annotations

from typewright.base.errors import SpecError
from typewright.base.json_value import JsonObject, JsonValue
from typewright.ir.media_types import is_json_lines
from typewright.openapi.reading import Reader

_OBJECT_KEYWORDS = frozenset({"properties", "additionalProperties", "allOf", "oneOf", "anyOf"})


def describe_sequences(body: JsonObject, pointer: str, reader: Reader) -> None:
    """Give the media types of a request body that have the schema of an item the schema of an array, in place."""
    content = body.get("content")
    for media_type, written in content.items() if isinstance(content, dict) else ():
        media = _resolved(written, pointer, reader)
        if media is None or not isinstance(content, dict):
            continue
        if "itemSchema" in media and "schema" not in media:
            others = {key: value for key, value in media.items() if key != "itemSchema"}
            content[media_type] = {**others, "schema": {"type": "array", "items": media["itemSchema"]}}
        elif is_json_lines(media_type) and _is_object(media.get("schema"), pointer, reader):
            content[media_type] = {**media, "schema": {"type": "array", "items": media["schema"]}}


def _is_object(schema: JsonValue, pointer: str, reader: Reader) -> bool:
    """Return whether a schema, or what it refers to, is that of an object or a union."""
    resolved = _resolved(schema, pointer, reader)
    if resolved is None or resolved.get("type", "object") != "object":
        return False
    return "type" in resolved or not _OBJECT_KEYWORDS.isdisjoint(resolved)


def _resolved(value: JsonValue, pointer: str, reader: Reader) -> JsonObject | None:
    ref = value.get("$ref") if isinstance(value, dict) else None
    if isinstance(ref, str):
        try:
            value = reader.document.follow(ref, pointer, ignore_siblings=True).value
        except SpecError:
            return None
    return value if isinstance(value, dict) else None
