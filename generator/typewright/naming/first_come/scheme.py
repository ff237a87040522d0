"""The naming scheme in which the first one to come keeps a short name.

Every type has a chain of candidates, from its bare name to longer and longer ones. Types are placed in document order;
one that stands nearer to its operation takes a name over from one that stands deeper, and the loser goes on with its
next candidate. `docs/naming.md` has the rules in full.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from typewright.base.json_pointer import last_token
from typewright.ir import AliasModel, Model, ObjectModel, Operation, Ref, TypeExpr, UnionModel, element_of, not_null
from typewright.naming.first_come.table import Candidate, Chain, Table
from typewright.naming.ledger import Ledger
from typewright.naming.lock.locked import standing_symbols
from typewright.naming.names import Language, Names, Package, Symbol, named_symbols, package_below
from typewright.naming.operations import group_name, media_name, operation_name
from typewright.naming.roots import root_package, shared_holder
from typewright.naming.uses import Use, uses_in
from typewright.naming.words import pascal
from typewright.surface import Root, RootKind, Surface

_FIXED = {
    RootKind.REQUEST: "Request",
    RootKind.RESPONSES: "Response",
    RootKind.RESULT: "ResponseResult",
    RootKind.ENVELOPE: "Response",
    RootKind.GLOBALS: "Globals",
    RootKind.SECURITY: "Security",
}


@dataclass(frozen=True, slots=True)
class _Segment:
    name: str
    is_union: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a type stands: below which operation (or component) and segments, how deep, under which leaf name."""

    owner: str
    segments: tuple[_Segment, ...]
    leaf: str
    depth: int
    package: Package
    is_root: bool = False
    element: bool = False
    """An array's element at the root: it has a bare form where the root itself has none."""
    branch: str = ""
    """The number of the union's branch that the type stands for, which is the last of the segments."""
    pre_order: bool = False
    """Placed before its children, ahead of everything else: the types of an inline object as a request body."""


@dataclass(slots=True)
class _Frame:
    """A type that is being walked: what is left below it, and what is placed when that is done."""

    below: Iterator[tuple[Use, _Place]]
    candidate: Candidate | None = None


@dataclass(slots=True)
class _Walker:
    surface: Surface
    language: Language
    shared_errors: bool
    symbols: dict[tuple[Package, str], Symbol] = field(default_factory=dict)
    candidates: list[Candidate] = field(default_factory=list)
    """In the order in which they are placed."""

    def visit_root(self, root: Root) -> None:
        """Place the type of a root and all types below it."""
        package = root_package(root)
        type_ = not_null(root.type)
        if isinstance(type_, Ref) and type_.by_reference:
            self._run(self._component(type_.id, package))
            return
        operation = root.operation
        owner = operation_name(operation) if operation else ""
        shared = shared_holder(root)
        if shared is not None:
            self._visit(type_, _Place(pascal(last_token(shared)), (), last_token(shared), 0, package))
        elif root.kind in _FIXED:
            self._visit(type_, _Place(owner, (), _FIXED[root.kind], 2, package, is_root=True))
        elif operation is not None:
            place = _root_place(root, operation, owner, package)
            pre_order = root.kind is RootKind.BODY and self._is_inline_object(type_)
            self._visit(type_, replace(place, pre_order=pre_order))

    def visit_component(self, id_: str) -> None:
        """Place a shared type that no operation need reach, and all types below it."""
        self._run(self._component(id_, Package.SHARED))

    def _is_inline_object(self, type_: TypeExpr) -> bool:
        inner = element_of(type_)
        return isinstance(inner, Ref) and isinstance(self.surface.models.get(inner.id), ObjectModel)

    def _visit(self, type_: TypeExpr, place: _Place) -> None:
        self._run(_Frame(self._uses(type_, place)))

    def _run(self, frame: _Frame | None) -> None:
        """Walk everything below `frame` without recursion, so that no depth is too much."""
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

    def _uses(self, type_: TypeExpr, place: _Place) -> Iterator[tuple[Use, _Place]]:
        for use in uses_in(type_):
            yield use, replace(place, element=True) if use.wrapped else place

    def _uses_as(self, type_: TypeExpr, place: _Place, leaf: str) -> Iterator[tuple[Use, _Place]]:
        for use in uses_in(type_):
            yield use, replace(place, leaf=leaf, element=place.element or use.wrapped)

    def _enter(self, use: Use, place: _Place) -> _Frame | None:
        if not use.ref.by_reference:
            return self._model(self.surface.models[use.ref.id], place)
        return self._component(use.ref.id, package_below(use.ref, place.package, shared_errors=self.shared_errors))

    def _component(self, id_: str, package: Package) -> _Frame | None:
        key = (package, id_)
        if key in self.symbols:
            return None
        model = self.surface.models[id_]
        name = model.preferred_name or last_token(id_)
        place = _Place(pascal(name), (), name, 0, package, is_root=True)
        if isinstance(model, AliasModel):
            self.symbols[key] = Symbol(id_, package, pascal(name))
            return _Frame(self._uses(model.type, replace(place, is_root=False)))
        return self._model(model, replace(place, owner=""), component=pascal(name))

    def _model(self, model: Model, place: _Place, component: str | None = None) -> _Frame | None:
        key = (place.package, model.id)
        if key in self.symbols:
            return None
        title = None if component or (place.is_root and place.leaf in _FIXED.values()) else model.note.title
        leaf = model.preferred_name or title or place.leaf
        if title and place.is_root and not model.preferred_name:
            place = replace(place, segments=(*place.segments, _Segment(place.leaf)))
        symbol = Symbol(model.id, place.package, "", root=place.is_root)
        self.symbols[key] = symbol
        tier = 0 if place.package is Package.SHARED else 2 if place.package is Package.ERRORS else 1
        priority = (tier if self.language.one_table else 1, 0 if place.pre_order else place.depth)
        candidate = Candidate(symbol, self._chain(leaf, place), priority)
        if place.pre_order:
            self.candidates.append(candidate)
        owned = replace(place, owner=component or place.owner, leaf=leaf)
        return _Frame(self._below(model, owned), None if place.pre_order else candidate)

    def _below(self, model: Model, place: _Place) -> Iterator[tuple[Use, _Place]]:
        """Yield the uses of types inside a model, each with its place."""
        inner = replace(place, is_root=False, element=False, branch="")
        if isinstance(model, ObjectModel):
            if place.is_root and place.owner and place.segments:
                inner = replace(inner, segments=(*place.segments, _Segment(pascal(place.leaf))))
            inner = replace(inner, depth=place.depth + (0 if place.branch else 1))
            for field_ in model.fields:
                yield from self._uses_as(field_.type, inner, field_.preferred_name or field_.name)
            if model.additional is not None:
                yield from self._uses_as(model.additional, inner, "additionalProperties")
        if isinstance(model, UnionModel):
            segments = place.segments
            if place.leaf != place.branch and not (place.is_root and not place.owner):
                segments = (*segments, _Segment(pascal(place.leaf), is_union=True))
            for index, member in enumerate(model.members, start=1):
                number = _Segment(str(index), is_union=self._is_union(member))
                below = replace(inner, segments=(*segments, number), depth=place.depth + 1)
                yield from self._uses(member, replace(below, leaf=str(index), branch=str(index)))

    def _is_union(self, type_: TypeExpr) -> bool:
        inner = element_of(type_)
        return isinstance(inner, Ref) and isinstance(self.surface.models.get(inner.id), UnionModel)

    def _chain(self, leaf: str, place: _Place) -> Chain:
        """Return the candidate names of a type, shortest first."""
        segments = list(place.segments)
        if place.branch and place.branch == leaf:
            segments.pop()  # its own number is the name, not what encloses it
        unions = [index for index, segment in enumerate(segments) if segment.is_union]
        enclosing = segments.pop(unions[-1]).name if unions else ""
        return Chain(
            self.language,
            pascal(leaf),
            place.owner,
            enclosing,
            tuple(segment.name for segment in segments),
            has_bare_form=not place.is_root or place.element or not place.owner,
        )


def _root_place(root: Root, operation: Operation, owner: str, package: Package) -> _Place:
    """Return where the root type of an operation stands."""
    group = _Segment(group_name(operation))
    match root.kind:
        case RootKind.PARAMETER:
            parameter = next(parameter for parameter in operation.parameters if parameter.name == root.name)
            kind = _Segment(f"{pascal(parameter.location.value)}Param", is_union=True)
            segments, leaf, depth = (group, _Segment("Request"), kind), root.name, 2
            return _Place(owner, segments, leaf, depth, package)
        case RootKind.BODY:
            return _Place(owner, (group, _Segment("Request")), "RequestBody", 2, package, is_root=True)
    status = (_Segment("Response"), _Segment(pascal(root.status)), _Segment(media_name(root.media_type)))
    return _Place(owner, (group, *status), "ResponseBody", 3, package, is_root=True)


def assign(surface: Surface, language: Language, *, shared_errors: bool, ledger: Ledger) -> Names:
    """Return the names of all types of `surface`; those that `ledger` has from the last run stay."""
    walker = _Walker(surface, language, shared_errors)
    for root in surface.roots:
        walker.visit_root(root)
    for id_ in surface.api.models if not surface.roots else ():
        if surface.models[id_].shared:
            walker.visit_component(id_)
    standing = standing_symbols(ledger, walker.symbols, surface.models, language)
    named = _placed(walker.candidates, standing, language)
    symbols = named_symbols(walker.symbols, named, standing, surface.models, language)
    return Names(symbols, shared_errors, ledger)


def _placed(
    candidates: Sequence[Candidate], standing: Mapping[tuple[Package, str], str], language: Language
) -> dict[tuple[Package, str], str]:
    """Return the names of all candidates: first of those that have theirs already, then one after the other."""
    own = {package: Table(language) for package in Package}
    tables = {package: own[table] for package, table in language.tables().items()}
    for (package, _), name in standing.items():
        tables[package].reserve(name)
    for candidate in candidates:
        if (candidate.symbol.package, candidate.symbol.id) not in standing:
            tables[candidate.symbol.package].place(candidate)
    named: dict[tuple[Package, str], str] = {
        (candidate.symbol.package, candidate.symbol.id): standing[candidate.symbol.package, candidate.symbol.id]
        for candidate in candidates
        if (candidate.symbol.package, candidate.symbol.id) in standing
    }
    for table in own.values():
        named |= table.named()
    return named
