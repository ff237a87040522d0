"""The request body of a call, in each of its media types (OpenAPI 3.1, 4.8.13 to 4.8.15)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from typewright.base.encoded_record import EncodedRecord
from typewright.client.media_kinds import MediaKind, media_kind
from typewright.client.serialization import FORM_STYLE, Style, encoding_style
from typewright.ir import (
    Encoding,
    Field,
    FileModel,
    ListOf,
    Literal,
    MapOf,
    Media,
    Model,
    ObjectModel,
    Operation,
    PartHeader,
    Presence,
    Ref,
    Scalar,
    ScalarKind,
    TypeExpr,
    UnionModel,
    is_binary,
    not_null,
    unfold,
)
from typewright.ir.media_types import is_range, is_yaml
from typewright.surface.parts import JSON
from typewright.surface.requests import can_be_object, is_form, is_structured, ranked_media

_RAW = frozenset({MediaKind.TEXT, MediaKind.XML, MediaKind.BYTES})
"""The kinds of bodies that a caller passes as they are sent."""


class BodyProperty(EncodedRecord, frozen=True, kw_only=True):
    """A property of a form or multipart body, and its serialization."""

    name: str
    """The name on the wire."""
    field: Field
    style: Style | None
    """The serialization style; None if the property is written in a media type instead, such as JSON."""
    content_type: str
    """The media type of the value or the part: the described one, else the default of OpenAPI for the type."""
    has_content_type: bool
    """Whether the description states the media type."""
    allow_reserved: bool = False
    headers: tuple[PartHeader, ...] = ()
    is_file: bool = False
    is_list: bool = False
    """Whether each item of the array is a separate part; all parts have the same name."""
    is_mixed: bool = False
    """Whether it is a union whose members have several media types, so that the media type depends on the value."""


class BodyAlternative(EncodedRecord, frozen=True, kw_only=True):
    """A body in one media type."""

    media_type: str
    kind: MediaKind
    type: TypeExpr | None
    """A string for XML, else the type of the schema; None without a schema."""
    properties: tuple[BodyProperty, ...]
    """The properties of a form or a multipart body whose schema is an object; empty for all others."""
    media: Media
    prefix: tuple[BodyProperty, ...] = ()
    """The first parts of a multipart body that is an array, by position; their names are empty."""
    item: BodyProperty | None = None
    """The other parts of such a body; None for all other bodies."""

    @property
    def is_raw(self) -> bool:
        """Whether JSON lines are passed as they are sent, because the schema is not that of an array."""
        bare = None if self.type is None else not_null(self.type)
        return self.kind is MediaKind.JSON_LINES and not isinstance(bare, ListOf)


class RequestBody(EncodedRecord, frozen=True, kw_only=True):
    """The body of a call."""

    required: bool
    description: str | None
    alternatives: tuple[BodyAlternative, ...]
    """The media types, at least one. The method uses the first: JSON, then multipart, then form, then the others in
    order."""
    fields: tuple[Field, ...]
    """The properties of the first alternative if its schema is an object: a call can pass them as separate arguments.
    """
    is_object: bool
    pointer: str
    choices: tuple[BodyAlternative, ...]
    """The media types in which the type of the first alternative can be sent: that one, and others with an equal schema
    or, of text and bytes, all."""

    @property
    def chosen_types(self) -> tuple[str, ...]:
        """The media types, and ranges of some, among which a call chooses; empty without a choice."""
        media_types = tuple(body.media_type for body in self.choices)
        return media_types if len(media_types) > 1 or any(map(is_range, media_types)) else ()


def request_body(operation: Operation, models: Mapping[str, Model]) -> RequestBody | None:
    """Return the body of an operation; None without a body, or without any media type (`content: {}`).

    The variants of an operation on the surface have one alternative each, the operation itself has all.
    """
    body = operation.body
    if body is None:
        return None
    alternatives = tuple(_alternative(media, models) for media in ranked_media(operation, models))
    if not alternatives:
        return None
    model = object_model(alternatives[0].type, models)
    return RequestBody(
        required=body.required,
        description=body.description,
        alternatives=alternatives,
        fields=() if model is None else model.fields,
        is_object=model is not None,
        pointer=body.pointer,
        choices=tuple(_choices(alternatives, models)),
    )


def _choices(alternatives: Sequence[BodyAlternative], models: Mapping[str, Model]) -> Iterator[BodyAlternative]:
    first = alternatives[0]
    for alternative in alternatives:
        if first.kind in _RAW and alternative.kind in _RAW:
            yield replace(alternative, kind=first.kind, type=first.type)
        elif first.kind not in _RAW and alternative.kind not in _RAW and _is_same(alternative.type, first.type, models):
            yield _with_types_of(first, alternative)


def _with_types_of(first: BodyAlternative, alternative: BodyAlternative) -> BodyAlternative:
    """Return a body of an equal schema with the types of the first one, which alone have names."""
    fields = {entry.name: entry.field for entry in first.properties}
    properties = (replace(entry, field=fields.get(entry.name, entry.field)) for entry in alternative.properties)
    return replace(alternative, type=first.type, properties=tuple(properties))


def _is_same(type_: TypeExpr | None, other: TypeExpr | None, models: Mapping[str, Model]) -> bool:
    """Return whether the schemas of two types are equal; a type is the same as itself."""
    if type_ is other:
        return True
    if type_ is None or other is None:
        return False
    one, another = not_null(type_), not_null(other)
    if isinstance(one, Ref) and isinstance(another, Ref):
        return one.id == another.id or models[one.id].schema == models[another.id].schema
    written = Scalar | Literal | ListOf | MapOf
    return isinstance(one, written) and isinstance(another, written) and one.schema == another.schema


def object_model(type_: TypeExpr | None, models: Mapping[str, Model]) -> ObjectModel | None:
    """Return the object model that a type resolves to through references; None for any other type."""
    bare = None if type_ is None else not_null(unfold(type_, models))
    model = models.get(bare.id) if isinstance(bare, Ref) else None
    return model if isinstance(model, ObjectModel) else None


def _alternative(media: Media, models: Mapping[str, Model]) -> BodyAlternative:
    kind, media_type = media_kind(media.media_type), media.media_type
    if kind is MediaKind.BYTES and is_range(media_type) and _is_data(media.type, models):
        kind, media_type = MediaKind.JSON, JSON
    if is_yaml(media_type) and media.type is not None and is_structured(media.type, models):
        kind = MediaKind.JSON  # every JSON text is YAML (YAML 1.2, 1.3)
    if kind is MediaKind.JSON_SEQUENCE:
        kind = MediaKind.BYTES
    if is_form(media_type) and media.type is not None and not can_be_object(media.type, models):
        kind = MediaKind.TEXT
    is_text = kind in (MediaKind.TEXT, MediaKind.XML)
    if is_text and media.type is not None and _is_file(not_null(unfold(media.type, models)), models):
        kind = MediaKind.BYTES
    properties: tuple[BodyProperty, ...] = ()
    if kind in {MediaKind.FORM, MediaKind.MULTIPART} and (model := object_model(media.type, models)) is not None:
        encodings = {encoding.property: encoding for encoding in media.encoding}
        properties = tuple(_property(field, encodings.get(field.name), kind, models) for field in model.fields)
    type_ = Scalar(ScalarKind.STRING, media.pointer) if kind is MediaKind.XML else media.type
    prefix, item = _positions(media, models) if kind is MediaKind.MULTIPART else ((), None)
    return BodyAlternative(
        media_type=media_type, kind=kind, type=type_, properties=properties, media=media, prefix=prefix, item=item
    )


def _positions(media: Media, models: Mapping[str, Model]) -> tuple[tuple[BodyProperty, ...], BodyProperty | None]:
    """Return the first parts of a multipart body and the other ones; nothing unless it is an array."""
    bare = None if media.type is None else not_null(unfold(media.type, models))
    if not isinstance(bare, ListOf):
        return (), None
    encodings = media.prefix_encoding
    prefix = [
        _position(
            bare.prefix[index] if index < len(bare.prefix) else bare.item,
            encodings[index] if index < len(encodings) else media.item_encoding,
            models,
        )
        for index in range(max(len(bare.prefix), len(encodings)))
    ]
    return tuple(prefix), _position(bare.item, media.item_encoding, models)


def _position(type_: TypeExpr, encoding: Encoding | None, models: Mapping[str, Model]) -> BodyProperty:
    """Return the serialization of a part without a name; an array in it is one part, in JSON."""
    part = _property(Field("", type_, Presence.REQUIRED, type_.pointer), encoding, MediaKind.MULTIPART, models)
    if not part.is_list:
        return replace(part, style=None)
    content_type = part.content_type if part.has_content_type else "application/json"
    return replace(part, style=None, is_list=False, is_file=False, is_mixed=False, content_type=content_type)


def _is_data(type_: TypeExpr | None, models: Mapping[str, Model], entered: frozenset[str] = frozenset()) -> bool:
    """Return whether a body of any media type is an object or an array, which are sent as JSON, and no text or file.

    `entered` are the unions that are looked into.
    """
    bare = None if type_ is None else not_null(unfold(type_, models))
    if isinstance(bare, Ref) and isinstance(union := models[bare.id], UnionModel):
        inside = entered | {bare.id}
        return bare.id not in entered and all(_is_data(member, models, inside) for member in union.members)
    if isinstance(bare, Ref):
        return isinstance(models[bare.id], ObjectModel)
    return isinstance(bare, ListOf | MapOf)


def _property(field: Field, encoding: Encoding | None, kind: MediaKind, models: Mapping[str, Model]) -> BodyProperty:
    """Return the serialization of a property: a style if `encoding` states one or a form has no media type for it.

    A media type beside a style is ignored (OpenAPI 3.1, 4.8.15.1.2).
    """
    bare = not_null(unfold(field.type, models))
    item = not_null(unfold(bare.item, models)) if isinstance(bare, ListOf) else bare
    usual = {_usual_content_type(member, models) for member in _members(item, models)}
    says_style = encoding is not None and (
        encoding.style is not None or encoding.explode is not None or encoding.allow_reserved
    )
    written = None if encoding is None or says_style else encoding.content_type
    style: Style | None = None
    if encoding is not None and says_style:
        style = encoding_style(encoding)
    elif kind is MediaKind.FORM and written is None:
        style = FORM_STYLE
    return BodyProperty(
        name=field.name,
        field=field,
        style=style,
        content_type=written or _usual_content_type(item, models),
        has_content_type=written is not None,
        allow_reserved=encoding is not None and encoding.allow_reserved,
        headers=() if encoding is None else encoding.headers,
        is_file=_is_file(item, models),
        is_list=isinstance(bare, ListOf),
        is_mixed=written is None and len(usual) > 1,
    )


def _usual_content_type(item: TypeExpr, models: Mapping[str, Model]) -> str:
    """Return the default media type of a value without one in `encoding` (OpenAPI 3.1, 4.8.15.1.1).

    That of a union is the common one of all its members, else JSON.
    """
    if _is_file(item, models):
        return "application/octet-stream"
    found = {_usual_content_type(member, models) for member in _members(item, models)}
    if found:
        return found.pop() if len(found) == 1 else "application/json"
    if isinstance(item, Scalar) and item.kind is not ScalarKind.ANY:
        return "text/plain"
    model = models.get(item.id) if isinstance(item, Ref) else None
    kind = getattr(model, "kind", ScalarKind.ANY)
    return "application/json" if kind is ScalarKind.ANY and not _is_literal(item) else "text/plain"


def _is_literal(item: TypeExpr) -> bool:
    return isinstance(getattr(item, "value", None), str | int | float)


def _members(item: TypeExpr, models: Mapping[str, Model], entered: set[str] | None = None) -> Iterator[TypeExpr]:
    """Yield the types that a part of a union's value can have: its members, and the items of array members.

    Each union is entered once; `entered` has the ids of those that have been.
    """
    entered = set() if entered is None else entered
    model = models.get(item.id) if isinstance(item, Ref) else None
    if not isinstance(model, UnionModel) or model.id in entered:
        return
    entered.add(model.id)
    for member in model.members:
        bare = not_null(unfold(member, models))
        part = not_null(unfold(bare.item, models)) if isinstance(bare, ListOf) else bare
        if isinstance(part, Ref) and isinstance(models[part.id], UnionModel):
            yield from _members(part, models, entered)
        else:
            yield part


def part_types(type_: TypeExpr, models: Mapping[str, Model]) -> list[TypeExpr]:
    """Return the types that a part of a property can have: those of a union's members, and the items of arrays."""
    bare = not_null(unfold(type_, models))
    item = not_null(unfold(bare.item, models)) if isinstance(bare, ListOf) else bare
    return list(_members(item, models)) or [item]


def _is_file(item: TypeExpr, models: Mapping[str, Model]) -> bool:
    """Return whether a part is a file; a union is one if each of its members is a file or an array of files."""
    members = list(_members(item, models))
    if members:
        return all(_is_file(member, models) for member in members)
    return is_binary(item) or (isinstance(item, Ref) and isinstance(models.get(item.id), FileModel))
