"""The responses of an operation by status and media type, and what a call returns or raises (OpenAPI 3.1, 4.8.16)."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import Literal, TypeAlias

from typewright.base.encoded_record import EncodedRecord
from typewright.client.media_kinds import MediaKind, answer_kind
from typewright.client.streams import Stream, stream_of
from typewright.ir import (
    Api,
    Header,
    Media,
    Model,
    ObjectModel,
    Operation,
    Ref,
    Response,
    StreamOf,
    TypeExpr,
    UnionModel,
    is_binary,
    not_null,
    unfold,
)
from typewright.surface import Method
from typewright.surface.error_rules import error_rule
from typewright.surface.parts import is_envelope, is_result
from typewright.surface.responses import payload_of


class Answer(EncodedRecord, frozen=True, kw_only=True):
    """A response in one media type, or one without content."""

    status: str
    """A status code (`200`), a range in upper case (`4XX`), or `default`; clients look responses up in this order."""
    kind: MediaKind
    media_type: str | None
    """None for an answer without content."""
    type: TypeExpr | None
    """The type of the content: that of the schema for JSON, a string or bytes for other media types, `StreamOf` the
    items for a stream; None without content or without a schema."""
    stream: Stream | None
    is_error: bool
    headers: tuple[Header, ...]
    description: str | None
    response: Response
    media: Media | None


EnvelopeForm: TypeAlias = Literal["headers", "facts", "http"]
"""What an envelope has besides the content: headers alone; media type, status and response; or request and response."""


class Result(EncodedRecord, frozen=True, kw_only=True):
    """What a call returns if it succeeds."""

    type: TypeExpr | None
    """The return type that pages show: the only body, the union of several, or the envelope around it; None if a call
    returns nothing."""
    body: TypeExpr | None
    """The body, or the union of several, without an envelope."""
    envelope: Ref | None
    """The object around the body: where headers are described, results are paged, or all calls return one."""
    members: tuple[TypeExpr, ...]
    """The bodies that there can be: the members of a union of several, else the only one; none for nothing."""
    content_fields: Mapping[str, str]
    """The field of the envelope with the body, by the pointer of the media type; `result` without `response_format`."""
    is_streamed: bool
    """Whether a body can be a stream, of events, lines or bytes, or the text of XML, and so no value of its model."""
    is_enveloped: bool
    """Whether a call returns the envelope: it contains headers, or all calls return one."""
    has_headers: bool
    """Whether the envelope contains the headers."""
    form: EnvelopeForm
    """The fields of the envelope besides headers and content."""
    is_optional: bool
    """Whether a call can give nothing: a successful answer without content is described, and no envelope is given."""


def answers_of(operation: Operation, api: Api, models: Mapping[str, Model]) -> tuple[Answer, ...]:
    """Return all responses of an operation in document order."""
    made: list[Answer] = []
    rule = error_rule(operation, api)
    for response in operation.responses:
        is_error = rule.is_error(response.status)
        made += (_answer(response, media, models, is_error=is_error) for media in response.media or (None,))
    return tuple(made)


def _answer(response: Response, media: Media | None, models: Mapping[str, Model], *, is_error: bool) -> Answer:
    stream = None if media is None else stream_of(media, models)
    type_ = None if media is None else payload_of(media)
    if stream is not None and media is not None:
        type_ = StreamOf(stream.item, media.pointer, is_lines=stream.kind is not MediaKind.EVENTS)
    return Answer(
        status=response.status if response.status == "default" else response.status.upper(),
        kind=MediaKind.EMPTY if media is None else answer_kind(media.media_type, media.type),
        media_type=None if media is None else media.media_type,
        type=type_,
        stream=stream,
        is_error=is_error,
        headers=response.headers,
        description=response.description,
        response=response,
        media=media,
    )


WITHOUT_CONTENT = frozenset({"204", "205", "304"})
"""The statuses whose answers have no content, whatever is described (RFC 9110, 15.3.5, 15.3.6, 15.4.5)."""


def result_of(
    method: Method, answers: Iterable[Answer], models: Mapping[str, Model], *, described_content: bool = False
) -> Result:
    """Return what a call of the surface's `method` returns.

    With `described_content`, statuses whose answers never have content count as if they had what is described.
    """
    without_content = frozenset[str]() if described_content else WITHOUT_CONTENT
    type_ = method.response
    model = models.get(type_.id) if isinstance(type_, Ref) and is_envelope(type_.id) else None
    fields = {field.name: field.type for field in model.fields} if isinstance(model, ObjectModel) else {}
    form, has_headers = _form(fields), "headers" in fields
    if form == "headers":
        body = type_ if model is None else fields.get("result")
        members = result_members(body, models)
    else:
        members = tuple(fields[name] for name in dict.fromkeys(method.content_fields.values()) if name in fields)
        body = members[0] if members else None
    is_enveloped = has_headers or form != "headers"
    has_empty = any(
        (answer.kind is MediaKind.EMPTY or answer.status in without_content) and answer.status[:1] in "23"
        for answer in answers
    )
    return Result(
        type=type_,
        body=body,
        envelope=type_ if isinstance(type_, Ref) and model is not None else None,
        members=members,
        content_fields=method.content_fields,
        is_streamed=any(is_streamed(member, models) for member in members),
        is_enveloped=is_enveloped,
        has_headers=has_headers,
        form=form,
        is_optional=has_empty and not is_enveloped,
    )


def _form(fields: Container[str]) -> EnvelopeForm:
    """Return what an envelope with these fields has besides the content."""
    if "httpMeta" in fields:
        return "http"
    return "facts" if "rawResponse" in fields else "headers"


def result_members(body: TypeExpr | None, models: Mapping[str, Model]) -> tuple[TypeExpr, ...]:
    """Return the members of a union of several bodies, else the only body; none for nothing."""
    if body is None:
        return ()
    bare = not_null(unfold(body, models))
    model = models[bare.id] if isinstance(bare, Ref) and is_result(bare.id) else None
    return model.members if isinstance(model, UnionModel) else (body,)


def is_streamed(type_: TypeExpr, models: Mapping[str, Model]) -> bool:
    """Return whether a body of this type is given as a stream, of events, lines or bytes, or as the text of XML."""
    bare = not_null(unfold(type_, models))
    return is_binary(bare) or isinstance(bare, StreamOf)


def accepted(answers: Iterable[Answer]) -> tuple[str, ...]:
    """Return the media types of successful responses for the header `Accept`, in order of preference: JSON first."""
    found = {answer.media_type: answer.kind for answer in answers if not answer.is_error and answer.media_type}
    return tuple(sorted((name for name in found if name), key=lambda name: found[name] is not MediaKind.JSON))
