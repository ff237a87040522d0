"""Detection of schemas that consist of themselves.

Recursion through a property, a list or a map is fine; an alias of itself, or a union with itself as a variant, is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from typewright.ir import AliasModel, Model, Ref, TypeExpr, UnionModel, not_null
from typewright.ir.walking import cycles, model_types
from typewright.openapi.reading import Reader

_SHOWN = 12
"""The number of members of a cycle that a message names."""


def report_cycles(models: Mapping[str, Model], recurring: Iterable[TypeExpr], reader: Reader) -> None:
    """Report every cycle of aliases and unions once, at the member that comes first in `models`.

    `recurring` are references to schemas that occurred inside themselves while these were lowered.
    """
    for use in recurring:
        for id_ in _named(use):
            if id_ not in models:
                reader.report("E306", "the schema consists of itself, and has no name to refer to", use.pointer)
    for cycle in cycles(models, lambda id_: _consists_of(models.get(id_))):
        _report(cycle, reader)


def _report(members: list[str], reader: Reader) -> None:
    hops = " -> ".join(members if len(members) <= _SHOWN else [*members[: _SHOWN - 2], "…", members[-1]])
    reader.report("E306", f"the schema consists of itself: {hops}", members[0])


def _consists_of(model: Model | None) -> Iterator[str]:
    """Yield the ids of the models that an alias or a union directly consists of."""
    if isinstance(model, AliasModel | UnionModel):
        for type_ in model_types(model):
            yield from _named(type_)


def _named(type_: TypeExpr) -> Iterator[str]:
    bare = not_null(type_)
    if isinstance(bare, Ref):
        yield bare.id
