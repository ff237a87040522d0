"""Variants of operations whose request body can be sent in several media types.

The method of the operation sends the preferred media type. For each other kind of body (form, multipart, bytes) there
is a variant of the operation, with copies of the inline types.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from typewright.base.json_value import JsonValue
from typewright.ir import Media, Nullable, Operation, Ref, Scalar, ScalarKind, StreamOf, not_null
from typewright.surface.draft import Draft
from typewright.surface.parts import FORM, is_json
from typewright.surface.requests import ranked_media
from typewright.surface.rewriting import replace_id_prefix, rewrite_model, rewrite_type


def variants_of(draft: Draft, operation: Operation) -> Iterator[Operation]:
    """Yield a variant of `operation` for each other kind of body, and add the models of the variant to `draft`."""
    ranked = ranked_media(operation, draft.models)
    seen = {_suffix(media.media_type) for media in ranked[:1]}
    merges_equal = "one-method-per-body-type" in draft.api.habits
    for media in ranked[1:]:
        suffix = _suffix(media.media_type)
        if suffix not in seen and not (merges_equal and _has_equal_schema(draft, media, ranked[0], suffix)):
            seen.add(suffix)
            yield _variant(draft, operation, media, suffix)


def _suffix(media_type: str) -> str:
    if is_json(media_type):
        return "Json"
    if media_type.startswith("multipart/"):
        return "Multipart"
    return "Form" if media_type == FORM else "Raw"


def _has_equal_schema(draft: Draft, media: Media, preferred: Media, suffix: str) -> bool:
    """Return whether the schemas of both media types are equal. A body of bytes (`Raw`) equals no other one."""
    return suffix != "Raw" and _schema(draft, media) == _schema(draft, preferred)


def _schema(draft: Draft, media: Media) -> JsonValue:
    """Return the schema of a media type, or the schema of the model that it refers to."""
    type_ = media.type and not_null(media.type)
    if isinstance(type_, Ref):
        return draft.models[type_.id].schema
    return None if type_ is None or isinstance(type_, StreamOf | Nullable) else type_.schema


def _variant(draft: Draft, operation: Operation, media: Media, suffix: str) -> Operation:
    """Return a copy of `operation` whose body is `media`, with `suffix` in its id and name."""
    variant_id = f"{operation.id}?{suffix.lower()}"
    rewrite = replace_id_prefix(operation.id, variant_id)
    for id_, model in list(draft.models.items()):
        if id_.startswith(f"{operation.id}/"):
            copy_id = variant_id + id_.removeprefix(operation.id)
            draft.models[copy_id] = rewrite_model(model, copy_id, rewrite)
    type_ = media.type
    if suffix == "Raw":
        type_ = Scalar(ScalarKind.STRING, media.pointer, format="binary")
    body = operation.body
    name = operation.name or f"{operation.method}_{operation.path}"
    return replace(
        operation,
        id=variant_id,
        operation_id=f"{name}_{suffix.lower()}",
        function=None,
        preferred_name=f"{operation.preferred_name}{suffix}" if operation.preferred_name else None,
        parameters=tuple(
            replace(parameter, type=rewrite_type(parameter.type, rewrite)) for parameter in operation.parameters
        ),
        body=body and replace(body, media=(replace(media, type=type_ and rewrite_type(type_, rewrite)),)),
        responses=tuple(
            replace(
                response,
                media=tuple(
                    replace(entry, type=entry.type and rewrite_type(entry.type, rewrite)) for entry in response.media
                ),
            )
            for response in operation.responses
        ),
        callbacks=(),
    )
