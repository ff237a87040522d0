"""Detection of invalid cycles of schemas.

Recursion through a property, a list or a map is valid. An alias of itself, or a union with itself as a variant, is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from typewright.ir import AliasModel, Model, Ref, TypeExpr, UnionModel, not_null
from typewright.ir.walking import cycles, model_types
from typewright.openapi.reading import Reader

_MAX_SHOWN = 12
"""How many members of a cycle a message names at most."""


def report_cycles(models: Mapping[str, Model], self_references: Iterable[TypeExpr], reader: Reader) -> None:
    """Report every cycle of aliases and unions once, at the member that comes first in `models`.

    `self_references` are references to schemas that occurred inside themselves without a `$ref`.
    """
    for reference in self_references:
        for id_ in _referenced_ids(reference):
            if id_ not in models:
                reader.report("E306", "the schema consists of itself, and has no name to refer to", reference.pointer)
    for cycle in cycles(models, lambda id_: _direct_parts(models.get(id_))):
        _report(cycle, reader)


def _report(members: list[str], reader: Reader) -> None:
    hops = " -> ".join(members if len(members) <= _MAX_SHOWN else [*members[: _MAX_SHOWN - 2], "…", members[-1]])
    reader.report("E306", f"the schema consists of itself: {hops}", members[0])


def _direct_parts(model: Model | None) -> Iterator[str]:
    """Yield the ids of the models that an alias refers to or a union has as variants."""
    if isinstance(model, AliasModel | UnionModel):
        for type_ in model_types(model):
            yield from _referenced_ids(type_)


def _referenced_ids(type_: TypeExpr) -> Iterator[str]:
    bare = not_null(type_)
    if isinstance(bare, Ref):
        yield bare.id
