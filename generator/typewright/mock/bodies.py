"""Parsing and validation of request bodies by media type (OpenAPI 3.1, 4.8.13 to 4.8.15)."""

from __future__ import annotations

import json
from collections.abc import Iterator

from msgspec import Struct

from typewright.base.json_value import JsonObject, JsonValue
from typewright.client import ClientMethod
from typewright.client.bodies import BodyAlternative, BodyProperty, object_model
from typewright.client.media_kinds import MediaKind
from typewright.client.serialization import FORM_STYLE
from typewright.ir import ABSENT, Absent, ListOf, TypeExpr, not_null, unfold
from typewright.ir.media_types import essence, is_yaml
from typewright.mock.multipart import MultipartError, Part, parts_of
from typewright.mock.parameters import messages
from typewright.mock.reading import Reader, Texts
from typewright.mock.requests import Fault, Request
from typewright.mock.styles import Pairs, StyleError, of_pairs
from typewright.surface import is_json

_FILE = "example.file"
"""The placeholder for the content of a file in the value that is validated against the schema."""


class BodyError(ValueError):
    """A body does not have the form that its media type requires."""


class Body(Struct, frozen=True):
    """The body of a request: its value (ABSENT if no schema describes it), and its faults."""

    value: JsonValue | Absent = ABSENT
    faults: tuple[Fault, ...] = ()


def body_of(request: Request, method: ClientMethod, reader: Reader) -> Body:
    """Return the body of a request, with its faults."""
    described = method.body
    if not request.body:
        is_missing = described is not None and described.required and not _can_be_empty(described.alternatives)
        return Body(faults=(Fault("body", "it is required", method.pointer),) if is_missing else ())
    if described is None:
        return Body(faults=(Fault("body", "the description has none", method.pointer),))
    content_type = request.header("content-type")
    if content_type is None:
        return Body(faults=(Fault("header Content-Type", "it is missing", described.pointer),))
    alternative = _chosen(described.alternatives, content_type)
    if alternative is None:
        known = ", ".join(alternative.media_type for alternative in described.alternatives)
        message = f"'{content_type}' is not described; there is {known or 'no media type'}"
        return Body(faults=(Fault("header Content-Type", message, described.pointer),))
    try:
        value = _value(request.body, content_type, alternative, reader)
    except (BodyError, StyleError, MultipartError) as fault:
        return Body(faults=(Fault("body", str(fault), alternative.media.pointer),))
    return Body(value, tuple(_refused(value, alternative, reader)))


def _can_be_empty(alternatives: tuple[BodyAlternative, ...]) -> bool:
    """Return whether an empty body is valid: that of an empty form, text or file."""
    return any(alternative.kind not in {MediaKind.JSON, MediaKind.MULTIPART} for alternative in alternatives)


def _chosen(alternatives: tuple[BodyAlternative, ...], content_type: str) -> BodyAlternative | None:
    """Return the media type object for a media type: that of the type itself, else of its narrowest range."""
    name = essence(content_type)
    suffixed = ["application/*+json"] if is_json(name) else []
    wanted = (name, *suffixed, f"{name.partition('/')[0]}/*", "*/*")
    by_name = {essence(alternative.media_type): alternative for alternative in reversed(alternatives)}
    return next((by_name[pattern] for pattern in wanted if pattern in by_name), None)


def _refused(value: JsonValue | Absent, alternative: BodyAlternative, reader: Reader) -> Iterator[Fault]:
    if isinstance(value, Absent) or alternative.type is None:
        return
    for message in messages(reader.validator, alternative.type.pointer, value):
        yield Fault("body", message, alternative.type.pointer)


def _value(body: bytes, content_type: str, alternative: BodyAlternative, reader: Reader) -> JsonValue | Absent:
    """Return the value of a body; ABSENT for bytes, and for a body without the schema of an object."""
    kind = alternative.kind
    if kind is MediaKind.BYTES and is_json(content_type):
        kind = MediaKind.JSON
    match kind:
        case MediaKind.JSON if is_yaml(content_type) and not body.lstrip().startswith((b"{", b"[")):
            return ABSENT  # YAML of other clients than ours, which write JSON
        case MediaKind.JSON:
            return _json(body)
        case MediaKind.FORM:
            return _form(Pairs.of_query(_text(body)), alternative, reader)
        case MediaKind.MULTIPART:
            return _multipart(parts_of(body, content_type), alternative, reader)
        case MediaKind.TEXT if alternative.type is not None:
            return reader.value(_text(body), alternative.type)
        case MediaKind.JSON_LINES if not alternative.is_raw:
            return [_json(line) for line in body.split(b"\n") if line.strip()]
    return ABSENT


def _json(content: bytes) -> JsonValue:
    try:
        value: JsonValue = json.loads(content.decode("utf-8"), parse_constant=_no_constant)
    except (ValueError, RecursionError) as fault:
        raise BodyError(f"it is no JSON: {fault}") from fault
    return value


def _no_constant(name: str) -> JsonValue:
    raise ValueError(f"{name} is no number of JSON")


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise BodyError(f"it is no text in UTF-8: {fault}") from fault


def _form(pairs: Pairs, alternative: BodyAlternative, reader: Reader) -> JsonValue | Absent:
    """Return the object that a form encodes."""
    if alternative.type is None:
        return ABSENT
    value: JsonObject = {}
    taken: set[str] = set()
    shared = _shared_names(alternative, reader)
    names = {property_.name for property_ in alternative.properties}
    for property_ in alternative.properties:
        own = pairs.first_of(property_.name) if property_.name in shared else pairs.after_first_of(names & shared)
        texts = _form_property(own, property_, reader)
        if texts is None:
            value |= _empty(property_, reader)
            continue
        type_ = property_.field.type
        is_value = property_.style is None and isinstance(texts, str) and is_json(property_.content_type)
        value[property_.name] = _json(str(texts).encode()) if is_value else reader.value(texts, type_)
        taken |= {name for name, _ in pairs.pairs if name == property_.name or name.startswith(f"{property_.name}[")}
        taken |= set(texts) if isinstance(texts, dict) else set()
    rest = {name: pairs.named(name) for name, _ in pairs.pairs if name not in taken}
    further: dict[str, Texts] = {}
    for name, values in rest.items():
        decoded: list[Texts] = [pairs.decode(text) for text in values]
        further[name] = decoded[0] if len(decoded) == 1 else decoded
    read = reader.value(further, alternative.type) if further else {}
    return {**value, **read} if isinstance(read, dict) else value


def _shared_names(alternative: BodyAlternative, reader: Reader) -> frozenset[str]:
    """Return the names of the members of exploded objects, which a form cannot distinguish from its properties."""
    models = (
        object_model(property_.field.type, reader.models)
        for property_ in alternative.properties
        if property_.style is not None and property_.style.explode and property_.style.name == "form"
    )
    return frozenset(field.name for model in models if model is not None for field in model.fields)


def _empty(property_: BodyProperty, reader: Reader) -> JsonObject:
    """Return a missing required array or object as an empty one, since a form cannot express it otherwise."""
    if not property_.field.required:
        return {}
    if property_.is_list:
        return {property_.name: []}
    is_object = object_model(property_.field.type, reader.models) is not None
    return {property_.name: {}} if is_object and property_.style is not None else {}


def _form_property(pairs: Pairs, property_: BodyProperty, reader: Reader) -> Texts | None:
    """Return the texts of a property of a form; names with brackets are read as in the style `deepObject`."""
    if property_.style is None:
        values = pairs.named(property_.name)
        if len(values) > 1:
            return [pairs.decode(value) for value in values]
        return pairs.decode(values[0]) if values else None
    faults: list[StyleError] = []
    for shape in dict.fromkeys(reader.shapes(property_.field.type)):
        model = object_model(property_.field.type, reader.models)
        fields = None if model is None else {field.name for field in model.fields}
        try:
            texts = of_pairs(pairs, property_.name, property_.style or FORM_STYLE, shape, fields)
        except StyleError as fault:
            faults.append(StyleError(f"{property_.name}: {fault}"))
            continue
        if texts is not None:
            return texts
    if faults:
        raise faults[0]
    return None


def _multipart(parts: list[Part], alternative: BodyAlternative, reader: Reader) -> JsonValue | Absent:
    """Return the object or the array that the parts encode, files as text. Raises BodyError."""
    if alternative.item is not None:
        return list(_items(parts, alternative.prefix, alternative.item, reader))
    if not alternative.properties:
        return ABSENT
    properties = {property_.name: property_ for property_ in alternative.properties}
    value: JsonObject = {}
    for part in parts:
        if part.name is None:
            raise BodyError("a part has no name")
        property_ = properties.get(part.name) or properties.get(part.name.removesuffix("[]"))
        if property_ is None:
            value[part.name] = _FILE if part.file_name is not None else _text(part.content)
            continue
        _check_headers(part, property_)
        item = _item_type(property_, reader)
        content = _part_value(part, property_, item, reader)
        if property_.is_list and not _is_whole(part, property_):
            items = value.setdefault(property_.name, [])
            if isinstance(items, list):
                items.append(content)
        elif property_.name in value:
            _add_item(value, property_, content, reader)
        else:
            value[property_.name] = content
    for property_ in alternative.properties:
        value = {**_empty(property_, reader), **value}
    return value


def _items(
    parts: list[Part], prefix: tuple[BodyProperty, ...], other: BodyProperty, reader: Reader
) -> Iterator[JsonValue]:
    """Yield the items of an array that parts encode by position. Raises BodyError."""
    for index, part in enumerate(parts):
        property_ = prefix[index] if index < len(prefix) else other
        _check_headers(part, property_)
        yield _part_value(part, property_, property_.field.type, reader)


def _add_item(value: JsonObject, property_: BodyProperty, content: JsonValue, reader: Reader) -> None:
    """Add a further part of a property that is not only an array. Raises BodyError if it cannot be an array."""
    if "array" not in reader.shapes(property_.field.type):
        raise BodyError(f"the part '{property_.name}' is given more than once")
    before = value[property_.name]
    value[property_.name] = [*(before if isinstance(before, list) else [before]), content]


def _is_whole(part: Part, property_: BodyProperty) -> bool:
    """Return whether a part of an array is the whole array: JSON that begins with a bracket."""
    return not property_.is_file and is_json(part.content_type or "") and part.content.lstrip()[:1] == b"["


def _item_type(property_: BodyProperty, reader: Reader) -> TypeExpr:
    bare = not_null(unfold(property_.field.type, reader.models))
    return bare.item if property_.is_list and isinstance(bare, ListOf) else property_.field.type


def _part_value(part: Part, property_: BodyProperty, item: TypeExpr, reader: Reader) -> JsonValue:
    if property_.is_file:
        return _FILE
    says_json = is_json(part.content_type or property_.content_type)
    if says_json and (part.content_type is not None or "object" in reader.shapes(item)):
        return _json(part.content)
    return reader.value(_text(part.content), item)


def _check_headers(part: Part, property_: BodyProperty) -> None:
    """Raise BodyError if a part does not have its described media type, or a required header is missing."""
    if property_.has_content_type and part.content_type is not None:
        allowed = [essence(name) for name in property_.content_type.split(",")]
        name = essence(part.content_type)
        if not {name, f"{name.partition('/')[0]}/*", "*/*"} & set(allowed):
            raise BodyError(f"the part '{part.name}' is '{part.content_type}', not '{property_.content_type}'")
    for header in property_.headers:
        if header.required and header.name.lower() not in part.headers:
            raise BodyError(f"the part '{part.name}' lacks the header '{header.name}'")
