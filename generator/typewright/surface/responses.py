"""The response types of methods: the only body, the union of several, envelopes around them, and errors."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from typewright.ir import (
    NO_ANNOTATIONS,
    Field,
    Media,
    Operation,
    Presence,
    Response,
    Scalar,
    ScalarKind,
    StreamOf,
    TypeExpr,
    is_binary,
)
from typewright.ir.media_types import essence, is_json_lines, is_json_sequence
from typewright.surface.draft import Draft
from typewright.surface.envelopes import envelope_of, headers_field
from typewright.surface.error_rules import error_rule
from typewright.surface.parts import EVENT_STREAM, JSON, ErrorBody, Root, RootKind, is_json, is_xml, type_key

_NAMED = frozenset({EVENT_STREAM, "*/*"})
"""Media types besides JSON, JSON lines and XML whose types have names."""
_PLAIN_JSON = frozenset({JSON, "text/json"})
Bodies = tuple[tuple[Response, Media], ...]


def bodies_of(draft: Draft, operation: Operation) -> Iterator[tuple[Response, Media]]:
    """Yield the bodies of the results with the types that callers get, and add the named types to the roots."""
    for response in operation.responses:
        if not _is_result(draft, operation, response):
            continue
        for media in response.media:
            if media.type is not None and _is_named(media.media_type):
                draft.describe(media.type, response.description, by_shared=response.shared is not None)
                root = Root(
                    kind=RootKind.RESPONSE,
                    type=media.type,
                    operation=operation,
                    status=response.status,
                    media_type=media.media_type,
                )
                draft.roots.append(root)
            if media.type is not None or "answers-need-schemas" not in draft.api.habits:
                yield response, replace(media, type=payload_of(media))


def _is_named(media_type: str) -> bool:
    """Return whether the type of a response in this media type has a name."""
    kinds = (is_json, is_json_lines, is_json_sequence, is_xml)
    return essence(media_type) in _NAMED or any(is_kind(media_type) for is_kind in kinds)


def _is_result(draft: Draft, operation: Operation, response: Response) -> bool:
    """Return whether a call returns this response.

    The reference implementation returns every 2xx, and `default` unless `x-speakeasy-errors` lists it.
    """
    rule = error_rule(operation, draft.api)
    if draft.answers == "declared":
        return not rule.is_error(response.status)
    return "default" not in rule.listed if response.status == "default" else response.status.startswith("2")


def _is_error(draft: Draft, operation: Operation, response: Response) -> bool:
    """Return whether a call raises this response."""
    if draft.answers == "declared":
        return error_rule(operation, draft.api).is_error(response.status)
    if response.status == "default":
        return not _is_result(draft, operation, response)
    return response.is_error


def response_of(draft: Draft, operation: Operation, bodies: Bodies) -> TypeExpr | None:
    """Return the type that a call returns, or None if it returns nothing."""
    if draft.response_format != "flat":
        return envelope_of(draft, operation, bodies)
    has_headers = any(response.headers for response in operation.responses)
    is_paged = bool(bodies) and isinstance(operation.extensions.get("x-speakeasy-pagination"), dict)
    has_envelope = has_headers or is_paged
    body = _body(draft, operation, bodies, RootKind.RESULT if has_envelope else RootKind.RESPONSES)
    if not has_envelope:
        return body
    fields = []
    if has_headers:
        fields.append(headers_field(operation))
    if body is not None:
        result = replace(body, annotations=NO_ANNOTATIONS)
        presence = Presence.OPTIONAL if _has_empty_result(draft, operation) else Presence.REQUIRED
        fields.append(Field("result", result, presence, f"{operation.pointer}/responses"))
    return draft.add_object(RootKind.ENVELOPE, operation, tuple(fields))


def _has_empty_result(draft: Draft, operation: Operation) -> bool:
    """Return whether a call can succeed without content; never with the habit `results-have-content`."""
    if "results-have-content" in draft.api.habits:
        return False
    return any(not response.media and _is_result(draft, operation, response) for response in operation.responses)


def _body(draft: Draft, operation: Operation, bodies: Bodies, kind: RootKind) -> TypeExpr | None:
    """Return the type of the only body, or the union of several as a root of `kind`.

    With the habit `raw-answers-are-a-union`, raw bodies of several media types are several.
    """
    types: dict[object, TypeExpr] = {}
    is_raw_distinct = "raw-answers-are-a-union" in draft.api.habits
    for _, media in bodies:
        if media.type is not None:
            is_raw = is_binary(media.type)
            types.setdefault(media.pointer if is_raw and is_raw_distinct else type_key(media.type), media.type)
    if len(types) < 2:
        return next(iter(types.values()), None)
    return draft.add_union(kind, operation, tuple(types.values()))


def errors_of(draft: Draft, operation: Operation) -> Iterator[ErrorBody]:
    """Yield the documented errors with JSON bodies, and add their types to the roots.

    The reference implementation has no types for media types with the suffix `+json`.
    """
    is_reference = draft.answers == "reference"
    for response in operation.responses:
        if not _is_error(draft, operation, response):
            continue
        for media in response.media:
            is_typed = essence(media.media_type) in _PLAIN_JSON if is_reference else is_json(media.media_type)
            if is_typed and media.type is not None:
                draft.describe(media.type, response.description, by_shared=response.shared is not None)
                root = Root(
                    kind=RootKind.ERROR,
                    type=media.type,
                    operation=operation,
                    status=response.status,
                    media_type=media.media_type,
                )
                draft.roots.append(root)
                yield ErrorBody(response.status, media.media_type, media.type)


def payload_of(media: Media) -> TypeExpr | None:
    """Return the type that callers get for a media type: decoded value, stream of events or lines, text or bytes."""
    is_lines = is_json_lines(media.media_type) or is_json_sequence(media.media_type)
    if essence(media.media_type) == EVENT_STREAM or is_lines:
        item = media.type or Scalar(ScalarKind.ANY, media.pointer)
        if is_lines and not media.has_item_schema and isinstance(item, Scalar) and item.kind is ScalarKind.STRING:
            item = Scalar(ScalarKind.ANY, media.pointer)  # the schema describes the whole text, not an item
        return StreamOf(item, media.pointer, is_lines=is_lines)
    if is_json(media.media_type):
        return replace(media.type, media_type=media.media_type) if is_binary(media.type) else media.type
    if media.media_type.startswith("text/") and not is_xml(media.media_type):
        return Scalar(ScalarKind.STRING, media.pointer, NO_ANNOTATIONS)
    return Scalar(ScalarKind.STRING, media.pointer, format="binary", media_type=media.media_type)
