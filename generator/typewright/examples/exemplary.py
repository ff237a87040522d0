"""Which types have an authored example, or something inside that has one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from typewright.examples.order import types_below
from typewright.ir import ABSENT, ListOf, MapOf, Model, Nullable, Ref, StreamOf, TypeExpr, element_of


def exemplary_models(models: Mapping[str, Model]) -> frozenset[str]:
    """Return the ids of the models that have an example or lead to one; recursive ones cost no more than others."""
    holders: dict[str, list[str]] = {}
    found: set[str] = set()
    for id_, model in models.items():
        if model.note.example is not ABSENT or any(map(has_own_example, types_below(model))):
            found.add(id_)
        for type_ in types_below(model):
            if isinstance(inner := element_of(type_), Ref):
                holders.setdefault(inner.id, []).append(id_)
    waiting = list(found)
    while waiting:
        for holder in holders.get(waiting.pop(), ()):
            if holder not in found:
                found.add(holder)
                waiting.append(holder)
    return frozenset(found)


def has_own_example(type_: TypeExpr) -> bool:
    """Whether an example is written at the type expression, models that it refers to left aside."""
    return any(inner.note.example is not ABSENT for inner in _nested(type_))


def _nested(type_: TypeExpr) -> Iterator[TypeExpr]:
    while True:
        yield type_
        match type_:
            case Nullable(of=inner) | ListOf(item=inner) | MapOf(value=inner) | StreamOf(item=inner):
                type_ = inner
            case _:
                return
