"""Walks over types and models: what a type consists of, what it refers to, what is reachable, and where cycles are.

All walks are iterative, so that no depth of nesting exceeds the recursion limit.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from typewright.ir.models import AliasModel, Model, ObjectModel, UnionModel
from typewright.ir.types import ListOf, MapOf, Nullable, Ref, Scalar, StreamOf, TypeExpr

_Node = TypeVar("_Node", bound=Hashable)


def children(type_: TypeExpr, *, alternatives: bool = False) -> tuple[TypeExpr, ...]:
    """Return the types that `type_` directly consists of; with `alternatives`, also branches merged into a scalar."""
    match type_:
        case Nullable(of=inner) | MapOf(value=inner) | StreamOf(item=inner):
            return (inner,)
        case ListOf(item=item, prefix=prefix):
            return (*prefix, item)
        case Scalar(alternatives=branches) if alternatives:
            return branches
    return ()


def model_types(model: Model) -> Iterator[TypeExpr]:
    """Yield the types of an object's (further) properties, of a union's members, or the one that an alias names."""
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


def references(type_: TypeExpr, *, alternatives: bool = False) -> Iterator[Ref]:
    """Yield the references inside `type_` in document order; with `alternatives`, also those of merged branches."""
    stack = [type_]
    while stack:
        current = stack.pop()
        if isinstance(current, Ref):
            yield current
        else:
            stack += reversed(children(current, alternatives=alternatives))


def reachable(starts: Iterable[_Node], successors: Callable[[_Node], Iterable[_Node]]) -> set[_Node]:
    """Return the nodes of a graph that paths from `starts` lead to, the starts included."""
    found = set(starts)
    worklist = list(found)
    while worklist:
        for node in successors(worklist.pop()):
            if node not in found:
                found.add(node)
                worklist.append(node)
    return found


def cycles(nodes: Iterable[_Node], successors: Callable[[_Node], Iterable[_Node]]) -> Iterator[list[_Node]]:
    """Yield the cycles that a depth-first search from `nodes` closes, each with its first member again at the end."""
    done: set[_Node] = set()
    for start in nodes:
        path: dict[_Node, Iterator[_Node]] = {} if start in done else {start: iter(successors(start))}
        while path:
            node, rest = next(reversed(path.items()))
            following = next((successor for successor in rest if successor not in done), None)
            if following is None:
                done.add(node)
                path.popitem()
            elif following in path:
                members = list(path)
                yield [*members[members.index(following) :], following]
            else:
                path[following] = iter(successors(following))


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
        stack = [(root, iter(successors(root)))]
        while stack:
            node, rest = stack[-1]
            for successor in rest:
                if successor not in index:
                    index[successor] = low[successor] = len(index)
                    open_[successor] = None
                    stack.append((successor, iter(successors(successor))))
                    break
                if successor in open_:
                    low[node] = min(low[node], index[successor])
            else:
                stack.pop()
                if stack:
                    parent = stack[-1][0]
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


def recursive_aliases(models: Mapping[str, Model], *, alternatives: bool = False) -> frozenset[str]:
    """Return the ids of the aliases that reach themselves over lists, maps, nullability and other aliases alone.

    They cannot be written out where they are used, and need a name. `alternatives` as in `references`.
    """
    aliases = {id_: model for id_, model in models.items() if isinstance(model, AliasModel)}
    targets = {
        id_: [ref.id for ref in references(model.type, alternatives=alternatives) if ref.id in aliases]
        for id_, model in aliases.items()
    }
    components = strongly_connected_components(targets, targets.__getitem__)
    return frozenset(id_ for component in components for id_ in component if len(component) > 1 or id_ in targets[id_])
