"""Further methods of operations whose body can be sent in several media types.

The method of the operation takes the preferred media type. Each other kind of body (form, multipart, bytes) gets a
method of its own, with copies of the inline types.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from typewright.base.json_value import JsonValue
from typewright.ir import Media, Nullable, Operation, Ref, Scalar, ScalarKind, StreamOf, not_null
from typewright.surface.draft import Draft
from typewright.surface.parts import FORM, is_json
from typewright.surface.requests import ranked_media
from typewright.surface.rewriting import changed_model, changed_type, moved


def variants_of(draft: Draft, operation: Operation) -> Iterator[Operation]:
    """Yield a copy of `operation` for each further kind of body, and add its models to `draft`."""
    ranked = ranked_media(operation)
    met = {_suffix(media.media_type) for media in ranked[:1]}
    alike = "one-method-per-body-type" in draft.api.habits
    for media in ranked[1:]:
        suffix = _suffix(media.media_type)
        if suffix not in met and not (alike and _is_same(draft, media, ranked[0], suffix)):
            met.add(suffix)
            yield _variant(draft, operation, media, suffix)


def _suffix(media_type: str) -> str:
    if is_json(media_type):
        return "Json"
    if media_type.startswith("multipart/"):
        return "Multipart"
    return "Form" if media_type == FORM else "Raw"


def _is_same(draft: Draft, media: Media, preferred: Media, suffix: str) -> bool:
    """Whether a caller sends a value of the same type in both media types; bytes are like nothing else."""
    return suffix != "Raw" and _schema(draft, media) == _schema(draft, preferred)


def _schema(draft: Draft, media: Media) -> JsonValue:
    """Return the schema of a media type as it is written; that of a reference stands for it."""
    type_ = media.type and not_null(media.type)
    if isinstance(type_, Ref):
        return draft.models[type_.id].schema
    return None if type_ is None or isinstance(type_, StreamOf | Nullable) else type_.schema


def _variant(draft: Draft, operation: Operation, media: Media, suffix: str) -> Operation:
    """Return a copy of `operation` whose body is `media`, with `suffix` in its id and name."""
    new = f"{operation.id}?{suffix.lower()}"
    change = moved(operation.id, new)
    for id_, model in list(draft.models.items()):
        if id_.startswith(f"{operation.id}/"):
            below = new + id_.removeprefix(operation.id)
            draft.models[below] = changed_model(model, below, change)
    type_ = media.type
    if suffix == "Raw":
        type_ = Scalar(ScalarKind.STRING, media.pointer, format="binary")
    body = operation.body
    name = operation.name or f"{operation.method}_{operation.path}"
    return replace(
        operation,
        id=new,
        operation_id=f"{name}_{suffix.lower()}",
        function=None,
        preferred_name=f"{operation.preferred_name}{suffix}" if operation.preferred_name else None,
        parameters=tuple(
            replace(parameter, type=changed_type(parameter.type, change)) for parameter in operation.parameters
        ),
        body=body and replace(body, media=(replace(media, type=type_ and changed_type(type_, change)),)),
        responses=tuple(
            replace(
                response,
                media=tuple(replace(one, type=one.type and changed_type(one.type, change)) for one in response.media),
            )
            for response in operation.responses
        ),
        callbacks=(),
    )
