"""Where every type of a surface stands, as the symmetric naming scheme sees it.

A type's root is the component or the operation that it belongs to; its context words are the names of the properties
on the way to it. `docs/naming.md` has the rules in full.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from typewright.base.json_pointer import last_token
from typewright.ir import AliasModel, EnumModel, FileModel, Model, ObjectModel, Ref, TypeExpr, UnionModel, not_null
from typewright.naming.discriminating import discriminating_constant
from typewright.naming.names import Package, Symbol, package_below
from typewright.naming.operations import operation_name, status_name
from typewright.naming.roots import root_package, shared_holder
from typewright.naming.singular import singular
from typewright.naming.uses import Use, uses_in
from typewright.naming.words import folded, pascal
from typewright.surface import Root, RootKind, Surface, is_xml

_FIXED = {
    RootKind.REQUEST: "Request",
    RootKind.RESPONSES: "Response",
    RootKind.RESULT: "ResponseResult",
    RootKind.ENVELOPE: "Response",
    RootKind.GLOBALS: "Globals",
    RootKind.SECURITY: "Security",
}
_SAYS_ERROR = re.compile(r"(Error|Exception)(?![a-z])")
_AROUND_A_RESPONSE = {RootKind.RESPONSES, RootKind.ENVELOPE}


class Shape(Enum):
    """What of a type's kind counts where names clash."""

    UNION = "union"
    ENUM = "enum"
    OTHER = "other"


@dataclass(slots=True)
class Holder:
    """A type in search of its name.

    `words` are its context words, outermost first; `constant` is what tells it from its like, in Pascal case. A
    `fixed` one has its name from the start. Holders are kept in post-order: a child comes before its parent.
    """

    symbol: Symbol
    leaf: str
    root: str
    root_name: str
    words: tuple[str, ...]
    shape: Shape
    constant: str
    fixed: bool
    name: str
    is_branch: bool = False
    """Called after the union that it is a branch of."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a type stands, and which leaf it has when it brings no title.

    `path` has the names of all properties on the way, its own included.
    """

    root: str
    root_name: str
    package: Package
    leaf: str
    path: tuple[str, ...] = ()
    fixed: bool = False
    """The leaf is the whole name, unless a title stands in its stead."""
    keeps_leaf: bool = False
    """No title stands in the leaf's stead."""
    is_branch: bool = False
    is_operations: bool = False
    """Used by an operation directly."""


@dataclass(slots=True)
class _Frame:
    below: Iterator[tuple[Use, _Place]]
    holder: Holder | None = None


@dataclass(slots=True)
class Walker:
    """Walks a surface: the types of operations in document order, then components in the order of their first use."""

    surface: Surface
    shared_errors: bool
    holders: list[Holder] = field(default_factory=list)
    symbols: dict[tuple[Package, str], Symbol] = field(default_factory=dict)
    _pending: deque[tuple[Package, str]] = field(default_factory=deque)
    _errors: dict[str, str] = field(default_factory=dict)

    def walk(self, aliases: Mapping[str, str]) -> None:
        """Collect the holders of all types; `aliases` leads from a component to the alias that it is called by."""
        wrapped = {root.operation.id for root in self.surface.roots if root.operation and _is_around(root)}
        for root in self.surface.roots:
            self._visit_root(root, wrapped)
        for id_ in self.surface.api.models if not self.surface.roots else ():
            if self.surface.models[id_].shared:
                self._need(Package.SHARED, id_)
        while self._pending:
            self._visit_component(*self._pending.popleft(), aliases)

    def _visit_root(self, root: Root, wrapped: set[str]) -> None:
        package, type_ = root_package(root), not_null(root.type)
        if isinstance(type_, Ref) and type_.by_reference:
            self._need(package, type_.id)
            return
        self._visit(type_, _root_place(root, package, wrapped))

    def _need(self, package: Package, id_: str) -> None:
        key = (package, id_)
        if key not in self.symbols:
            self.symbols[key] = Symbol(id_, package, "", root=True)
            self._pending.append(key)

    def _visit_component(self, package: Package, id_: str, aliases: Mapping[str, str]) -> None:
        model = self.surface.models[id_]
        own = model.preferred_name or last_token(aliases.get(id_, id_))
        name = pascal(own)
        place = _Place(id_, name, package, name, fixed=True, keeps_leaf=True, is_operations=True)
        if isinstance(model, AliasModel):
            self.symbols[package, id_] = Symbol(id_, package, name)
            self._visit(model.type, replace(place, fixed=False, keeps_leaf=False, is_operations=False))
            return
        if package is Package.ERRORS:
            place = replace(place, leaf=error_name(name))
        self._run(self._model(model, place))

    def _visit(self, type_: TypeExpr, place: _Place) -> None:
        self._run(_Frame((use, place) for use in uses_in(type_)))

    def _run(self, frame: _Frame) -> None:
        """Walk everything below `frame` without recursion, so that no depth is too much."""
        stack = [frame]
        while stack:
            top = stack[-1]
            step = next(top.below, None)
            if step is not None:
                below = self._enter(*step)
                if below is not None:
                    stack.append(below)
                continue
            stack.pop()
            if top.holder is not None:
                self.holders.append(top.holder)

    def _enter(self, use: Use, place: _Place) -> _Frame | None:
        if use.ref.by_reference:
            self._need(package_below(use.ref, place.package, shared_errors=self.shared_errors), use.ref.id)
            return None
        package = place.package
        if package is Package.ERRORS and not place.is_operations:
            package = package_below(use.ref, package, shared_errors=self.shared_errors)
        key = (package, use.ref.id)
        if key in self.symbols:
            return None
        self.symbols[key] = Symbol(use.ref.id, package, "", root=place.is_operations)
        return self._model(self.surface.models[use.ref.id], replace(place, package=package))

    def _model(self, model: Model, place: _Place) -> _Frame:
        """Return the walk below a model, at the end of which its holder is kept."""
        place = _overridden(model, place)
        given = model.preferred_name or (None if place.keeps_leaf else model.note.title)
        leaf = pascal(given) if given and not place.keeps_leaf else place.leaf
        fixed = place.fixed and leaf == place.leaf
        path = place.path
        words = path[:-1] if path and folded(path[-1]) == folded(leaf) else path
        holder = Holder(
            self.symbols[place.package, model.id],
            leaf,
            place.root,
            place.root_name,
            words,
            _shape(model),
            discriminating_constant(model, self.surface.models),
            fixed,
            leaf,
            place.is_branch and leaf == place.leaf,
        )
        if isinstance(model, FileModel):
            holder.leaf = holder.name = place.root_name + leaf
        return _Frame(self._below(model, replace(place, leaf=leaf)), holder)

    def _below(self, model: Model, place: _Place) -> Iterator[tuple[Use, _Place]]:
        """Yield the uses of types inside a model, each with its place."""
        inner = replace(place, fixed=False, keeps_leaf=False, is_branch=False, is_operations=False)
        if isinstance(model, ObjectModel):
            named = [(field_.preferred_name or field_.name, field_.type) for field_ in model.fields]
            if model.additional is not None:
                named.append(("additionalProperties", model.additional))
            for name, type_ in named:
                word = pascal(name)
                for use in uses_in(type_):
                    own = singular(word) if use.listed else word
                    yield use, replace(inner, leaf=own, path=(*place.path, own))
        if isinstance(model, UnionModel):
            for member in model.members:
                for use in uses_in(member):
                    leaf = singular(place.leaf) if use.listed and place.path else place.leaf
                    yield use, replace(inner, leaf=leaf, is_branch=True)


def _overridden(model: Model, place: _Place) -> _Place:
    """Return the place of an operation's own type under the name that `x-speakeasy-name-override` gives it."""
    if not place.is_operations or model.preferred_name is None:
        return place
    name = pascal(model.preferred_name)
    leaf = error_name(name) if place.package is Package.ERRORS else name
    return replace(place, root_name=name, leaf=leaf, fixed=True, keeps_leaf=True)


def _is_around(root: Root) -> bool:
    return root.kind in _AROUND_A_RESPONSE


def _shape(model: Model) -> Shape:
    if isinstance(model, UnionModel):
        return Shape.UNION
    return Shape.ENUM if isinstance(model, EnumModel) else Shape.OTHER


def error_name(name: str) -> str:
    """Return what the root of an error is called: its name, with `Error` behind it unless it says so already."""
    return name if _SAYS_ERROR.search(name) else f"{name}Error"


def _root_place(root: Root, package: Package, wrapped: set[str]) -> _Place:
    """Return where the root type of an operation stands."""
    shared, operation = shared_holder(root), root.operation
    if shared is not None:
        return _shared_place(root, shared, package)
    if operation is None:
        return _Place("", "", package, _FIXED.get(root.kind, ""), fixed=True, keeps_leaf=True, is_operations=True)
    owner = operation_name(operation)
    place = _Place(operation.id, owner, package, "", is_operations=True)
    match root.kind:
        case RootKind.PARAMETER:
            word = pascal(root.name)
            return replace(place, leaf=word, path=(word,))
        case RootKind.BODY:
            beside = any(not parameter.is_hidden for parameter in operation.parameters)
            return replace(place, leaf=f"{owner}RequestBody" if beside else f"{owner}Request", fixed=True)
        case RootKind.RESPONSE:
            if is_xml(root.media_type):
                owner = f"{owner}XML"
                place = replace(place, root=f"{operation.id}?xml", root_name=owner)
            ending = "ResponseBody" if operation.id in wrapped else "Response"
            return replace(place, leaf=f"{owner}{ending}", fixed=True)
        case RootKind.ERROR:
            return replace(place, leaf=error_name(status_name(root.status)))
    return replace(place, leaf=owner + _FIXED[root.kind], fixed=True, keeps_leaf=True)


def _shared_place(root: Root, shared: str, package: Package) -> _Place:
    """Return where the inline type of a shared body or response stands: it is called as that is."""
    name = pascal(last_token(shared))
    leaf = error_name(name) if root.kind is RootKind.ERROR else name
    return _Place(shared, name, package, leaf, fixed=True, is_operations=True)
