"""The types that have an authored example, themselves or inside."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from typewright.base.kept_results import KeptResult, KeptResults
from typewright.ir import ABSENT, ListOf, MapOf, Model, Nullable, Ref, StreamOf, TypeExpr, element_of
from typewright.ir.walking import model_types, reachable


def models_with_examples(models: Mapping[str, Model], name: str = "") -> frozenset[str]:
    """Return the ids of the models that have an example, or refer to a model that has one.

    `name` identifies the models among those of a build.
    """
    return _EXEMPLARY.of(_ELEMENTS.of({id_: (model,) for id_, model in models.items()}, name), key=name)


class _Elements(Struct, frozen=True):
    """Whether a model has an example of its own, and the ids of the models of its parts, lists aside."""

    has_example: bool
    ids: tuple[str, ...]


def _elements(model: Model) -> _Elements:
    elements = [element_of(type_) for type_ in model_types(model)]
    return _Elements(
        has_example=model.annotations.example is not ABSENT or any(map(has_own_example, model_types(model))),
        ids=tuple(element.id for element in elements if isinstance(element, Ref)),
    )


def _exemplary(models: Mapping[str, _Elements]) -> frozenset[str]:
    users: dict[str, list[str]] = {}
    for id_, elements in models.items():
        for used in elements.ids:
            users.setdefault(used, []).append(id_)
    exemplary = [id_ for id_, elements in models.items() if elements.has_example]
    return frozenset(reachable(exemplary, lambda id_: users.get(id_, ())))


_ELEMENTS, _EXEMPLARY = KeptResults(_elements), KeptResult(_exemplary)


def has_own_example(type_: TypeExpr) -> bool:
    """Return whether the type expression has an example, apart from the models that it refers to."""
    while type_.annotations.example is ABSENT:
        match type_:
            case Nullable(of=inner) | ListOf(item=inner) | MapOf(value=inner) | StreamOf(item=inner):
                type_ = inner
            case _:
                return False
    return True
