"""Comparison of request bodies and responses: presence, media types, statuses, headers, and types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from typewright.changes.change import EITHER, Context, Finding, Found, Kind, Pointer, Subject
from typewright.changes.compared_apis import NEW, OLD, ComparedApis
from typewright.changes.notes import compare_notes
from typewright.changes.pairing import media_key, pair, pair_responses
from typewright.changes.types import compare_annotated_types
from typewright.ir import Header, Media, Note, Operation, Ref, Response, element_of


def compare_bodies(old: Operation, new: Operation, context: Context, apis: ComparedApis) -> Found:
    """Return the changes in what a method sends."""
    found = Found()
    before, after = old.body, new.body
    context = replace(context, subject=Subject.BODY)
    if before is None and after is not None:
        kind = Kind.ADDED_REQUIRED if after.required else Kind.ADDED
        message = f"{'a required' if after.required else 'an optional'} body is new"
        found.findings.append(context.finding(kind, message, Pointer(after.pointer), subject=Subject.BODY))
    elif before is not None and after is None:
        where = Pointer(before.pointer, old=True)
        found.findings.append(context.finding(Kind.REMOVED, "the body is gone", where, subject=Subject.BODY))
    elif before is not None and after is not None:
        if before.required != after.required:
            kind = Kind.REQUIRED if after.required else Kind.OPTIONAL
            message = f"the body is {kind.value} now"
            found.findings.append(context.finding(kind, message, Pointer(after.pointer), subject=Subject.BODY))
        notes = Note(description=before.description), Note(description=after.description)
        found.findings += compare_notes(notes, (before.pointer, after.pointer), context, EITHER)
        context = replace(context, required=before.required and after.required)
        found.add(_media((before.media, after.media), (before.pointer, after.pointer), context, apis))
    return found


def _media(
    media: tuple[Sequence[Media], Sequence[Media]], pointers: tuple[str, str], context: Context, apis: ComparedApis
) -> Found:
    """Return the changes in the media types of a body or a response."""
    found = Found()
    paired = pair(*media, (lambda media: media.media_type, lambda media: media_key(media.media_type)))
    owner = "the body" if context.subject is Subject.BODY else f"the response {context.name}"
    several = max(map(len, media)) > 1
    for removed in paired.removed:
        message, where = f"{owner} can no longer be {removed.media_type}", Pointer(removed.pointer, old=True)
        found.findings.append(
            context.finding(Kind.REMOVED, message, where, subject=Subject.MEDIA_TYPE, name=removed.media_type)
        )
    for added in paired.added:
        message, where = f"{owner} can be {added.media_type} now", Pointer(added.pointer)
        found.findings.append(
            context.finding(Kind.ADDED, message, where, subject=Subject.MEDIA_TYPE, name=added.media_type)
        )
    for old, new in paired.pairs:
        media_context = replace(context, name=" ".join(filter(None, (context.name, new.media_type if several else ""))))
        if old.type is not None and new.type is not None:
            found.add(compare_annotated_types(old.type, new.type, media_context, apis))
        elif old.type is not new.type:
            kind = Kind.NARROWED if new.type is not None else Kind.WIDENED
            message = f"{owner} {'has a type now' if new.type is not None else 'no longer has a type'}"
            found.findings.append(media_context.finding(kind, message, Pointer(new.pointer), name=media_context.name))
        notes = (_note(old), _note(new))
        found.findings += compare_notes(notes, (old.pointer, new.pointer), media_context, EITHER)
    return found


def _note(media: Media) -> Note:
    return Note(example=media.example, examples=tuple(example for _, example in media.examples))


def compare_responses(old: Operation, new: Operation, context: Context, apis: ComparedApis) -> Found:
    """Return the changes in what a method returns."""
    found = Found()
    paired = pair_responses(old.responses, new.responses)
    for before, after in paired.pairs:
        found.add(_response(before, after, context, apis))
    for removed in paired.removed:
        kind = Kind.NARROWED if removed.is_error and not _has_own_type(removed, apis) else Kind.REMOVED
        found.findings.append(_status(kind, removed, context, Pointer(removed.pointer, old=True), "is gone"))
    for added in paired.added:
        found.findings.append(_status(Kind.ADDED, added, context, Pointer(added.pointer), "is new"))
    before_shapes, after_shapes = dict(_results(old, apis, OLD)), dict(_results(new, apis, NEW))
    more = [text for shape, text in after_shapes.items() if shape not in before_shapes]
    if before_shapes and more and len(after_shapes) > len(before_shapes):
        message = f"the method can give {' or '.join(more)} too now"
        response_context = replace(context, subject=Subject.RESPONSE)
        found.findings.append(
            response_context.finding(Kind.RECAST, message, Pointer(new.pointer), subject=Subject.RESPONSE)
        )
    return found


def _results(operation: Operation, apis: ComparedApis, side: int) -> list[tuple[int, str]]:
    """Return the shapes of what a successful call returns, each with the text of its type."""
    types = [
        media.type
        for response in operation.responses
        if response.status.startswith("2")
        for media in response.media
        if media.type is not None
    ]
    return [(apis.shape(type_, side), apis.type_text(type_, side)) for type_ in types]


def _has_own_type(response: Response, apis: ComparedApis) -> bool:
    """Whether an old response defined a type inline, which is removed with it."""
    types = [element_of(media.type) for media in response.media if media.type is not None]
    models = [apis.old.models.get(type_.id) for type_ in types if isinstance(type_, Ref)]
    return any(model is not None and not model.shared for model in models)


def _status(kind: Kind, response: Response, context: Context, where: Pointer, words: str) -> Finding:
    message = f"the response {response.status} {words}"
    return context.finding(kind, message, where, subject=Subject.RESPONSE, name=response.status)


def _response(old: Response, new: Response, context: Context, apis: ComparedApis) -> Found:
    found = Found()
    context = replace(context, subject=Subject.RESPONSE, name=new.status, required=True)
    if old.status.upper() != new.status.upper():
        message = f"the response {old.status} is {new.status} now"
        where = Pointer(new.pointer)
        found.findings.append(context.finding(Kind.MOVED, message, where, subject=Subject.RESPONSE, name=new.status))
    found.add(_media((old.media, new.media), (old.pointer, new.pointer), context, apis))
    notes = Note(description=old.description), Note(description=new.description)
    found.findings += compare_notes(notes, (old.pointer, new.pointer), context, EITHER)
    paired = pair(old.headers, new.headers, (lambda header: header.name.lower(),))
    for removed in paired.removed:
        found.findings.append(_header(Kind.REMOVED, removed, context, Pointer(removed.pointer, old=True), "is gone"))
    for added in paired.added:
        found.findings.append(_header(Kind.ADDED, added, context, Pointer(added.pointer), "is new"))
    for before, after in paired.pairs:
        if before.required != after.required:
            kind = Kind.REQUIRED if after.required else Kind.OPTIONAL
            found.findings.append(_header(kind, after, context, Pointer(after.pointer), f"is {kind.value} now"))
        required = before.required and after.required
        place_of = replace(context, subject=Subject.HEADER, name=after.name, required=required)
        found.add(compare_annotated_types(before.type, after.type, place_of, apis))
    return found


def _header(kind: Kind, header: Header, context: Context, where: Pointer, words: str) -> Finding:
    message = f"header '{header.name}' of the response {context.name} {words}"
    return context.finding(kind, message, where, subject=Subject.HEADER, name=header.name)
