"""Rewriting of the references in types and models."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from typewright.ir import (
    AliasModel,
    EnumModel,
    FileModel,
    HttpMessage,
    ListOf,
    Literal,
    MapOf,
    Model,
    Nullable,
    ObjectModel,
    Ref,
    Scalar,
    StreamOf,
    TypeExpr,
    UnionModel,
)

Rewrite = Callable[[Ref], Ref]


def rewrite_type(type_: TypeExpr, rewrite: Rewrite) -> TypeExpr:
    """Return `type_` with `rewrite` applied to every reference in it."""
    match type_:
        case Ref():
            return rewrite(type_)
        case Nullable(of=inner):
            return replace(type_, of=rewrite_type(inner, rewrite))
        case ListOf(item=inner, prefix=prefix):
            return replace(
                type_,
                item=rewrite_type(inner, rewrite),
                prefix=tuple(rewrite_type(element, rewrite) for element in prefix),
            )
        case MapOf(value=inner):
            return replace(type_, value=rewrite_type(inner, rewrite))
        case StreamOf(item=inner):
            return replace(type_, item=rewrite_type(inner, rewrite))
        case Scalar(alternatives=alternatives) if alternatives:
            return replace(
                type_, alternatives=tuple(rewrite_type(alternative, rewrite) for alternative in alternatives)
            )
        case Scalar() | Literal() | HttpMessage():
            return type_


def rewrite_model(model: Model, id_: str, rewrite: Rewrite) -> Model:
    """Return `model` with the id `id_`, and with `rewrite` applied to every reference in it."""
    match model:
        case ObjectModel(fields=fields, additional=additional):
            rewritten = tuple(replace(field, type=rewrite_type(field.type, rewrite)) for field in fields)
            return replace(model, id=id_, fields=rewritten, additional=additional and rewrite_type(additional, rewrite))
        case UnionModel(members=members):
            return replace(model, id=id_, members=tuple(rewrite_type(member, rewrite) for member in members))
        case AliasModel(type=type_):
            return replace(model, id=id_, type=rewrite_type(type_, rewrite))
        case EnumModel() | FileModel():
            return replace(model, id=id_)


def replace_id_prefix(old: str, new: str) -> Rewrite:
    """Return a function that replaces the id prefix `old` of references to inline types with `new`."""

    def rewrite(ref: Ref) -> Ref:
        """Return `ref` with the new prefix if it refers to an inline type below the old id, else unchanged."""
        if ref.by_reference or not ref.id.startswith(f"{old}/"):
            return ref
        return replace(ref, id=new + ref.id.removeprefix(old))

    return rewrite
