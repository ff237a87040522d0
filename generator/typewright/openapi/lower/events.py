"""Server-sent events whose data is JSON of a schema (OpenAPI 3.2, "Special Considerations for Server-Sent Events")."""

from __future__ import annotations

from collections.abc import Iterator

from typewright.base.errors import SpecError
from typewright.base.json_value import JsonValue
from typewright.openapi.document import Document


def is_event_stream(media_type: str) -> bool:
    """Return whether content of this media type is a stream of server-sent events."""
    return media_type.partition(";")[0].strip().lower() == "text/event-stream"


def json_data_pointers(document: Document, item: JsonValue, pointer: str) -> Iterator[str]:
    """Yield the pointers of the `data` properties of an event schema whose text is JSON with a `contentSchema`.

    `item` is the schema of an event, at `pointer`. Its references and the branches of its compositions are searched.
    """
    stack, seen = [(item, pointer)], {pointer}
    while stack:
        schema, schema_pointer = stack.pop()
        if not isinstance(schema, dict):
            continue
        if isinstance(ref := schema.get("$ref"), str):
            try:
                target = document.follow(ref, schema_pointer)
            except SpecError:
                continue
            if target.pointer not in seen:
                seen.add(target.pointer)
                stack.append((target.value, target.pointer))
        for keyword in ("allOf", "anyOf", "oneOf"):
            branches = schema.get(keyword)
            for index, branch in enumerate(branches if isinstance(branches, list) else []):
                stack.append((branch, f"{schema_pointer}/{keyword}/{index}"))
        properties = schema.get("properties")
        if isinstance(properties, dict) and has_json_content(properties.get("data")):
            yield f"{schema_pointer}/properties/data"


def has_json_content(schema: JsonValue) -> bool:
    """Return whether a schema describes JSON text with a `contentSchema` (JSON Schema 2020-12 Validation, 8.5)."""
    if not isinstance(schema, dict) or "contentSchema" not in schema:
        return False
    media = str(schema.get("contentMediaType", "")).partition(";")[0].strip().lower()
    return media == "application/json" or media.endswith("+json")
