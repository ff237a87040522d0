"""Parameters of Swagger 2.0 (its "Parameter Object", "Items Object" and "Header Object") as those of OpenAPI 3.0."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.swagger.schemas import FILE, reference, schema
from typewright.openapi.swagger.source_map import SourceMap

MULTIPART: Final = "multipart/form-data"
FORM: Final = "application/x-www-form-urlencoded"
_OWN = frozenset({"name", "in", "description", "required", "allowEmptyValue", "collectionFormat", "deprecated"})
"""The members of a parameter that are not those of its schema; extensions are not, either."""
_OF_SCHEMAS = frozenset(
    {"x-nullable", "x-example", "x-enum-varnames", "x-enumNames", "x-enum-descriptions", "x-ms-enum"}
)
"""Extensions that say something of the type."""
_STYLES: Mapping[str, JsonObject] = MappingProxyType(
    {
        "csv": {"explode": False},
        "ssv": {"style": "spaceDelimited", "explode": False},
        "pipes": {"style": "pipeDelimited", "explode": False},
        "multi": {"explode": True},
    }
)
"""`collectionFormat` as a style of the query or of a form; elsewhere values are joined by commas in any case."""


@dataclass(frozen=True, slots=True)
class Written:
    """A parameter with its `$ref` resolved, and where it is written."""

    value: JsonObject
    at: str

    @property
    def location(self) -> JsonValue:
        """Its `in`."""
        return self.value.get("in")


def parameter(written: Written, to: str, places: SourceMap) -> JsonObject:
    """Return a parameter of the path, the query or the headers."""
    value, at = written.value, written.at
    places.moved(to, at)
    made: JsonObject = {
        key: reference(inner) if key == "$ref" else inner
        for key, inner in value.items()
        if (key in _OWN and key != "collectionFormat") or key == "$ref" or _is_extension(key)
    }
    if "$ref" in value:
        return made
    made |= _style(written, places)
    made["schema"] = value_schema(value, at, f"{to}/schema", places)
    if "x-example" in value:
        made.setdefault("example", value["x-example"])
        places.moved(f"{to}/example", f"{at}/x-example")
    return made


def _is_extension(key: str) -> bool:
    return key.startswith("x-") and key not in _OF_SCHEMAS


def value_schema(value: JsonObject, at: str, to: str, places: SourceMap) -> JsonValue:
    """Return the schema of a parameter or header, whose members stand in Swagger 2.0 beside its own."""
    if isinstance(value.get("schema"), dict):
        return schema(value["schema"], f"{at}/schema", to, places)
    members = {key: inner for key, inner in value.items() if key not in _OWN and not _is_extension(key)}
    members.pop("x-example", None)
    items = members.get("items")
    while isinstance(items, dict):
        if items.get("collectionFormat", "csv") != "csv":
            places.lose(f"{at}/items", f"'collectionFormat: {items['collectionFormat']}' of inner arrays")
        items = items.get("items")
    return schema(members, at, to, places)


def _style(written: Written, places: SourceMap) -> JsonObject:
    """Return how an array is written; nothing for other values."""
    value = written.value
    if value.get("type") != "array":
        return {}
    name = value.get("collectionFormat", "csv")
    has_styles = written.location in ("query", "formData")
    if name == "csv" and not has_styles:
        return {}
    found = _STYLES.get(str(name)) if has_styles else None
    if found is None:
        places.lose(f"{written.at}/collectionFormat", f"'collectionFormat: {name}' (values are joined by commas)")
        return dict(_STYLES["csv"]) if has_styles else {}
    return dict(found)


def request_body(written: Written, media_types: Sequence[str], to: str, places: SourceMap) -> JsonObject:
    """Return the request body for a body parameter, the same in each of `media_types`."""
    value, at = written.value, written.at
    places.moved(to, at)
    made: JsonObject = {
        key: inner for key, inner in value.items() if key in ("description", "required") or _is_extension(key)
    }
    content: JsonObject = {}
    for media_type in media_types:
        below = f"{to}/content/{escape(media_type)}"
        places.moved(below, at)
        content[media_type] = {"schema": schema(value.get("schema", {}), f"{at}/schema", f"{below}/schema", places)}
    return {**made, "content": content}


def form_body(fields: Sequence[Written], consumes: Sequence[str], to: str, places: SourceMap) -> JsonObject:
    """Return the request body for parameters `in: formData`: multipart where one is a file, else as `consumes` says."""
    places.moved(to, fields[0].at)
    has_file = any(field.value.get("type") == "file" for field in fields)
    told = [media_type for media_type in consumes if media_type.partition(";")[0].strip().lower() in (MULTIPART, FORM)]
    if has_file:
        told = [media_type for media_type in told if not media_type.lower().startswith(FORM)] or [MULTIPART]
    content: JsonObject = {}
    for media_type in told or [FORM]:
        content[media_type] = _form(fields, f"{to}/content/{escape(media_type)}", places)
    needed = any(field.value.get("required") is True for field in fields)
    return {"content": content, "required": True} if needed else {"content": content}


def _form(fields: Sequence[Written], to: str, places: SourceMap) -> JsonObject:
    properties: JsonObject = {}
    encoding: JsonObject = {}
    for field in fields:
        name = str(field.value.get("name"))
        place = f"{to}/schema/properties/{escape(name)}"
        made = value_schema(field.value, field.at, place, places)
        if isinstance(made, dict):
            described = field.value.get("description")
            properties[name] = {**made, "description": described} if isinstance(described, str) else made
        style = _style(field, places)
        if style and style != {"explode": True}:
            encoding[name] = {"style": "form", **style}
    required: list[JsonValue] = [
        str(field.value.get("name")) for field in fields if field.value.get("required") is True
    ]
    body: JsonObject = {"type": "object", "properties": properties}
    if required:
        body["required"] = required
    return {"schema": body, "encoding": encoding} if encoding else {"schema": body}


def header(value: JsonValue, at: str, to: str, places: SourceMap) -> JsonValue:
    """Return a header of a response."""
    if not isinstance(value, dict):
        return value
    places.moved(to, at)
    made: JsonObject = {key: inner for key, inner in value.items() if key == "description" or _is_extension(key)}
    _style(Written({**value, "in": "header"}, at), places)
    return {**made, "schema": value_schema(value, at, f"{to}/schema", places)}


__all__ = ["FILE", "FORM", "MULTIPART", "Written", "form_body", "header", "parameter", "request_body"]
