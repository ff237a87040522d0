"""Schemas that consist of themselves: what a name stands for must come to an end before the name comes up again.

Recursion through a property, a list or a map is fine; an alias of itself, or a union with itself as a variant, is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from typewright.ir import AliasModel, Model, Nullable, Ref, TypeExpr, UnionModel
from typewright.openapi.reading import Reader

_SHOWN = 12
"""Up to how many members of a cycle a message names."""


def report_cycles(models: Mapping[str, Model], recurring: Iterable[TypeExpr], reader: Reader) -> None:
    """Report every cycle of aliases and unions once, at the member that comes first in `models`.

    `recurring` are uses of schemas that came up again inside themselves; one that became no model has no end either.
    """
    for use in recurring:
        for id_ in _named(use):
            if id_ not in models:
                reader.report("E306", "the schema consists of itself, and has no name to refer to", use.pointer)
    done: set[str] = set()
    for start in models:
        path: dict[str, Iterator[str]] = {}
        here: str | None = start
        while here is not None:
            if here not in done and here not in path:
                path[here] = _consists_of(models.get(here))
            following = next(path[here], None) if here in path else None
            if following is None:
                done.add(here)
                path.pop(here, None)
                here = next(reversed(path), None)
            elif following in path:
                _report([*list(path)[list(path).index(following) :], following], reader)
            elif following not in done:
                here = following


def _report(members: list[str], reader: Reader) -> None:
    hops = " -> ".join(members if len(members) <= _SHOWN else [*members[: _SHOWN - 2], "…", members[-1]])
    reader.report("E306", f"the schema consists of itself: {hops}", members[0])


def _consists_of(model: Model | None) -> Iterator[str]:
    match model:
        case AliasModel(type=type_):
            yield from _named(type_)
        case UnionModel(members=members):
            for member in members:
                yield from _named(member)


def _named(type_: TypeExpr) -> Iterator[str]:
    bare = type_.of if isinstance(type_, Nullable) else type_
    if isinstance(bare, Ref):
        yield bare.id
