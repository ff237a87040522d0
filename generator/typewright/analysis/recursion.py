"""Aliases that lead back to themselves: they cannot be written out where they are used, and need a name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from typewright.ir import AliasModel, ListOf, MapOf, Model, Nullable, Ref, StreamOf, TypeExpr


def recursive_aliases(models: Mapping[str, Model]) -> frozenset[str]:
    """Return the ids of the aliases that reach themselves over lists, maps and other aliases alone."""
    uses = {
        id_: [reference for reference in _references(model.type) if isinstance(models.get(reference), AliasModel)]
        for id_, model in models.items()
        if isinstance(model, AliasModel)
    }
    return frozenset(id_ for id_ in uses if _reaches(id_, id_, uses))


def _reaches(start: str, goal: str, uses: Mapping[str, list[str]]) -> bool:
    seen: set[str] = set()
    waiting = list(uses[start])
    while waiting:
        id_ = waiting.pop()
        if id_ == goal:
            return True
        if id_ not in seen:
            seen.add(id_)
            waiting += uses[id_]
    return False


def _references(type_: TypeExpr) -> Iterator[str]:
    match type_:
        case Ref(id=id_):
            yield id_
        case Nullable(of=inner) | MapOf(value=inner) | StreamOf(item=inner):
            yield from _references(inner)
        case ListOf(item=item, prefix=prefix):
            for element in (*prefix, item):
                yield from _references(element)
