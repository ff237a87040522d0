"""Parameters, bodies, media types and headers of an operation."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias, cast

from typewright.base.errors import SpecError
from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.base.suggestions import suggested
from typewright.ir import (
    ABSENT,
    Absent,
    Body,
    Encoding,
    Header,
    Media,
    Parameter,
    ParameterLocation,
    PartHeader,
    Presence,
    Response,
    Scalar,
    ScalarKind,
    TypeExpr,
)
from typewright.openapi.kinds import KINDS
from typewright.openapi.lower.events import decoded_data, is_event_stream
from typewright.openapi.lower.schemas import SchemaLowerer
from typewright.openapi.reading import Reader, extensions, value_or_absent

_LOCATIONS = {location.value: location for location in ParameterLocation}
_OF_OTHER_ORIGIN = frozenset({"accept", "authorization", "content-type"})
"""Headers that follow from media types and security, so that no parameter describes them (OpenAPI 3.1, 4.8.12.2)."""
HIDDEN = "x-speakeasy-globals-hidden"
ENCODING_OVERRIDE = "x-speakeasy-param-encoding-override"
Globals: TypeAlias = Mapping[tuple[str, str], bool]
"""Name and location of each global parameter → whether methods hide it."""


@dataclass(frozen=True, slots=True)
class Located:
    """An object with all `$ref`s resolved, and its canonical pointer."""

    value: JsonObject
    pointer: str
    reference: str | None = None
    """The canonical pointer that the `$ref` led to, where there was one."""


def locate(lowerer: SchemaLowerer, value: JsonValue, pointer: str, kind: str, named: str = "") -> Located | None:
    """Resolve the `$ref`s of an object of `kind`, called `named` in messages; None where it is not an object."""
    if isinstance(value, dict) and isinstance(ref := value.get("$ref"), str):
        try:
            target = lowerer.document.follow(ref, pointer, ignore_siblings=True)
        except SpecError as error:
            lowerer.reader.absorb(error)
            return None
        lowerer.reader.reached.update((pointer, target.pointer))
        if isinstance(target.value, dict):
            return Located(target.value, target.pointer, target.pointer)
        value = target.value
    elif isinstance(value, dict) and "$ref" in value:
        lowerer.reader.report_no_reference(value["$ref"], pointer)
        return None
    if not isinstance(value, dict):
        lowerer.reader.report_no_object(value, named or KINDS[kind].spoken, kind, pointer)
        return None
    lowerer.reader.reached.add(pointer)
    return Located(value, pointer)


def lower_parameters(
    lowerer: SchemaLowerer, parents: tuple[tuple[JsonObject, str], ...], id_: str, globals_: Globals
) -> tuple[Parameter, ...]:
    """Return the parameters of an operation.

    `parents` are the path item and the operation, each with its pointer: a parameter of the operation replaces that of
    the path item with the same name and location. Of two in one list, the first counts.
    """
    found: dict[tuple[str, str], Parameter] = {}
    for parent, pointer in parents:
        own: set[tuple[str, str]] = set()
        for index, written in enumerate(lowerer.reader.array(parent, "parameters", pointer)):
            located = locate(lowerer, written, f"{pointer}/parameters/{index}", "Parameter")
            if located is not None and not _is_ignored(located.value):
                parameter = lower_parameter(lowerer, located, id_, globals_)
                if parameter is not None and (key := (parameter.name, parameter.location.value)) not in own:
                    own.add(key)
                    found[key] = parameter
    return tuple(found.values())


def _is_ignored(parameter: JsonObject) -> bool:
    """Whether a parameter shall be ignored: by the extension, or as a header of another origin (4.8.12.2)."""
    name = parameter.get("name")
    is_header = parameter.get("in") == "header" and isinstance(name, str) and name.lower() in _OF_OTHER_ORIGIN
    return is_header or parameter.get("x-speakeasy-ignore") is True


def lower_parameter(lowerer: SchemaLowerer, located: Located, owner: str, globals_: Globals) -> Parameter | None:
    """Return a parameter; None where its name or location is missing."""
    value, pointer, reader = located.value, located.pointer, lowerer.reader
    name, in_ = reader.string(value, "name", pointer), reader.string(value, "in", pointer)
    if not name:
        reader.report("E311", "a parameter needs a 'name'", pointer)
        return None
    location = _LOCATIONS.get(in_ or "")
    if location is None or in_ is None:
        _report_location(reader, name, in_, pointer)
        return None
    id_ = f"{owner}/parameters/{in_}:{escape(name)}"
    shared = located.reference if "shared-parameter-types" in reader.habits else None
    required = bool(reader.boolean(value, "required", pointer)) or location is ParameterLocation.PATH
    preferred = value.get("x-speakeasy-name-override")
    examples = tuple(entry for _, entry in _examples(lowerer, value, pointer))
    counts = reader.from_examples and "parameter-examples-ignored" not in reader.habits
    first = examples[0] if counts and examples else ABSENT
    return Parameter(
        id=id_,
        name=name,
        location=location,
        type=_parameter_type(lowerer, value, shared or id_, pointer),
        presence=Presence.REQUIRED if required else Presence.OPTIONAL,
        pointer=pointer,
        description=reader.string(value, "description", pointer),
        example=value.get("example", first),
        examples=examples,
        deprecated=value.get("deprecated") is True,
        style=reader.string(value, "style", pointer),
        explode=reader.boolean(value, "explode", pointer),
        allow_reserved=value.get("allowReserved") is True or value.get(ENCODING_OVERRIDE) == "allowReserved",
        content_type=_content_type(value),
        preferred_name=preferred if isinstance(preferred, str) else None,
        shared=shared,
        is_global=(name, in_) in globals_,
        is_hidden=(name, in_) in globals_ and (globals_[name, in_] or value.get(HIDDEN) is True),
        extensions=extensions(value),
    )


def _report_location(reader: Reader, name: str, in_: str | None, pointer: str) -> None:
    message = f"parameter {name!r} needs an 'in'"
    if in_ is not None:
        message = f"parameter {name!r} cannot be in {in_!r}"
    if in_ in ("body", "formData"):
        advice: str | None = "OpenAPI 3 writes this as 'requestBody'"
    else:
        advice = suggested(in_ or "", list(_LOCATIONS))
    reader.report("E312", message, f"{pointer}/in", help_=advice or "use path, query, header or cookie")


def _parameter_type(lowerer: SchemaLowerer, value: JsonObject, id_: str, pointer: str) -> TypeExpr:
    if "schema" in value:
        return lowerer.lower(value["schema"], f"{id_}/schema", f"{pointer}/schema")
    for media_type, media in lowerer.reader.object(value, "content", pointer).items():
        suffix = f"/content/{escape(media_type)}/schema"
        if isinstance(media, dict) and "schema" in media:
            return lowerer.lower(media["schema"], f"{id_}{suffix}", f"{pointer}{suffix}")
    return Scalar(ScalarKind.ANY, pointer)


def _content_type(value: JsonObject) -> str | None:
    """Return the only media type of a parameter's `content` (OpenAPI 3.1, 4.8.12.3)."""
    content = value.get("content")
    return next(iter(content), None) if isinstance(content, dict) and "schema" not in value else None


def lower_body(lowerer: SchemaLowerer, operation: JsonObject, id_: str, pointer: str) -> Body | None:
    """Return the request body of an operation."""
    if operation.get("requestBody") is None:
        return None
    located = locate(lowerer, operation["requestBody"], f"{pointer}/requestBody", "RequestBody", "'requestBody'")
    if located is None:
        return None
    value, reader = located.value, lowerer.reader
    return Body(
        media=lower_content(lowerer, value, located.reference or f"{id_}/requestBody", located.pointer),
        required=bool(reader.boolean(value, "required", located.pointer)),
        pointer=located.pointer,
        description=reader.string(value, "description", located.pointer),
        extensions=extensions(value),
        shared=located.reference,
    )


def lower_content(lowerer: SchemaLowerer, parent: JsonObject, id_: str, pointer: str) -> tuple[Media, ...]:
    """Return the media types of a body or a response."""
    media_types = []
    for media_type, written in lowerer.reader.object(parent, "content", pointer).items():
        suffix = f"/content/{escape(media_type)}"
        located = locate(lowerer, written, f"{pointer}{suffix}", "MediaType", f"media type {media_type!r}")
        if located is None:
            continue
        value = located.value
        type_, key = None, next((key for key in ("itemSchema", "schema") if key in value), None)
        if key is not None:
            if is_event_stream(media_type):
                lowerer.decoded |= set(decoded_data(lowerer.document, value[key], f"{located.pointer}/{key}"))
            type_ = lowerer.lower(value[key], f"{located.reference or id_ + suffix}/{key}", f"{located.pointer}/{key}")
        media_types.append(
            Media(
                media_type=media_type,
                type=type_,
                pointer=located.pointer,
                example=value_or_absent(value, "example"),
                examples=_examples(lowerer, value, located.pointer),
                extensions=extensions(value),
                encoding=tuple(_encodings(lowerer, value, located.pointer)),
                has_item_schema=key == "itemSchema",
            )
        )
    return tuple(media_types)


def _encodings(lowerer: SchemaLowerer, media: JsonObject, pointer: str) -> Iterator[Encoding]:
    """Yield how the properties of a form or multipart body are written, those of which `encoding` says anything."""
    reader, place = lowerer.reader, f"{pointer}/encoding"
    for name, value in reader.object(media, "encoding", pointer).items():
        if isinstance(value, dict):
            below = f"{place}/{escape(name)}"
            yield Encoding(
                property=name,
                content_type=reader.string(value, "contentType", below),
                style=reader.string(value, "style", below),
                explode=reader.boolean(value, "explode", below),
                allow_reserved=value.get("allowReserved") is True,
                headers=tuple(_part_headers(lowerer, value, below)),
            )


def _part_headers(lowerer: SchemaLowerer, encoding: JsonObject, pointer: str) -> Iterator[PartHeader]:
    """Yield the headers of a part; `Content-Type` is not one of them (OpenAPI 3.1, 4.8.15.1)."""
    for name, written in lowerer.reader.object(encoding, "headers", pointer).items():
        located = locate(lowerer, written, f"{pointer}/headers/{escape(name)}", "Header", f"header {name!r}")
        if located is None or name.lower() == "content-type":
            continue
        schema = located.value.get("schema")
        yield PartHeader(name, _fixed_value(schema), located.value.get("required") is True)


def _fixed_value(schema: JsonValue) -> str | None:
    """Return the value that a schema of text leaves no choice about, else its default."""
    if not isinstance(schema, dict):
        return None
    enum = schema.get("enum")
    only = enum[0] if isinstance(enum, list) and len(enum) == 1 else None
    return next((value for value in (schema.get("const"), only, schema.get("default")) if isinstance(value, str)), None)


def lower_responses(lowerer: SchemaLowerer, operation: JsonObject, id_: str, pointer: str) -> tuple[Response, ...]:
    """Return the responses of an operation in document order."""
    responses = []
    for status, written in lowerer.reader.object(operation, "responses", pointer).items():
        if status.startswith("x-"):
            continue
        located = locate(lowerer, written, f"{pointer}/responses/{escape(status)}", "Response", f"response {status}")
        if located is None:
            continue
        value, below = located.value, located.reference or f"{id_}/responses/{escape(status)}"
        responses.append(
            Response(
                status=status,
                media=lower_content(lowerer, value, below, located.pointer),
                pointer=located.pointer,
                description=lowerer.reader.string(value, "description", located.pointer),
                headers=_headers(lowerer, value, below, located.pointer),
                shared=located.reference,
                extensions=extensions(value),
            )
        )
    return tuple(responses)


def _headers(lowerer: SchemaLowerer, response: JsonObject, id_: str, pointer: str) -> tuple[Header, ...]:
    headers = []
    for name, written in lowerer.reader.object(response, "headers", pointer).items():
        suffix = f"/headers/{escape(name)}"
        located = locate(lowerer, written, f"{pointer}{suffix}", "Header", f"header {name!r}")
        if located is not None:
            headers.append(
                Header(
                    name=name,
                    type=_parameter_type(lowerer, located.value, f"{id_}{suffix}", located.pointer),
                    pointer=located.pointer,
                    description=lowerer.reader.string(located.value, "description", located.pointer),
                    required=located.value.get("required") is True,
                )
            )
    return tuple(headers)


def _examples(lowerer: SchemaLowerer, parent: JsonObject, pointer: str) -> tuple[tuple[str, JsonValue], ...]:
    """Return the named examples of a parameter or a media type (OpenAPI 3.1, 4.8.19), with `$ref`s resolved."""
    written = parent.get("examples")
    if not isinstance(written, dict):
        return ()
    examples = []
    for name, entry in written.items():
        located = locate(lowerer, entry, f"{pointer}/examples/{escape(name)}", "Example", f"example {name!r}")
        value = ABSENT if located is None else _example_value(located.value)
        if not isinstance(value, Absent):
            examples.append((name, value))
    return tuple(examples)


def _example_value(example: JsonObject) -> JsonValue | Absent:
    """Return the value that an Example Object shows: data, else what its serialization is as JSON (OpenAPI 3.2)."""
    for key in ("dataValue", "value"):
        if key in example:
            return example[key]
    written = example.get("serializedValue")
    if not isinstance(written, str):
        return ABSENT
    try:
        return cast(JsonValue, json.loads(written))
    except ValueError:
        return ABSENT
