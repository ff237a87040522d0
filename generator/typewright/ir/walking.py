"""Traversal of types and models: children, references, reachability, cycles and strongly connected components.

All traversals are iterative, so that no nesting exceeds the recursion limit.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from typewright.ir.models import AliasModel, Model, ObjectModel, UnionModel
from typewright.ir.types import ListOf, MapOf, Nullable, Ref, Scalar, StreamOf, TypeExpr

_Node = TypeVar("_Node", bound=Hashable)


def children(type_: TypeExpr, *, alternatives: bool = False) -> tuple[TypeExpr, ...]:
    """Return the direct parts of `type_`; with `alternatives`, also branches that were merged into a scalar."""
    match type_:
        case Nullable(of=inner) | MapOf(value=inner) | StreamOf(item=inner):
            return (inner,)
        case ListOf(item=item, prefix=prefix):
            return (*prefix, item)
        case Scalar(alternatives=branches) if alternatives:
            return branches
    return ()


def model_types(model: Model) -> Iterator[TypeExpr]:
    """Yield the types of the fields and additional properties of an object, the members of a union, or of an alias."""
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
    """Yield the references in `type_` in document order; with `alternatives`, also those of merged branches."""
    stack = [type_]
    while stack:
        current = stack.pop()
        if isinstance(current, Ref):
            yield current
        else:
            stack += reversed(children(current, alternatives=alternatives))


def reachable(starts: Iterable[_Node], successors: Callable[[_Node], Iterable[_Node]]) -> set[_Node]:
    """Return the nodes of a graph that are reachable from `starts`, including `starts`."""
    nodes = set(starts)
    worklist = list(nodes)
    while worklist:
        for node in successors(worklist.pop()):
            if node not in nodes:
                nodes.add(node)
                worklist.append(node)
    return nodes


def cycles(nodes: Iterable[_Node], successors: Callable[[_Node], Iterable[_Node]]) -> Iterator[list[_Node]]:
    """Yield the cycles that a depth-first search from `nodes` finds, each with its first node repeated at the end."""
    done: set[_Node] = set()
    for start in nodes:
        path: dict[_Node, Iterator[_Node]] = {} if start in done else {start: iter(successors(start))}
        while path:
            node, remaining = next(reversed(path.items()))
            following = next((successor for successor in remaining if successor not in done), None)
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
    """Return the strongly connected components of a graph in reverse topological order (Tarjan, 1972)."""
    index: dict[_Node, int] = {}
    low_link: dict[_Node, int] = {}
    on_stack: dict[_Node, None] = {}
    components: list[list[_Node]] = []
    for root in nodes:
        if root in index:
            continue
        index[root] = low_link[root] = len(index)
        on_stack[root] = None
        stack = [(root, iter(successors(root)))]
        while stack:
            node, remaining = stack[-1]
            for successor in remaining:
                if successor not in index:
                    index[successor] = low_link[successor] = len(index)
                    on_stack[successor] = None
                    stack.append((successor, iter(successors(successor))))
                    break
                if successor in on_stack:
                    low_link[node] = min(low_link[node], index[successor])
            else:
                stack.pop()
                if stack:
                    parent = stack[-1][0]
                    low_link[parent] = min(low_link[parent], low_link[node])
                if low_link[node] == index[node]:
                    components.append(_pop_component(node, on_stack))
    return components


def _pop_component(node: _Node, on_stack: dict[_Node, None]) -> list[_Node]:
    component = []
    while True:
        last, _ = on_stack.popitem()
        component.append(last)
        if last == node:
            return component[::-1]


def recursive_aliases(models: Mapping[str, Model], *, alternatives: bool = False) -> frozenset[str]:
    """Return the ids of the aliases that refer to themselves through lists, maps, nullability and other aliases only.

    They cannot be inlined where they are used, so they need a name. `alternatives` is the option of `references`.
    """
    aliases = {id_: model for id_, model in models.items() if isinstance(model, AliasModel)}
    targets = {
        id_: [ref.id for ref in references(model.type, alternatives=alternatives) if ref.id in aliases]
        for id_, model in aliases.items()
    }
    components = strongly_connected_components(targets, targets.__getitem__)
    return frozenset(id_ for component in components for id_ in component if len(component) > 1 or id_ in targets[id_])
