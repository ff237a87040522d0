"""Nullability of types: whether null is a valid value."""

from __future__ import annotations

from collections.abc import Mapping

from typewright.ir import AliasModel, EnumModel, Literal, Model, Nullable, Ref, Scalar, ScalarKind, TypeExpr, UnionModel


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
