"""The naming scheme in which the first type in document order gets a contested short name.

Each type has a chain of candidate names, from its bare name to longer ones. Types are entered into a table in document
order. A type that is nested less deeply below its operation takes a name over from a type that is nested more deeply,
which then gets its next candidate. `docs/naming.md` defines the rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from typewright.base.json_pointer import last_token
from typewright.ir import AliasModel, Model, ObjectModel, Operation, Ref, TypeExpr, UnionModel, element_of, not_null
from typewright.naming.error_types import without_error_copies
from typewright.naming.first_come.table import Candidate, Chain, Table
from typewright.naming.ledger import Ledger
from typewright.naming.lock.locked import kept_symbols
from typewright.naming.names import Language, Names, Package, Symbol, named_symbols, package_below
from typewright.naming.operations import group_name, media_name, operation_name
from typewright.naming.roots import ROLE_NAMES, root_package, shared_component
from typewright.naming.uses import Use, uses_in
from typewright.naming.words import pascal
from typewright.surface import Root, RootKind, Surface


class _Segment(Struct, frozen=True):
    name: str
    is_union: bool = False


class _Context(Struct, frozen=True):
    """Where a type is defined: the operation or component, the names on the path to it, its depth and its leaf name."""

    owner: str
    segments: tuple[_Segment, ...]
    leaf: str
    depth: int
    package: Package
    is_root: bool = False
    element: bool = False
    """Whether it is the element of an array at the root, which has a bare name where the root itself has none."""
    branch: str = ""
    """The number of the branch that the type is, which is also the last segment; "" for any other type."""
    pre_order: bool = False
    """Whether it is named before its children and with the highest priority: an inline object as a request body."""


class _Frame(Struct):
    """A type whose children are being visited: the uses left to visit, and the candidate to add after them."""

    below: Iterator[tuple[Use, _Context]]
    candidate: Candidate | None = None


class _Walker(Struct):
    surface: Surface
    language: Language
    shared_errors: bool
    symbols: dict[tuple[Package, str], Symbol] = field(default_factory=dict)
    candidates: list[Candidate] = field(default_factory=list)
    """In the order in which they are entered into the table."""

    def visit_root(self, root: Root) -> None:
        """Add the candidates of the type of a root and of all types inside it."""
        package = root_package(root)
        type_ = not_null(root.type)
        if isinstance(type_, Ref) and type_.by_reference:
            self._run(self._component(type_.id, package))
            return
        operation = root.operation
        owner = operation_name(operation) if operation else ""
        shared = shared_component(root)
        if shared is not None:
            self._visit(
                type_,
                _Context(
                    owner=pascal(last_token(shared)), segments=(), leaf=last_token(shared), depth=0, package=package
                ),
            )
        elif root.kind in ROLE_NAMES:
            self._visit(
                type_,
                _Context(owner=owner, segments=(), leaf=ROLE_NAMES[root.kind], depth=2, package=package, is_root=True),
            )
        elif operation is not None:
            context = _root_context(root, operation, owner, package)
            pre_order = root.kind is RootKind.BODY and self._is_inline_object(type_)
            self._visit(type_, replace(context, pre_order=pre_order))

    def visit_component(self, id_: str) -> None:
        """Add the candidates of a component, which no operation needs to use, and of all types inside it."""
        self._run(self._component(id_, Package.SHARED))

    def _is_inline_object(self, type_: TypeExpr) -> bool:
        inner = element_of(type_)
        return isinstance(inner, Ref) and isinstance(self.surface.models.get(inner.id), ObjectModel)

    def _visit(self, type_: TypeExpr, context: _Context) -> None:
        self._run(_Frame(self._uses(type_, context)))

    def _run(self, frame: _Frame | None) -> None:
        """Visit all types below `frame`, without recursion, so that depth is not limited."""
        stack = [frame] if frame is not None else []
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

    def _uses(self, type_: TypeExpr, context: _Context) -> Iterator[tuple[Use, _Context]]:
        for use in uses_in(type_):
            yield use, replace(context, element=True) if use.wrapped else context

    def _uses_as(self, type_: TypeExpr, context: _Context, leaf: str) -> Iterator[tuple[Use, _Context]]:
        for use in uses_in(type_):
            yield use, replace(context, leaf=leaf, element=context.element or use.wrapped)

    def _enter(self, use: Use, context: _Context) -> _Frame | None:
        if not use.ref.by_reference:
            return self._model(self.surface.models[use.ref.id], context)
        return self._component(use.ref.id, package_below(use.ref, context.package, shared_errors=self.shared_errors))

    def _component(self, id_: str, package: Package) -> _Frame | None:
        key = (package, id_)
        if key in self.symbols:
            return None
        model = self.surface.models[id_]
        name = model.preferred_name or last_token(id_)
        context = _Context(owner=pascal(name), segments=(), leaf=name, depth=0, package=package, is_root=True)
        if isinstance(model, AliasModel):
            self.symbols[key] = Symbol(id_, package, pascal(name))
            return _Frame(self._uses(model.type, replace(context, is_root=False)))
        return self._model(model, replace(context, owner=""), component=pascal(name))

    def _model(self, model: Model, context: _Context, component: str | None = None) -> _Frame | None:
        key = (context.package, model.id)
        if key in self.symbols:
            return None
        is_role = context.is_root and context.leaf in ROLE_NAMES.values()
        title = None if component or is_role else model.annotations.title
        leaf = model.preferred_name or title or context.leaf
        if title and context.is_root and not model.preferred_name:
            context = replace(context, segments=(*context.segments, _Segment(context.leaf)))
        symbol = Symbol(model.id, context.package, "", root=context.is_root)
        self.symbols[key] = symbol
        tier = 0 if context.package is Package.SHARED else 2 if context.package is Package.ERRORS else 1
        priority = (tier, 0 if context.pre_order else context.depth)
        is_spelled_so = component is not None and leaf == component
        candidate = Candidate(symbol, self._chain(leaf, context), priority, is_spelled_so)
        if context.pre_order:
            self.candidates.append(candidate)
        owned = replace(context, owner=component or context.owner, leaf=leaf)
        return _Frame(self._below(model, owned), None if context.pre_order else candidate)

    def _below(self, model: Model, context: _Context) -> Iterator[tuple[Use, _Context]]:
        """Yield the uses of types inside a model, each with its context."""
        inner = replace(context, is_root=False, element=False, branch="")
        if isinstance(model, ObjectModel):
            is_named = bool(context.owner and context.segments) if context.is_root else not context.branch
            if is_named:
                inner = replace(inner, segments=(*context.segments, _Segment(pascal(context.leaf))))
            inner = replace(inner, depth=context.depth + (0 if context.branch else 1))
            for field_ in model.fields:
                yield from self._uses_as(field_.type, inner, field_.preferred_name or field_.name)
            if model.additional is not None:
                yield from self._uses_as(model.additional, inner, "additionalProperties")
        if isinstance(model, UnionModel):
            segments = context.segments
            if context.leaf != context.branch and not (context.is_root and not context.owner):
                segments = (*segments, _Segment(pascal(context.leaf), is_union=True))
            for index, member in enumerate(model.members, start=1):
                number = _Segment(str(index), is_union=self._is_union(member))
                below = replace(
                    inner, segments=(*segments, number), depth=context.depth + (2 if context.is_root else 1)
                )
                yield from self._uses(member, replace(below, leaf=str(index), branch=str(index)))

    def _is_union(self, type_: TypeExpr) -> bool:
        inner = element_of(type_)
        return isinstance(inner, Ref) and isinstance(self.surface.models.get(inner.id), UnionModel)

    def _chain(self, leaf: str, context: _Context) -> Chain:
        """Return the candidate names of a type, shortest first."""
        segments = list(context.segments)
        if context.branch and context.branch == leaf:
            segments.pop()  # the branch number is the leaf name
        unions = [index for index, segment in enumerate(segments) if segment.is_union]
        enclosing = segments.pop(unions[-1]).name if unions else ""
        return Chain(
            language=self.language,
            name=pascal(leaf),
            owner=context.owner,
            enclosing=enclosing,
            rest=tuple(segment.name for segment in segments),
            has_bare_form=not context.is_root or context.element or not context.owner,
        )


def _root_context(root: Root, operation: Operation, owner: str, package: Package) -> _Context:
    """Return the context of the root type of an operation."""
    group = _Segment(group_name(operation))
    match root.kind:
        case RootKind.PARAMETER:
            parameter = next(parameter for parameter in operation.parameters if parameter.name == root.name)
            kind = _Segment(f"{pascal(parameter.location.value)}Param", is_union=True)
            segments, leaf, depth = (group, _Segment("Request"), kind), root.name, 2
            return _Context(owner=owner, segments=segments, leaf=leaf, depth=depth, package=package)
        case RootKind.BODY:
            return _Context(
                owner=owner,
                segments=(group, _Segment("Request")),
                leaf="RequestBody",
                depth=2,
                package=package,
                is_root=True,
            )
    status = (_Segment("Response"), _Segment(pascal(root.status)), _Segment(media_name(root.media_type)))
    return _Context(owner=owner, segments=(group, *status), leaf="ResponseBody", depth=3, package=package, is_root=True)


def assign(surface: Surface, language: Language, *, shared_errors: bool, ledger: Ledger) -> Names:
    """Return the names of all types of `surface`; names of the last run in `ledger` are kept."""
    walker = _Walker(surface, language, shared_errors)
    for root in surface.roots:
        walker.visit_root(root)
    for id_ in surface.api.models if not surface.roots else ():
        if surface.models[id_].shared:
            walker.visit_component(id_)
    kept_names = kept_symbols(ledger, walker.symbols, surface.models, language)
    own = without_error_copies(walker.symbols, kept_names, surface.api.habits, language)
    candidates = [item for item in walker.candidates if (item.symbol.package, item.symbol.id) in own]
    named = _final_names(candidates, kept_names, language)
    symbols = named_symbols(own, named, kept_names, surface.models, language)
    return Names(symbols, shared_errors, ledger)


def _final_names(
    candidates: Sequence[Candidate], kept_names: Mapping[tuple[Package, str], str], language: Language
) -> dict[tuple[Package, str], str]:
    """Return the names of all candidates: those in `kept_names`, and for the others their first free candidate name."""
    own = {package: Table(language) for package in Package}
    tables = {package: own[table] for package, table in language.tables().items()}
    for (package, _), name in kept_names.items():
        tables[package].reserve(name)
    for candidate in candidates:
        if (candidate.symbol.package, candidate.symbol.id) not in kept_names:
            tables[candidate.symbol.package].assign(candidate)
    named: dict[tuple[Package, str], str] = {
        (candidate.symbol.package, candidate.symbol.id): kept_names[candidate.symbol.package, candidate.symbol.id]
        for candidate in candidates
        if (candidate.symbol.package, candidate.symbol.id) in kept_names
    }
    for table in own.values():
        named |= table.named()
    return named
