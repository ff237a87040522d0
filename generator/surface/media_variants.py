"""Further methods of an operation whose body can be sent in several media types.

The first method takes the best one. Each other way of writing a body (a form, parts, bytes) gets a method of its own,
whose inline types are built again under its own operation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.ir import (
    AliasModel,
    EnumModel,
    FileModel,
    ListOf,
    Literal,
    MapOf,
    Media,
    Model,
    Nullable,
    ObjectModel,
    Operation,
    Ref,
    Scalar,
    ScalarKind,
    StreamOf,
    TypeExpr,
    UnionModel,
)
from generator.surface.draft import Draft
from generator.surface.parts import FORM, is_json
from generator.surface.requests import ranked_media


def variants_of(draft: Draft, operation: Operation) -> Iterator[Operation]:
    """Yield an operation of its own for every further way in which the body can be sent; its models are added."""
    ranked = ranked_media(operation)
    met = {_suffix(media.media_type) for media in ranked[:1]}
    for media in ranked[1:]:
        suffix = _suffix(media.media_type)
        if suffix not in met:
            met.add(suffix)
            yield _variant(draft, operation, media, suffix)


def _suffix(media_type: str) -> str:
    if is_json(media_type):
        return "Json"
    if media_type.startswith("multipart/"):
        return "Multipart"
    return "Form" if media_type == FORM else "Raw"


def _variant(draft: Draft, operation: Operation, media: Media, suffix: str) -> Operation:
    """Return `operation` with only `media`, under an id and a name that `suffix` makes different."""
    base = _Rebase(operation.id, f"{operation.id}?{suffix.lower()}")
    for id_, model in list(draft.models.items()):
        if id_.startswith(f"{base.old}/"):
            draft.models[base.id(id_)] = base.model(model)
    type_ = media.type
    if suffix == "Raw":
        type_ = Scalar(ScalarKind.STRING, media.pointer, format="binary")
    body = operation.body
    name = operation.operation_id or f"{operation.method}_{operation.path}"
    return replace(
        operation,
        id=base.new,
        operation_id=f"{name}_{suffix.lower()}",
        preferred_name=f"{operation.preferred_name}{suffix}" if operation.preferred_name else None,
        parameters=tuple(replace(each, type=base.type(each.type)) for each in operation.parameters),
        body=body and replace(body, media=(replace(media, type=type_ and base.type(type_)),)),
        responses=tuple(
            replace(each, media=tuple(replace(one, type=one.type and base.type(one.type)) for one in each.media))
            for each in operation.responses
        ),
        callbacks=(),
    )


class _Rebase:
    """Moves inline types from below one operation to below another."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new

    def id(self, id_: str) -> str:
        return self.new + id_.removeprefix(self.old) if id_.startswith(f"{self.old}/") else id_

    def type(self, type_: TypeExpr) -> TypeExpr:
        match type_:
            case Ref(by_reference=False):
                return replace(type_, id=self.id(type_.id))
            case Nullable(of=inner):
                return replace(type_, of=self.type(inner))
            case ListOf(item=inner, prefix=prefix):
                return replace(type_, item=self.type(inner), prefix=tuple(map(self.type, prefix)))
            case MapOf(value=inner):
                return replace(type_, value=self.type(inner))
            case StreamOf(item=inner):
                return replace(type_, item=self.type(inner))
            case Scalar(alternatives=alternatives):
                return replace(type_, alternatives=tuple(map(self.type, alternatives)))
            case Ref() | Literal():
                return type_

    def model(self, model: Model) -> Model:
        id_ = self.id(model.id)
        match model:
            case ObjectModel(fields=fields, additional=additional):
                moved = tuple(replace(each, type=self.type(each.type)) for each in fields)
                return replace(model, id=id_, fields=moved, additional=additional and self.type(additional))
            case UnionModel(members=members):
                return replace(model, id=id_, members=tuple(map(self.type, members)))
            case AliasModel(type=type_):
                return replace(model, id=id_, type=self.type(type_))
            case EnumModel() | FileModel():
                return replace(model, id=id_)
