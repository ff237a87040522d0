"""Nullability of types: whether null is a valid value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from typewright.ir import (
    AliasModel,
    EnumModel,
    Literal,
    Model,
    Nullable,
    Ref,
    Scalar,
    ScalarKind,
    TypeExpr,
    UnionModel,
    not_null,
)
from typewright.ir.walking import reachable


def is_nullable_type(type_: TypeExpr, models: Mapping[str, Model]) -> bool:
    """Return whether null is a value of `type_`; references are followed, each once."""
    worklist, seen = [type_], set[str]()
    while worklist:
        match worklist.pop():
            case Nullable() | Scalar(kind=ScalarKind.NULL | ScalarKind.ANY) | Literal(value=None):
                return True
            case Ref(id=id_) if id_ not in seen:
                seen.add(id_)
                match models.get(id_):
                    case AliasModel(type=inner):
                        worklist.append(inner)
                    case UnionModel(members=members):
                        worklist += members
                    case EnumModel(values=values) if any(value.value is None for value in values):
                        return True
    return False


def null_models(models: Mapping[str, Model]) -> frozenset[str]:
    """Return the ids of aliases and unions whose only value is null.

    Their members are null, or references to each other, so that nothing but null ends the recursion.
    """
    others: list[str] = []
    users: defaultdict[str, list[str]] = defaultdict(list)
    for id_, model in models.items():
        members = _members(model)
        bare = [not_null(member) for member in members]
        if not members or not all(isinstance(member, Ref) or _is_null(member) for member in bare):
            others.append(id_)
        for member in bare:
            if isinstance(member, Ref):
                users[member.id].append(id_)

    with_other_values: set[str] = reachable(others, users.__getitem__)
    return frozenset(models) - with_other_values


def _members(model: Model) -> tuple[TypeExpr, ...]:
    match model:
        case AliasModel(type=type_):
            return (type_,)
        case UnionModel(members=members):
            return members
    return ()


def _is_null(type_: TypeExpr) -> bool:
    return isinstance(type_, Scalar) and type_.kind is ScalarKind.NULL
