"""Comparison of request bodies and responses: presence, media types, statuses, headers, and types."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from typewright.changes.annotations import compare_annotations
from typewright.changes.change import EITHER, Comparison, Context, Finding, Kind, Pointer, Subject
from typewright.changes.compared_apis import NEW, OLD, ComparedApis
from typewright.changes.pairing import media_key, pair, pair_responses
from typewright.changes.types import compare_annotated_types
from typewright.ir import Annotations, Header, Media, Operation, Ref, Response, element_of


def compare_bodies(old: Operation, new: Operation, context: Context, apis: ComparedApis) -> Comparison:
    """Return the changes in the request body of a method."""
    comparison = Comparison()
    before, after = old.body, new.body
    context = replace(context, subject=Subject.BODY)
    if before is None and after is not None:
        kind = Kind.ADDED_REQUIRED if after.required else Kind.ADDED
        message = f"{'a required' if after.required else 'an optional'} body is new"
        comparison.findings.append(context.finding(kind, message, Pointer(after.pointer), subject=Subject.BODY))
    elif before is not None and after is None:
        where = Pointer(before.pointer, old=True)
        comparison.findings.append(context.finding(Kind.REMOVED, "the body is gone", where, subject=Subject.BODY))
    elif before is not None and after is not None:
        if before.required != after.required:
            kind = Kind.REQUIRED if after.required else Kind.OPTIONAL
            message = f"the body is {kind.value} now"
            comparison.findings.append(context.finding(kind, message, Pointer(after.pointer), subject=Subject.BODY))
        annotations = Annotations(description=before.description), Annotations(description=after.description)
        comparison.findings += compare_annotations(annotations, (before.pointer, after.pointer), context, EITHER)
        context = replace(context, required=before.required and after.required)
        comparison.add(_compare_media((before.media, after.media), (before.pointer, after.pointer), context, apis))
    return comparison


def _compare_media(
    media: tuple[Sequence[Media], Sequence[Media]], pointers: tuple[str, str], context: Context, apis: ComparedApis
) -> Comparison:
    """Return the changes in the media types of a body or a response."""
    comparison = Comparison()
    paired = pair(*media, (lambda media: media.media_type, lambda media: media_key(media.media_type)))
    owner = "the body" if context.subject is Subject.BODY else f"the response {context.name}"
    has_several = max(map(len, media)) > 1
    for removed in paired.removed:
        message, where = f"{owner} can no longer be {removed.media_type}", Pointer(removed.pointer, old=True)
        comparison.findings.append(
            context.finding(Kind.REMOVED, message, where, subject=Subject.MEDIA_TYPE, name=removed.media_type)
        )
    for added in paired.added:
        message, where = f"{owner} can be {added.media_type} now", Pointer(added.pointer)
        comparison.findings.append(
            context.finding(Kind.ADDED, message, where, subject=Subject.MEDIA_TYPE, name=added.media_type)
        )
    for old, new in paired.pairs:
        media_context = replace(
            context, name=" ".join(filter(None, (context.name, new.media_type if has_several else "")))
        )
        if old.type is not None and new.type is not None:
            comparison.add(compare_annotated_types(old.type, new.type, media_context, apis))
        elif old.type is not new.type:
            kind = Kind.NARROWED if new.type is not None else Kind.WIDENED
            message = f"{owner} {'has a type now' if new.type is not None else 'no longer has a type'}"
            comparison.findings.append(
                media_context.finding(kind, message, Pointer(new.pointer), name=media_context.name)
            )
        annotations = (_media_annotations(old), _media_annotations(new))
        comparison.findings += compare_annotations(annotations, (old.pointer, new.pointer), media_context, EITHER)
    return comparison


def _media_annotations(media: Media) -> Annotations:
    return Annotations(example=media.example, examples=tuple(example for _, example in media.examples))


def compare_responses(old: Operation, new: Operation, context: Context, apis: ComparedApis) -> Comparison:
    """Return the changes in the responses of a method."""
    comparison = Comparison()
    paired = pair_responses(old.responses, new.responses)
    for before, after in paired.pairs:
        comparison.add(_compare_response(before, after, context, apis))
    for removed in paired.removed:
        kind = Kind.NARROWED if removed.is_error and not _has_own_type(removed, apis) else Kind.REMOVED
        comparison.findings.append(
            _response_finding(kind, removed, context, Pointer(removed.pointer, old=True), "is gone")
        )
    for added in paired.added:
        comparison.findings.append(_response_finding(Kind.ADDED, added, context, Pointer(added.pointer), "is new"))
    before_shapes, after_shapes = dict(_results(old, apis, OLD)), dict(_results(new, apis, NEW))
    added_types = [text for shape, text in after_shapes.items() if shape not in before_shapes]
    if before_shapes and added_types and len(after_shapes) > len(before_shapes):
        message = f"the method can give {' or '.join(added_types)} too now"
        response_context = replace(context, subject=Subject.RESPONSE)
        comparison.findings.append(
            response_context.finding(Kind.RECAST, message, Pointer(new.pointer), subject=Subject.RESPONSE)
        )
    return comparison


def _results(operation: Operation, apis: ComparedApis, side: int) -> list[tuple[int, str]]:
    """Return the shapes and the texts of the types of successful responses."""
    types = [
        media.type
        for response in operation.responses
        if response.status.startswith("2")
        for media in response.media
        if media.type is not None
    ]
    return [(apis.shape(type_, side), apis.type_text(type_, side)) for type_ in types]


def _has_own_type(response: Response, apis: ComparedApis) -> bool:
    """Return whether an old response defines a type inline, which is removed with the response."""
    types = [element_of(media.type) for media in response.media if media.type is not None]
    models = [apis.old.models.get(type_.id) for type_ in types if isinstance(type_, Ref)]
    return any(model is not None and not model.shared for model in models)


def _response_finding(kind: Kind, response: Response, context: Context, where: Pointer, event: str) -> Finding:
    message = f"the response {response.status} {event}"
    return context.finding(kind, message, where, subject=Subject.RESPONSE, name=response.status)


def _compare_response(old: Response, new: Response, context: Context, apis: ComparedApis) -> Comparison:
    comparison = Comparison()
    context = replace(context, subject=Subject.RESPONSE, name=new.status, required=True)
    if old.status.upper() != new.status.upper():
        message = f"the response {old.status} is {new.status} now"
        where = Pointer(new.pointer)
        comparison.findings.append(
            context.finding(Kind.MOVED, message, where, subject=Subject.RESPONSE, name=new.status)
        )
    comparison.add(_compare_media((old.media, new.media), (old.pointer, new.pointer), context, apis))
    annotations = Annotations(description=old.description), Annotations(description=new.description)
    comparison.findings += compare_annotations(annotations, (old.pointer, new.pointer), context, EITHER)
    paired = pair(old.headers, new.headers, (lambda header: header.name.lower(),))
    for removed in paired.removed:
        comparison.findings.append(
            _header_finding(Kind.REMOVED, removed, context, Pointer(removed.pointer, old=True), "is gone")
        )
    for added in paired.added:
        comparison.findings.append(_header_finding(Kind.ADDED, added, context, Pointer(added.pointer), "is new"))
    for before, after in paired.pairs:
        if before.required != after.required:
            kind = Kind.REQUIRED if after.required else Kind.OPTIONAL
            comparison.findings.append(
                _header_finding(kind, after, context, Pointer(after.pointer), f"is {kind.value} now")
            )
        required = before.required and after.required
        header_context = replace(context, subject=Subject.HEADER, name=after.name, required=required)
        comparison.add(compare_annotated_types(before.type, after.type, header_context, apis))
    return comparison


def _header_finding(kind: Kind, header: Header, context: Context, where: Pointer, event: str) -> Finding:
    message = f"header '{header.name}' of the response {context.name} {event}"
    return context.finding(kind, message, where, subject=Subject.HEADER, name=header.name)
