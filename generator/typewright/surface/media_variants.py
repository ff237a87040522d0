"""Variants of operations whose request body can be sent in several media types.

The method of the operation sends the preferred media type. For each other kind of body (form, multipart, bytes), and
for JSON, JSON lines or multipart with another schema, there is a variant of the operation, with copies of the inline
types.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from typewright.base.json_value import JsonValue
from typewright.ir import (
    ListOf,
    Literal,
    MapOf,
    Media,
    Operation,
    Ref,
    Scalar,
    ScalarKind,
    TypeExpr,
    not_null,
)
from typewright.ir.media_types import essence, is_json_lines
from typewright.surface.draft import Draft
from typewright.surface.parts import FORM, is_json
from typewright.surface.requests import ranked_media
from typewright.surface.rewriting import Rewrite, replace_id_prefix, rewrite_model, rewrite_type

_LINES: Final = "Jsonl"
_ONE_METHOD: Final = "one-method-per-body-type"
_SEPARATORS = re.compile(r"[\W_]+")


def variants_of(draft: Draft, operation: Operation) -> Iterator[Operation]:
    """Yield a variant of `operation` for each other kind of body, and add the models of the variant to `draft`."""
    ranked = ranked_media(operation, draft.models)
    sent = ranked[:1]
    for media in ranked[1:]:
        kind = _kind(draft, media)
        alike = [other for other in sent if _kind(draft, other) == kind]
        if _is_sent(draft, media, alike, ranked[0]):
            continue
        sent.append(media)
        if not alike:
            entire = [other for other in ranked if kind == "Raw" and _kind(draft, other) == kind] or [media]
            yield _variant(draft, operation, entire, f"{operation.id}?{kind.lower()}", [kind])
        else:
            words = _words(media.media_type, [other.media_type for other in alike])
            yield _variant(draft, operation, [media], f"{operation.id}?as-{'-'.join(words)}-{len(alike)}", words)


def _is_sent(draft: Draft, media: Media, alike: Sequence[Media], preferred: Media) -> bool:
    """Return whether another method sends bodies of a media type; `alike` are those of its kind that methods send."""
    kind = _kind(draft, media)
    if _ONE_METHOD in draft.api.habits:
        return bool(alike) or (kind != "Raw" and _schema(draft, media) == _schema(draft, preferred))
    if kind in ("Form", "Raw"):
        return bool(alike)
    return any(_schema(draft, media) == _schema(draft, other) for other in alike)


def _kind(draft: Draft, media: Media) -> str:
    """Return the kind of a body; one in JSON lines whose schema is no array is raw."""
    media_type = media.media_type
    if is_json(media_type):
        return "Json"
    is_list = media.type is not None and isinstance(not_null(media.type), ListOf)
    if is_list and is_json_lines(media_type) and _ONE_METHOD not in draft.api.habits:
        return _LINES
    if media_type.startswith("multipart/"):
        return "Multipart"
    return "Form" if media_type == FORM else "Raw"


def _words(media_type: str, others: Sequence[str]) -> list[str]:
    """Return the words of a media type that name a variant: its subtype, or all of it where another one has that."""
    name = essence(media_type)
    text = media_type if name in map(essence, others) else name
    text = text.lower().removeprefix("application/").replace("+json", "")
    return [word for word in _SEPARATORS.split(text) if word]


def _schema(draft: Draft, media: Media) -> JsonValue:
    """Return the schema of a media type, or the schema of the model that it refers to."""
    type_ = media.type and not_null(media.type)
    if isinstance(type_, Ref):
        return draft.models[type_.id].schema
    return type_.schema if isinstance(type_, Scalar | Literal | ListOf | MapOf) else None


def _body_type(media: Media, rewrite: Rewrite, kind: str) -> TypeExpr | None:
    """Return the type of a variant's body: bytes for a raw one, else the declared one, rewritten."""
    if kind == "Raw":
        return Scalar(ScalarKind.STRING, media.pointer, format="binary")
    return media.type and rewrite_type(media.type, rewrite)


def _variant(
    draft: Draft, operation: Operation, bodies: Sequence[Media], variant_id: str, words: Sequence[str]
) -> Operation:
    """Return a copy of `operation` with an id and bodies of its own, and with `words` behind its name."""
    rewrite = replace_id_prefix(operation.id, variant_id)
    for id_, model in list(draft.models.items()):
        if id_.startswith(f"{operation.id}/"):
            copy_id = variant_id + id_.removeprefix(operation.id)
            draft.models[copy_id] = rewrite_model(model, copy_id, rewrite)
    body, suffix = operation.body, "".join(f"{word[0].upper()}{word[1:]}" for word in words)
    name = operation.name or f"{operation.method}_{operation.path}"
    return replace(
        operation,
        id=variant_id,
        operation_id=f"{name}_{'_'.join(words).lower()}",
        function=None,
        preferred_name=f"{operation.preferred_name}{suffix}" if operation.preferred_name else None,
        parameters=tuple(
            replace(parameter, type=rewrite_type(parameter.type, rewrite)) for parameter in operation.parameters
        ),
        body=body
        and replace(
            body, media=tuple(replace(media, type=_body_type(media, rewrite, _kind(draft, media))) for media in bodies)
        ),
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
