"""Server-sent events whose data is JSON of a schema (OpenAPI 3.2, "Special Considerations for Server-Sent Events")."""

from __future__ import annotations

from collections.abc import Iterator

from typewright.base.errors import SpecError
from typewright.base.json_value import JsonValue
from typewright.openapi.document import Document


def is_event_stream(media_type: str) -> bool:
    """Whether content of this media type is a stream of server-sent events."""
    return media_type.partition(";")[0].strip().lower() == "text/event-stream"


def decoded_data(document: Document, item: JsonValue, pointer: str) -> Iterator[str]:
    """Yield the pointers of the schemas of `data` whose text is JSON of their `contentSchema`.

    `item` is the schema of an event, at `pointer`; its references and the branches of its compositions are searched.
    """
    stack, seen = [(item, pointer)], {pointer}
    while stack:
        schema, place = stack.pop()
        if not isinstance(schema, dict):
            continue
        if isinstance(ref := schema.get("$ref"), str):
            try:
                target = document.follow(ref, place)
            except SpecError:
                continue
            if target.pointer not in seen:
                seen.add(target.pointer)
                stack.append((target.value, target.pointer))
        for keyword in ("allOf", "anyOf", "oneOf"):
            branches = schema.get(keyword)
            for index, branch in enumerate(branches if isinstance(branches, list) else []):
                stack.append((branch, f"{place}/{keyword}/{index}"))
        properties = schema.get("properties")
        if isinstance(properties, dict) and has_json_content(properties.get("data")):
            yield f"{place}/properties/data"


def has_json_content(schema: JsonValue) -> bool:
    """Whether a schema is that of a text in JSON, and says of which schema (JSON Schema 2020-12 Validation, 8.5)."""
    if not isinstance(schema, dict) or "contentSchema" not in schema:
        return False
    media = str(schema.get("contentMediaType", "")).partition(";")[0].strip().lower()
    return media == "application/json" or media.endswith("+json")
