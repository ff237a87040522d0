"""Lowering of the parameters, bodies, media types and headers of an operation."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TypeAlias, cast

from msgspec import Struct

from typewright.base.errors import SpecError
from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.base.suggestions import did_you_mean
from typewright.ir import (
    ABSENT,
    Absent,
    Body,
    Encoding,
    Header,
    Link,
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
from typewright.openapi.lower.events import is_event_stream, json_data_pointers
from typewright.openapi.lower.schemas import SchemaLowerer
from typewright.openapi.lower.wildcards import read_media_type
from typewright.openapi.reading import Reader, extensions, value_or_absent

_LOCATIONS = {location.value: location for location in ParameterLocation}
_IGNORED_HEADERS = frozenset({"accept", "authorization", "content-type"})
"""Header parameters that are ignored: media types and security define them (OpenAPI 3.1, 4.8.12.2)."""
HIDDEN = "x-speakeasy-globals-hidden"
ENCODING_OVERRIDE = "x-speakeasy-param-encoding-override"
Globals: TypeAlias = Mapping[tuple[str, str], bool]
"""Name and location of each global parameter → whether it is hidden from method signatures."""


class ResolvedObject(Struct, frozen=True):
    """An object with its `$ref`s resolved, and the canonical pointer of the object."""

    value: JsonObject
    pointer: str
    reference: str | None = None
    """The canonical pointer of the target if the object was written as a `$ref`, else None."""


def resolve_object(
    lowerer: SchemaLowerer, value: JsonValue, pointer: str, kind: str, label: str = ""
) -> ResolvedObject | None:
    """Resolve the `$ref`s of an object of `kind`, called `label` in messages; None after an error."""
    if isinstance(value, dict) and isinstance(ref := value.get("$ref"), str):
        try:
            target = lowerer.document.follow(ref, pointer, ignore_siblings=True)
        except SpecError as error:
            lowerer.reader.absorb(error)
            return None
        lowerer.reader.reached.update((pointer, target.pointer))
        if isinstance(target.value, dict):
            return ResolvedObject(target.value, target.pointer, target.pointer)
        value = target.value
    elif isinstance(value, dict) and "$ref" in value:
        lowerer.reader.report_no_reference(value["$ref"], pointer)
        return None
    if not isinstance(value, dict):
        lowerer.reader.report_no_object(value, label or KINDS[kind].label, kind, pointer)
        return None
    lowerer.reader.reached.add(pointer)
    return ResolvedObject(value, pointer)


def lower_parameters(
    lowerer: SchemaLowerer, parents: tuple[tuple[JsonObject, str], ...], id_: str, globals_: Globals
) -> tuple[Parameter, ...]:
    """Return the parameters of an operation.

    `parents` are the path item and the operation, each with its pointer. A parameter of the operation replaces the one
    of the path item with the same name and location; of duplicates in one list, the first one is used.
    """
    parameters: dict[tuple[str, str], Parameter] = {}
    for parent, pointer in parents:
        own: set[tuple[str, str]] = set()
        for index, written in enumerate(lowerer.reader.array(parent, "parameters", pointer)):
            resolved = resolve_object(lowerer, written, f"{pointer}/parameters/{index}", "Parameter")
            if resolved is not None and not _is_ignored(resolved.value):
                parameter = lower_parameter(lowerer, resolved, id_, globals_)
                if parameter is not None and (key := (parameter.name, parameter.location.value)) not in own:
                    own.add(key)
                    parameters[key] = parameter
    return tuple(parameters.values())


def _is_ignored(parameter: JsonObject) -> bool:
    """Return whether to ignore a parameter: by `x-speakeasy-ignore`, or as a header in `_IGNORED_HEADERS`."""
    name = parameter.get("name")
    is_header = parameter.get("in") == "header" and isinstance(name, str) and name.lower() in _IGNORED_HEADERS
    return is_header or parameter.get("x-speakeasy-ignore") is True


def lower_parameter(
    lowerer: SchemaLowerer, resolved: ResolvedObject, owner: str, globals_: Globals
) -> Parameter | None:
    """Return the parameter; None, with an error, if its name or location is missing or invalid."""
    value, pointer, reader = resolved.value, resolved.pointer, lowerer.reader
    name, in_ = reader.string(value, "name", pointer), reader.string(value, "in", pointer)
    if not name:
        reader.report("E311", "a parameter needs a 'name'", pointer)
        return None
    location = _LOCATIONS.get(in_ or "")
    if location is None or in_ is None:
        _report_location(reader, name, in_, pointer)
        return None
    id_ = f"{owner}/parameters/{in_}:{escape(name)}"
    shared = resolved.reference if "shared-parameter-types" in reader.habits else None
    required = bool(reader.boolean(value, "required", pointer)) or location is ParameterLocation.PATH
    preferred = value.get("x-speakeasy-name-override")
    examples = tuple(entry for _, entry in _examples(lowerer, value, pointer))
    uses_examples = reader.from_examples and "parameter-examples-ignored" not in reader.habits
    first = examples[0] if uses_examples and examples else ABSENT
    return Parameter(
        id=id_,
        name=name,
        location=location,
        type=_parameter_type(lowerer, value, shared or id_, pointer),
        presence=Presence.REQUIRED if required else Presence.OPTIONAL,
        pointer=pointer,
        description=reader.string(value, "description", pointer),
        example=reader.example(value["example"], f"{pointer}/example") if "example" in value else first,
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
        advice = did_you_mean(in_ or "", list(_LOCATIONS))
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
    """Return the media type of a parameter with `content` (OpenAPI 3.1, 4.8.12.3); None for one with `schema`."""
    content = value.get("content")
    return next(iter(content), None) if isinstance(content, dict) and "schema" not in value else None


def lower_body(lowerer: SchemaLowerer, operation: JsonObject, id_: str, pointer: str) -> Body | None:
    """Return the request body of an operation."""
    if operation.get("requestBody") is None:
        return None
    resolved = resolve_object(
        lowerer, operation["requestBody"], f"{pointer}/requestBody", "RequestBody", "'requestBody'"
    )
    if resolved is None:
        return None
    value, reader = resolved.value, lowerer.reader
    return Body(
        media=lower_content(lowerer, value, resolved.reference or f"{id_}/requestBody", resolved.pointer),
        required=bool(reader.boolean(value, "required", resolved.pointer)),
        pointer=resolved.pointer,
        description=reader.string(value, "description", resolved.pointer),
        extensions=extensions(value),
        shared=resolved.reference,
    )


def lower_content(
    lowerer: SchemaLowerer, parent: JsonObject, id_: str, pointer: str, *, is_response: bool = False
) -> tuple[Media, ...]:
    """Return the media types of a body or a response."""
    media_types = []
    content = lowerer.reader.object(parent, "content", pointer)
    for media_type, written in content.items():
        suffix = f"/content/{escape(media_type)}"
        resolved = resolve_object(lowerer, written, f"{pointer}{suffix}", "MediaType", f"media type {media_type!r}")
        if resolved is None:
            continue
        value = resolved.value
        type_, key = None, next((key for key in ("itemSchema", "schema") if key in value), None)
        if key is not None:
            if is_event_stream(media_type):
                lowerer.decoded_pointers |= set(
                    json_data_pointers(lowerer.document, value[key], f"{resolved.pointer}/{key}")
                )
            type_ = lowerer.lower(
                value[key], f"{resolved.reference or id_ + suffix}/{key}", f"{resolved.pointer}/{key}"
            )
        media_types.append(
            Media(
                media_type=read_media_type(media_type, value, resolved.pointer, content, lowerer.reader)
                if is_response
                else media_type,
                type=type_,
                pointer=resolved.pointer,
                example=value_or_absent(value, "example"),
                examples=_examples(lowerer, value, resolved.pointer),
                extensions=extensions(value),
                encoding=tuple(_encodings(lowerer, value, resolved.pointer)),
                prefix_encoding=tuple(_encodings_by_position(lowerer, value, resolved.pointer)),
                item_encoding=_encoding(lowerer, "", value.get("itemEncoding"), f"{resolved.pointer}/itemEncoding"),
                has_item_schema=key == "itemSchema",
            )
        )
    return tuple(media_types)


def _encodings(lowerer: SchemaLowerer, media: JsonObject, pointer: str) -> Iterator[Encoding]:
    """Yield the Encoding Objects of a form or multipart body, with the names of their properties."""
    for name, value in lowerer.reader.object(media, "encoding", pointer).items():
        encoding = _encoding(lowerer, name, value, f"{pointer}/encoding/{escape(name)}")
        if encoding is not None:
            yield encoding


def _encodings_by_position(lowerer: SchemaLowerer, media: JsonObject, pointer: str) -> Iterator[Encoding]:
    """Yield the Encoding Objects of the first parts of an array (OpenAPI 3.2, "Encoding By Position")."""
    for index, value in enumerate(lowerer.reader.array(media, "prefixEncoding", pointer)):
        yield _encoding(lowerer, "", value, f"{pointer}/prefixEncoding/{index}") or Encoding("")


def _encoding(lowerer: SchemaLowerer, name: str, value: JsonValue, pointer: str) -> Encoding | None:
    if not isinstance(value, dict):
        return None
    return Encoding(
        property=name,
        content_type=lowerer.reader.string(value, "contentType", pointer),
        style=lowerer.reader.string(value, "style", pointer),
        explode=lowerer.reader.boolean(value, "explode", pointer),
        allow_reserved=value.get("allowReserved") is True,
        headers=tuple(_part_headers(lowerer, value, pointer)),
    )


def _part_headers(lowerer: SchemaLowerer, encoding: JsonObject, pointer: str) -> Iterator[PartHeader]:
    """Yield the headers of a part; `Content-Type` is not one of them (OpenAPI 3.1, 4.8.15.1)."""
    for name, written in lowerer.reader.object(encoding, "headers", pointer).items():
        resolved = resolve_object(lowerer, written, f"{pointer}/headers/{escape(name)}", "Header", f"header {name!r}")
        if resolved is None or name.lower() == "content-type":
            continue
        schema = resolved.value.get("schema")
        yield PartHeader(name, _fixed_value(schema), resolved.value.get("required") is True)


def _fixed_value(schema: JsonValue) -> str | None:
    """Return the text of a `const` or one-value `enum` schema, else its default, else None."""
    if not isinstance(schema, dict):
        return None
    enum = schema.get("enum")
    only = enum[0] if isinstance(enum, list) and len(enum) == 1 else None
    return next((value for value in (schema.get("const"), only, schema.get("default")) if isinstance(value, str)), None)


def lower_responses(
    lowerer: SchemaLowerer, operation: JsonObject, id_: str, pointer: str, *, has_content: bool = True
) -> tuple[Response, ...]:
    """Return the responses of an operation in document order, without their content unless `has_content`."""
    responses = []
    for status, written in lowerer.reader.object(operation, "responses", pointer).items():
        if status.startswith("x-"):
            continue
        resolved = resolve_object(
            lowerer, written, f"{pointer}/responses/{escape(status)}", "Response", f"response {status}"
        )
        if resolved is None:
            continue
        value, response_id = resolved.value, resolved.reference or f"{id_}/responses/{escape(status)}"
        responses.append(
            Response(
                status=status,
                media=lower_content(lowerer, value, response_id, resolved.pointer, is_response=True)
                if has_content
                else (),
                pointer=resolved.pointer,
                description=lowerer.reader.string(value, "description", resolved.pointer),
                headers=_headers(lowerer, value, response_id, resolved.pointer),
                shared=resolved.reference,
                extensions=extensions(value),
                links=_links(lowerer, value, resolved.pointer),
            )
        )
    return tuple(responses)


def _links(lowerer: SchemaLowerer, response: JsonObject, pointer: str) -> tuple[Link, ...]:
    """Return the links of a response; lint reports those that lead nowhere."""
    links = []
    for name, written in lowerer.reader.object(response, "links", pointer).items():
        resolved = resolve_object(lowerer, written, f"{pointer}/links/{escape(name)}", "Link", f"link {name!r}")
        if resolved is not None:
            texts = {key: text for key, text in resolved.value.items() if isinstance(text, str)}
            given = lowerer.reader.object(resolved.value, "parameters", resolved.pointer)
            links.append(
                Link(
                    operation_id=texts.get("operationId"),
                    operation_ref=texts.get("operationRef"),
                    description=texts.get("description"),
                    parameters=tuple((key, v if isinstance(v, str) else json.dumps(v)) for key, v in given.items()),
                )
            )
    return tuple(links)


def _headers(lowerer: SchemaLowerer, response: JsonObject, id_: str, pointer: str) -> tuple[Header, ...]:
    headers = []
    for name, written in lowerer.reader.object(response, "headers", pointer).items():
        suffix = f"/headers/{escape(name)}"
        resolved = resolve_object(lowerer, written, f"{pointer}{suffix}", "Header", f"header {name!r}")
        if resolved is not None:
            headers.append(
                Header(
                    name=name,
                    type=_parameter_type(lowerer, resolved.value, f"{id_}{suffix}", resolved.pointer),
                    pointer=resolved.pointer,
                    description=lowerer.reader.string(resolved.value, "description", resolved.pointer),
                    required=resolved.value.get("required") is True,
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
        resolved = resolve_object(lowerer, entry, f"{pointer}/examples/{escape(name)}", "Example", f"example {name!r}")
        value = ABSENT if resolved is None else _example_value(resolved.value)
        if not isinstance(value, Absent):
            examples.append((name, value))
    return tuple(examples)


def _example_value(example: JsonObject) -> JsonValue | Absent:
    """Return `dataValue` or `value` of an Example Object, else its `serializedValue` parsed as JSON (OpenAPI 3.2)."""
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
