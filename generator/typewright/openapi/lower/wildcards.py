"""Media types of responses that stand for all others (RFC 9110, 12.5.1), such as `*/*` in descriptions of Spring."""

from __future__ import annotations

from typing import Final

from typewright.base.json_value import JsonObject
from typewright.ir.media_types import essence
from typewright.openapi.checks.schemas import applied_schemas, possible_types
from typewright.openapi.reading import Reader

_JSON: Final = "application/json"
_WILDCARDS: Final = frozenset(("*/*", "application/*"))
_TYPES_OF_JSON: Final = frozenset(("object", "array", "number", "integer", "boolean", "null"))
_IMPLIED: Final = (("properties", "object"), ("additionalProperties", "object"), ("items", "array"))


def read_media_type(written: str, media: JsonObject, pointer: str, content: JsonObject, reader: Reader) -> str:
    """Return the media type in which a response that is described as `written` is asked for and read.

    It is JSON for a wildcard whose schema can have no values but those of JSON, unless `content` has JSON, too. With
    the habit `wildcards-are-bytes`, it is the written one.
    """
    if essence(written) not in _WILDCARDS or _JSON in content or "wildcards-are-bytes" in reader.habits:
        return written
    schema = media.get("schema")
    if not isinstance(schema, dict):
        return written
    types = possible_types(schema, f"{pointer}/schema", reader)
    if not types:
        parts = [part for part, _ in applied_schemas(schema, f"{pointer}/schema", reader)]
        types = frozenset(type_ for keyword, type_ in _IMPLIED if any(keyword in part for part in parts))
    return _JSON if types and types <= _TYPES_OF_JSON else written
