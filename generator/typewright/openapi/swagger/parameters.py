"""Conversion of parameters (Swagger 2.0, "Parameter Object", "Items Object" and "Header Object").

`origin` is the JSON pointer of a value in the source document, `target` its pointer in the result.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from msgspec import Struct

from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.swagger.schemas import FILE, reference, schema
from typewright.openapi.swagger.source_map import SourceMap

MULTIPART: Final = "multipart/form-data"
FORM: Final = "application/x-www-form-urlencoded"
_PARAMETER_MEMBERS = frozenset(
    {"name", "in", "description", "required", "allowEmptyValue", "collectionFormat", "deprecated"}
)
"""The members of a parameter that stay in it. The others, but for extensions, are those of its schema."""
_SCHEMA_EXTENSIONS = frozenset(
    {"x-nullable", "x-example", "x-enum-varnames", "x-enumNames", "x-enum-descriptions", "x-ms-enum"}
)
"""Extensions that belong to the schema of a parameter."""
_STYLES: Mapping[str, JsonObject] = MappingProxyType(
    {
        "csv": {"explode": False},
        "ssv": {"style": "spaceDelimited", "explode": False},
        "pipes": {"style": "pipeDelimited", "explode": False},
        "multi": {"explode": True},
    }
)
"""The `style` and `explode` of each `collectionFormat` in a query or a form; elsewhere commas are always used."""


class SourceParameter(Struct, frozen=True):
    """A parameter of the source document with its `$ref` resolved, and its JSON pointer."""

    value: JsonObject
    origin: str

    @property
    def location(self) -> JsonValue:
        """The value of `in`."""
        return self.value.get("in")


def parameter(written: SourceParameter, target: str, source_map: SourceMap) -> JsonObject:
    """Return a parameter of the path, the query or the headers."""
    value, origin = written.value, written.origin
    source_map.record(target, origin)
    converted: JsonObject = {
        key: reference(inner) if key == "$ref" else inner
        for key, inner in value.items()
        if (key in _PARAMETER_MEMBERS and key != "collectionFormat") or key == "$ref" or _is_extension(key)
    }
    if "$ref" in value:
        return converted
    converted |= _style(written, source_map)
    converted["schema"] = value_schema(value, origin, f"{target}/schema", source_map)
    if "x-example" in value:
        converted.setdefault("example", value["x-example"])
        source_map.record(f"{target}/example", f"{origin}/x-example")
    return converted


def _is_extension(key: str) -> bool:
    return key.startswith("x-") and key not in _SCHEMA_EXTENSIONS


def value_schema(value: JsonObject, origin: str, target: str, source_map: SourceMap) -> JsonValue:
    """Return the schema of a parameter or header, whose keywords Swagger 2.0 writes in the parameter itself."""
    if isinstance(value.get("schema"), dict):
        return schema(value["schema"], f"{origin}/schema", target, source_map)
    members = {key: inner for key, inner in value.items() if key not in _PARAMETER_MEMBERS and not _is_extension(key)}
    members.pop("x-example", None)
    items = members.get("items")
    while isinstance(items, dict):
        if items.get("collectionFormat", "csv") != "csv":
            source_map.record_loss(
                f"{origin}/items", f"'collectionFormat: {items['collectionFormat']}' of inner arrays"
            )
        items = items.get("items")
    return schema(members, origin, target, source_map)


def _style(written: SourceParameter, source_map: SourceMap) -> JsonObject:
    """Return `style` and `explode` for an array; an empty object for other values."""
    value = written.value
    if value.get("type") != "array":
        return {}
    name = value.get("collectionFormat", "csv")
    has_styles = written.location in ("query", "formData")
    if name == "csv" and not has_styles:
        return {}
    style = _STYLES.get(str(name)) if has_styles else None
    if style is None:
        source_map.record_loss(
            f"{written.origin}/collectionFormat", f"'collectionFormat: {name}' (values are joined by commas)"
        )
        return dict(_STYLES["csv"]) if has_styles else {}
    return dict(style)


def request_body(
    written: SourceParameter, media_types: Sequence[str], target: str, source_map: SourceMap
) -> JsonObject:
    """Return the request body for a body parameter, with the same schema for each of `media_types`."""
    value, origin = written.value, written.origin
    source_map.record(target, origin)
    converted: JsonObject = {
        key: inner for key, inner in value.items() if key in ("description", "required") or _is_extension(key)
    }
    content: JsonObject = {}
    for media_type in media_types:
        media_target = f"{target}/content/{escape(media_type)}"
        source_map.record(media_target, origin)
        content[media_type] = {
            "schema": schema(value.get("schema", {}), f"{origin}/schema", f"{media_target}/schema", source_map)
        }
    return {**converted, "content": content}


def form_body(
    fields: Sequence[SourceParameter], consumes: Sequence[str], target: str, source_map: SourceMap
) -> JsonObject:
    """Return the request body for parameters `in: formData`: multipart if one is a file, else as in `consumes`."""
    source_map.record(target, fields[0].origin)
    has_file = any(field.value.get("type") == "file" for field in fields)
    form_types = [
        media_type for media_type in consumes if media_type.partition(";")[0].strip().lower() in (MULTIPART, FORM)
    ]
    if has_file:
        form_types = [media_type for media_type in form_types if not media_type.lower().startswith(FORM)] or [MULTIPART]
    content: JsonObject = {}
    for media_type in form_types or [FORM]:
        content[media_type] = _form(fields, f"{target}/content/{escape(media_type)}", source_map)
    is_required = any(field.value.get("required") is True for field in fields)
    return {"content": content, "required": True} if is_required else {"content": content}


def _form(fields: Sequence[SourceParameter], target: str, source_map: SourceMap) -> JsonObject:
    properties: JsonObject = {}
    encoding: JsonObject = {}
    for field in fields:
        name = str(field.value.get("name"))
        property_target = f"{target}/schema/properties/{escape(name)}"
        converted = value_schema(field.value, field.origin, property_target, source_map)
        if isinstance(converted, dict):
            description = field.value.get("description")
            properties[name] = {**converted, "description": description} if isinstance(description, str) else converted
        style = _style(field, source_map)
        if style and style != {"explode": True}:
            encoding[name] = {"style": "form", **style}
    required: list[JsonValue] = [
        str(field.value.get("name")) for field in fields if field.value.get("required") is True
    ]
    body: JsonObject = {"type": "object", "properties": properties}
    if required:
        body["required"] = required
    return {"schema": body, "encoding": encoding} if encoding else {"schema": body}


def header(value: JsonValue, origin: str, target: str, source_map: SourceMap) -> JsonValue:
    """Return a header of a response."""
    if not isinstance(value, dict):
        return value
    source_map.record(target, origin)
    converted: JsonObject = {key: inner for key, inner in value.items() if key == "description" or _is_extension(key)}
    _style(SourceParameter({**value, "in": "header"}, origin), source_map)
    return {**converted, "schema": value_schema(value, origin, f"{target}/schema", source_map)}


__all__ = ["FILE", "FORM", "MULTIPART", "SourceParameter", "form_body", "header", "parameter", "request_body"]
