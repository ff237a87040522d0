"""The types that have an authored example, themselves or inside."""

from __future__ import annotations

from collections.abc import Mapping

from typewright.ir import ABSENT, ListOf, MapOf, Model, Nullable, Ref, StreamOf, TypeExpr, element_of
from typewright.ir.walking import model_types, reachable


def models_with_examples(models: Mapping[str, Model]) -> frozenset[str]:
    """Return the ids of the models that have an example, or refer to a model that has one."""
    users: dict[str, list[str]] = {}
    exemplary: list[str] = []
    for id_, model in models.items():
        if model.annotations.example is not ABSENT or any(map(has_own_example, model_types(model))):
            exemplary.append(id_)
        for type_ in model_types(model):
            if isinstance(inner := element_of(type_), Ref):
                users.setdefault(inner.id, []).append(id_)
    return frozenset(reachable(exemplary, lambda id_: users.get(id_, ())))


def has_own_example(type_: TypeExpr) -> bool:
    """Return whether the type expression has an example, apart from the models that it refers to."""
    while type_.annotations.example is ABSENT:
        match type_:
            case Nullable(of=inner) | ListOf(item=inner) | MapOf(value=inner) | StreamOf(item=inner):
                type_ = inner
            case _:
                return False
    return True
