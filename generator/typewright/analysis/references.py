"""Which types a type is made of, and in which order types can be declared."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from typewright.ir import (
    AliasModel,
    ListOf,
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

_Node = TypeVar("_Node", bound=Hashable)


def expressions(model: Model) -> Iterator[TypeExpr]:
    """Yield the type expressions that a model consists of."""
    match model:
        case ObjectModel(fields=fields, additional=additional):
            for field in fields:
                yield field.type
            if additional is not None:
                yield additional
        case UnionModel(members=members):
            yield from members
        case AliasModel(type=type_):
            yield type_


def references(type_: TypeExpr) -> Iterator[Ref]:
    """Yield the uses of models in a type expression."""
    match type_:
        case Ref():
            yield type_
        case Nullable(of=inner) | MapOf(value=inner) | StreamOf(item=inner):
            yield from references(inner)
        case ListOf(item=item, prefix=prefix):
            for element in (*prefix, item):
                yield from references(element)
        case Scalar():
            pass


def strongly_connected_components(
    nodes: Iterable[_Node], successors: Callable[[_Node], Sequence[_Node]]
) -> list[list[_Node]]:
    """Return the strongly connected components of a graph, those without successors first (Tarjan, 1972)."""
    index: dict[_Node, int] = {}
    low: dict[_Node, int] = {}
    open_: dict[_Node, None] = {}
    found: list[list[_Node]] = []
    for root in nodes:
        if root in index:
            continue
        index[root] = low[root] = len(index)
        open_[root] = None
        work = [(root, iter(successors(root)))]
        while work:
            node, rest = work[-1]
            for successor in rest:
                if successor not in index:
                    index[successor] = low[successor] = len(index)
                    open_[successor] = None
                    work.append((successor, iter(successors(successor))))
                    break
                if successor in open_:
                    low[node] = min(low[node], index[successor])
            else:
                work.pop()
                if work:
                    parent = work[-1][0]
                    low[parent] = min(low[parent], low[node])
                if low[node] == index[node]:
                    found.append(_closed(node, open_))
    return found


def _closed(node: _Node, open_: dict[_Node, None]) -> list[_Node]:
    component = []
    while True:
        last, _ = open_.popitem()
        component.append(last)
        if last == node:
            return component[::-1]
