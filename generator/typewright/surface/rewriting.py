"""Rewriting of the references inside types and models."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from typewright.ir import (
    AliasModel,
    EnumModel,
    FileModel,
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

Change = Callable[[Ref], Ref]


def changed_type(type_: TypeExpr, change: Change) -> TypeExpr:
    """Return `type_` with `change` applied to every reference in it."""
    match type_:
        case Ref():
            return change(type_)
        case Nullable(of=inner):
            return replace(type_, of=changed_type(inner, change))
        case ListOf(item=inner, prefix=prefix):
            return replace(
                type_,
                item=changed_type(inner, change),
                prefix=tuple(changed_type(element, change) for element in prefix),
            )
        case MapOf(value=inner):
            return replace(type_, value=changed_type(inner, change))
        case StreamOf(item=inner):
            return replace(type_, item=changed_type(inner, change))
        case Scalar(alternatives=alternatives) if alternatives:
            return replace(type_, alternatives=tuple(changed_type(alternative, change) for alternative in alternatives))
        case Scalar() | Literal():
            return type_


def changed_model(model: Model, id_: str, change: Change) -> Model:
    """Return `model` with the id `id_`, and with `change` applied to every reference in it."""
    match model:
        case ObjectModel(fields=fields, additional=additional):
            moved = tuple(replace(field, type=changed_type(field.type, change)) for field in fields)
            return replace(model, id=id_, fields=moved, additional=additional and changed_type(additional, change))
        case UnionModel(members=members):
            return replace(model, id=id_, members=tuple(changed_type(member, change) for member in members))
        case AliasModel(type=type_):
            return replace(model, id=id_, type=changed_type(type_, change))
        case EnumModel() | FileModel():
            return replace(model, id=id_)


def moved(old: str, new: str) -> Change:
    """Return a function that replaces the id prefix `old` of references to inline types with `new`."""

    def change(ref: Ref) -> Ref:
        """Return `ref` with the new prefix, where it refers to an inline type below the old id."""
        if ref.by_reference or not ref.id.startswith(f"{old}/"):
            return ref
        return replace(ref, id=new + ref.id.removeprefix(old))

    return change
