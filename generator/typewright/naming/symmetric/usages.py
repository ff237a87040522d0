"""The types of a surface with their roots and context words, as the symmetric naming scheme needs them.

The root of a type is the component or operation that it is defined in; its context words are the names of the
properties on the path to it. `docs/naming.md` defines the rules.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from enum import Enum

from msgspec import Struct, field
from msgspec.structs import replace

from typewright.base.json_pointer import last_token
from typewright.ir import AliasModel, EnumModel, Model, ObjectModel, Ref, TypeExpr, UnionModel, not_null
from typewright.naming.discriminating import discriminating_constant
from typewright.naming.names import Package, Symbol, package_below
from typewright.naming.operations import operation_name, status_name
from typewright.naming.roots import ROLE_NAMES, root_package, shared_component
from typewright.naming.singular import singular
from typewright.naming.uses import Use, uses_in
from typewright.naming.words import capitalise_pieces, folded, pascal, pascal_of_key
from typewright.surface import Root, RootKind, Surface, is_xml

_ROLES = {RootKind.PARAMETER: "Parameter", RootKind.BODY: "RequestBody", RootKind.RESPONSE: "Response"}
_BODIES = {"Request": "RequestBody", "RequestBody": "RequestBody", "Response": "ResponseBody"}
"""The leaves of branches of an operation's own union, by the role of the union."""
_SAYS_ERROR = re.compile(r"(Error|Exception)(?![a-z])")
_AROUND_A_RESPONSE = {RootKind.RESPONSES, RootKind.ENVELOPE}


class Shape(Enum):
    """The kinds of types that the rules for equal names distinguish."""

    UNION = "union"
    ENUM = "enum"
    OTHER = "other"


class Candidate(Struct):
    """A type to be named.

    `words` are its context words, outermost first; `constant` is its discriminating constant in Pascal case; `fixed`
    states that the rules do not change its name. Candidates are in post-order: children come before their parents.
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
    """Whether it is named after the union that it is a branch of."""
    role: str = ""
    """The role for an operation, in Pascal case; it is appended to the name if a component has that name."""
    of_component: bool = False
    """Whether it is defined in `components`; it takes precedence over an operation's own type."""
    owner_role: str = ""
    """The role of the shared body or response that it is defined in; empty if it is defined elsewhere."""


class _Context(Struct, frozen=True):
    """The location of a type's definition, and its leaf name unless it has a title.

    `path` has the names of all properties on the path to the type, including its own.
    """

    root: str
    root_name: str
    package: Package
    leaf: str
    path: tuple[str, ...] = ()
    fixed: bool = False
    """Whether the leaf is the complete name, unless a title replaces it."""
    keeps_leaf: bool = False
    """Whether a title does not replace the leaf."""
    is_branch: bool = False
    is_operations: bool = False
    """Whether an operation uses the type directly."""
    role: str = ""
    of_component: bool = False
    owner_role: str = ""
    of_operation: bool = False
    """Whether the type, or an enclosing one, is defined in an operation."""


class _Frame(Struct):
    below: Iterator[tuple[Use, _Context]]
    candidate: Candidate | None = None


class Walker(Struct):
    """Walks a surface: the types of operations in document order, then components in the order of their first use."""

    surface: Surface
    shared_errors: bool
    candidates: list[Candidate] = field(default_factory=list)
    symbols: dict[tuple[Package, str], Symbol] = field(default_factory=dict)
    _pending: deque[tuple[Package, str]] = field(default_factory=deque)
    _shared: set[str] = field(default_factory=set)
    """The inline types of shared parameters, bodies and responses."""

    def walk(self, aliases: Mapping[str, str]) -> None:
        """Collect the candidates of all types; `aliases` maps components to the aliases that they are named after."""
        self._shared = {
            use.ref.id
            for root in self.surface.roots
            if root.kind is not RootKind.ERROR and shared_component(root) is not None
            for use in uses_in(root.type)
        }
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
        context = _root_context(root, package, wrapped)
        is_union = isinstance(type_, Ref) and isinstance(self.surface.models[type_.id], UnionModel)
        if is_union and root.kind is RootKind.ERROR and context.of_operation:
            context = replace(context, leaf=status_name(root.status))
        self._visit(type_, context)

    def _need(self, package: Package, id_: str) -> None:
        key = (package, id_)
        if key not in self.symbols:
            self.symbols[key] = Symbol(id_, package, "", root=True)
            self._pending.append(key)

    def _visit_component(self, package: Package, id_: str, aliases: Mapping[str, str]) -> None:
        model = self.surface.models[id_]
        own = model.preferred_name or last_token(aliases.get(id_, id_))
        name, leaf = pascal_of_key(own), capitalise_pieces(own)
        context = _Context(id_, name, package, leaf, fixed=True, keeps_leaf=True, is_operations=True, of_component=True)
        if isinstance(model, AliasModel):
            self.symbols[package, id_] = Symbol(id_, package, name)
            self._visit(model.type, replace(context, fixed=False, keeps_leaf=False, is_operations=False))
            return
        if package is Package.ERRORS:
            context = replace(context, leaf=error_name(name))
        self._run(self._model(model, context))

    def _visit(self, type_: TypeExpr, context: _Context) -> None:
        self._run(_Frame((use, context) for use in uses_in(type_)))

    def _run(self, frame: _Frame) -> None:
        """Visit all types below `frame`, without recursion, so that depth is not limited."""
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
            if top.candidate is not None:
                self.candidates.append(top.candidate)

    def _enter(self, use: Use, context: _Context) -> _Frame | None:
        if use.ref.by_reference:
            self._need(package_below(use.ref, context.package, shared_errors=self.shared_errors), use.ref.id)
            return None
        package = context.package
        if package is Package.ERRORS and not context.is_operations:
            below = package_below(use.ref, package, shared_errors=self.shared_errors)
            package = Package.OPERATIONS if context.of_operation and below is not package else below
        key = (package, use.ref.id)
        if key in self.symbols or (use.ref.id in self._shared and not context.of_component):
            return None
        self.symbols[key] = Symbol(use.ref.id, package, "", root=context.is_operations)
        return self._model(self.surface.models[use.ref.id], replace(context, package=package))

    def _model(self, model: Model, context: _Context) -> _Frame:
        """Return the frame that visits the children of a model and then adds the candidate of the model."""
        context = _overridden(model, context)
        given = model.preferred_name or (None if context.keeps_leaf else model.annotations.title)
        leaf = pascal(given) if given and not context.keeps_leaf else context.leaf
        fixed = context.fixed and leaf == context.leaf
        path = context.path
        words = path[:-1] if path and folded(path[-1]) == folded(leaf) else path
        candidate = Candidate(
            symbol=self.symbols[context.package, model.id],
            leaf=leaf,
            root=context.root,
            root_name=context.root_name,
            words=words,
            shape=_shape(model),
            constant=discriminating_constant(model, self.surface.models),
            fixed=fixed,
            name=leaf,
            is_branch=context.is_branch and leaf == context.leaf,
            role=context.role if fixed else "",
            of_component=context.of_component and fixed,
            owner_role=context.owner_role,
        )
        return _Frame(self._below(model, replace(context, leaf=leaf)), candidate)

    def _below(self, model: Model, context: _Context) -> Iterator[tuple[Use, _Context]]:
        """Yield the uses of types inside a model, each with its context."""
        inner = replace(
            context, fixed=False, keeps_leaf=False, is_branch=False, is_operations=False, role="", of_component=False
        )
        if isinstance(model, ObjectModel):
            named = [(field_.preferred_name or field_.name, field_.type) for field_ in model.fields]
            if model.additional is not None:
                named.append(("additionalProperties", model.additional))
            for name, type_ in named:
                word = pascal(name)
                for use in uses_in(type_):
                    own = singular(word) if use.listed else word
                    yield use, replace(inner, leaf=own, path=(*context.path, own))
        if isinstance(model, UnionModel):
            own = _BODIES.get(context.role, context.leaf) if context.of_operation else context.leaf
            if context.package is Package.ERRORS and context.is_operations and context.of_operation:
                own, inner = "ResponseBodyError", replace(inner, is_operations=True)
            for member in model.members:
                for use in uses_in(member):
                    leaf = singular(own) if use.listed and context.path else own
                    yield use, replace(inner, leaf=leaf, is_branch=True)


def _overridden(model: Model, context: _Context) -> _Context:
    """Return the context of an operation's own type under the name of `x-speakeasy-name-override`."""
    if not context.is_operations or model.preferred_name is None:
        return context
    name = pascal(model.preferred_name)
    leaf = error_name(name) if context.package is Package.ERRORS else name
    if context.package is Package.ERRORS and context.of_operation:
        return replace(context, leaf=leaf, path=(name,), keeps_leaf=True)
    return replace(context, root_name=name, leaf=leaf, fixed=True, keeps_leaf=True)


def _is_around(root: Root) -> bool:
    return root.kind in _AROUND_A_RESPONSE


def _shape(model: Model) -> Shape:
    if isinstance(model, UnionModel):
        return Shape.UNION
    return Shape.ENUM if isinstance(model, EnumModel) else Shape.OTHER


def error_name(name: str) -> str:
    """Return the name of an error: `name`, with `Error` appended unless it contains that or `Exception`."""
    return name if _SAYS_ERROR.search(name) else f"{name}Error"


def _root_context(root: Root, package: Package, wrapped: set[str]) -> _Context:
    """Return the context of the root type of an operation."""
    shared, operation = shared_component(root), root.operation
    if shared is not None:
        return _shared_context(root, shared, package)
    if operation is None:
        return _Context("", "", package, ROLE_NAMES.get(root.kind, ""), fixed=True, keeps_leaf=True, is_operations=True)
    owner = operation_name(operation)
    context = _Context(operation.id, owner, package, "", is_operations=True, of_operation=True)
    match root.kind:
        case RootKind.PARAMETER:
            word = pascal(root.name)
            return replace(context, leaf=word, path=(word,))
        case RootKind.BODY:
            beside = any(not parameter.is_hidden for parameter in operation.parameters)
            ending = "RequestBody" if beside else "Request"
            return replace(context, leaf=f"{owner}{ending}", fixed=True, role=ending)
        case RootKind.RESPONSE:
            if is_xml(root.media_type):
                owner = f"{owner}XML"
                context = replace(context, root=f"{operation.id}?xml", root_name=owner)
            is_any = root.media_type == "*/*"
            ending = "ResponseBody" if is_any or operation.id in wrapped else "Response"
            return replace(context, leaf=f"{owner}{ending}", fixed=True, role=ending)
        case RootKind.ERROR:
            return replace(context, leaf=error_name(status_name(root.status)))
    ending = ROLE_NAMES[root.kind]
    return replace(context, leaf=owner + ending, fixed=True, keeps_leaf=True, role=ending)


def _shared_context(root: Root, shared: str, package: Package) -> _Context:
    """Return the context of the inline type of a shared body or response, which has the name of that component."""
    name = pascal(last_token(shared))
    leaf = error_name(name) if root.kind is RootKind.ERROR else name
    role = _ROLES.get(root.kind, "")
    owner_role = "" if root.kind is RootKind.PARAMETER else role
    return _Context(
        root=shared,
        root_name=name,
        package=package,
        leaf=leaf,
        fixed=True,
        is_operations=True,
        role=role,
        of_component=True,
        owner_role=owner_role,
    )
