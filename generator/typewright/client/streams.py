"""Responses that are streams of items: server-sent events (WHATWG HTML, 9.2), JSON lines and JSON sequences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal as OneOf

from msgspec import Struct

from typewright.base.encoded_record import EncodedRecord
from typewright.client.bodies import RequestBody
from typewright.client.media_kinds import MediaKind, media_kind
from typewright.ir import (
    ABSENT,
    Field,
    Literal,
    Media,
    Model,
    ObjectModel,
    Parameter,
    ParameterLocation,
    Ref,
    Scalar,
    ScalarKind,
    StreamOf,
    TypeExpr,
    UnionModel,
    not_null,
    unfold,
)
from typewright.surface.extensions import text_of
from typewright.surface.responses import payload_of

_SENTINEL = "x-speakeasy-sse-sentinel"
_EVENT_FIELDS = frozenset({"id", "event", "data", "retry"})
"""The fields of an event (WHATWG HTML, 9.2.6)."""


class Stream(EncodedRecord, frozen=True, kw_only=True):
    """A streamed response."""

    kind: MediaKind
    """`EVENTS`, `JSON_LINES` or `JSON_SEQUENCE`."""
    item: TypeExpr
    """The type of a line, of an event, or, unless `is_event`, of the data of an event."""
    sentinel: str | None = None
    """The data that ends the stream and is not an event itself (`[DONE]`)."""
    is_event: bool = False
    """Whether `item` is an entire event: an object of `data`, `event`, `id`, `retry`, or a union of such objects."""
    data: TypeExpr | None = None
    """The type of the data of an event; None for lines, and for a union, whose members differ in it."""
    data_is_text: bool = False
    """Whether the data is not parsed because its schema is a string."""


class DescribedEvent(Struct, frozen=True):
    """An object that describes entire events, and its property for the data."""

    ref: Ref
    data: Field


class StreamChoice(EncodedRecord, frozen=True, kw_only=True):
    """The boolean by which a caller chooses between the whole response (false) and a stream (true)."""

    name: str
    """The name on the wire."""
    origin: OneOf["parameter", "body"]
    field: Field | None
    """The property of the body; None for a parameter."""
    default: bool = False


def stream_of(media: Media, models: Mapping[str, Model]) -> Stream | None:
    """Return the stream of a response in a media type; None if it is not a stream."""
    kind = media_kind(media.media_type)
    if not kind.is_stream:
        return None
    payload = media.type if isinstance(media.type, StreamOf) else payload_of(media)
    item = payload.item if isinstance(payload, StreamOf) else Scalar(ScalarKind.ANY, media.pointer)
    if kind is not MediaKind.EVENTS:
        return Stream(kind=kind, item=item)
    events = described_events(item, models)
    data = [event.data.type for event in events] or [item]
    return Stream(
        kind=kind,
        item=item,
        sentinel=text_of(media.extensions.get(_SENTINEL)) or _sentinel_of_schema(item, models),
        is_event=bool(events),
        data=data[0] if len(data) == 1 else None,
        data_is_text=bool(data) and all(_is_text(type_, models) for type_ in data),
    )


def _sentinel_of_schema(item: TypeExpr, models: Mapping[str, Model]) -> str | None:
    bare = not_null(item)
    written = item.annotations.extensions.get(_SENTINEL)
    if written is None and isinstance(bare, Ref) and bare.id in models:
        written = models[bare.id].annotations.extensions.get(_SENTINEL)
    return text_of(written)


def described_events(item: TypeExpr, models: Mapping[str, Model]) -> tuple[DescribedEvent, ...]:
    """Return the objects that describe the items of a stream as entire events; empty if they describe the data."""
    bare = not_null(unfold(item, models))
    model = models.get(bare.id) if isinstance(bare, Ref) else None
    if isinstance(bare, Ref) and isinstance(model, ObjectModel):
        data = next((field for field in model.fields if field.name == "data"), None)
        is_event = data is not None and {field.name for field in model.fields} <= _EVENT_FIELDS
        return (DescribedEvent(bare, data),) if is_event and data is not None else ()
    members = [described_events(member, models) for member in model.members] if isinstance(model, UnionModel) else []
    return tuple(event for member in members for event in member) if all(members) else ()


def _is_text(type_: TypeExpr, models: Mapping[str, Model]) -> bool:
    bare = not_null(unfold(type_, models))
    if isinstance(bare, Scalar):
        return bare.kind is ScalarKind.STRING
    if isinstance(bare, Literal):
        return isinstance(bare.value, str)
    model = models.get(bare.id) if isinstance(bare, Ref) else None
    return getattr(model, "kind", None) is ScalarKind.STRING


def stream_choice(
    parameters: Sequence[Parameter], body: RequestBody | None, kinds: set[MediaKind], models: Mapping[str, Model]
) -> StreamChoice | None:
    """Return the choice between the `kinds` of an operation's successful responses; None without such a choice.

    It is a boolean called `stream` in the body or in the query, as is usual.
    """
    streams = {kind for kind in kinds if kind.is_stream}
    if not streams or not kinds - streams - {MediaKind.EMPTY}:
        return None
    for field in () if body is None else body.fields:
        if field.name == "stream" and _is_boolean(field.type, models):
            default = _default(field.type, models)
            return StreamChoice(name="stream", origin="body", field=field, default=default)
    for parameter in parameters:
        is_query = parameter.location is ParameterLocation.QUERY
        if is_query and parameter.name == "stream" and _is_boolean(parameter.type, models):
            default = _default(parameter.type, models)
            return StreamChoice(name="stream", origin="parameter", field=None, default=default)
    return None


def _is_boolean(type_: TypeExpr, models: Mapping[str, Model]) -> bool:
    bare = not_null(unfold(type_, models))
    if isinstance(bare, Literal):
        return isinstance(bare.value, bool)
    if isinstance(bare, Scalar):
        return bare.kind is ScalarKind.BOOLEAN
    model = models.get(bare.id) if isinstance(bare, Ref) else None
    return getattr(model, "kind", None) is ScalarKind.BOOLEAN


def _default(type_: TypeExpr, models: Mapping[str, Model]) -> bool:
    """Return the value if the caller passes none: the default or the constant of the schema, else false."""
    bare = not_null(unfold(type_, models))
    if isinstance(bare, Literal):
        return bare.value is True
    default = bare.annotations.default if type_.annotations.default is ABSENT else type_.annotations.default
    return default is True
