"""The naming scheme in which the first one to come keeps a short name.

Every type has a chain of candidates, from its bare name to longer and longer ones. Types are placed in document order;
one that stands nearer to its operation takes a name over from one that stands deeper, and the loser goes on with its
next candidate. `docs/naming.md` has the rules in full.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.ir import (
    AliasModel,
    ListOf,
    MapOf,
    Model,
    Nullable,
    ObjectModel,
    Operation,
    Ref,
    Scalar,
    StreamOf,
    TypeExpr,
    UnionModel,
    element_of,
    not_null,
)
from generator.json_pointer import last_token
from generator.naming.names import Language, Names, Package, Symbol, package_below
from generator.naming.operations import group_name, media_name, operation_name
from generator.naming.words import pascal, spell_leading_number, spell_number
from generator.surface import Root, RootKind, Surface

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


@dataclass(slots=True)
class _Candidate:
    symbol: Symbol
    chain: tuple[str, ...]
    priority: tuple[int, int]
    level: int = -1


@dataclass(slots=True)
class _Table:
    """The names of one namespace, without regard to case."""

    language: Language
    holders: dict[str, _Candidate] = field(default_factory=dict)

    def place(self, candidate: _Candidate) -> None:
        """Give the candidate its first name that is free or held by a deeper type; the loser moves on."""
        while True:
            candidate.level += 1
            name = self._name(candidate)
            key = name.lower()
            if key in self.language.taken and candidate.priority[0] > 0:
                continue
            holder = self.holders.get(key)
            if holder is None:
                self.holders[key] = candidate
                return
            if candidate.priority < holder.priority and holder.level < len(holder.chain) - 1:
                self.holders[key] = candidate
                candidate = holder

    def _name(self, candidate: _Candidate) -> str:
        level, chain = candidate.level, candidate.chain
        if level < len(chain):
            return self.language.finish(chain[level])
        return self.language.finish(f"{chain[-1]}{level - len(chain) + 1}")

    def named(self) -> dict[tuple[Package, str], str]:
        """Return the final names by package and id."""
        return {(each.symbol.package, each.symbol.id): self._name(each) for each in self.holders.values()}


@dataclass(slots=True)
class _Walker:
    surface: Surface
    language: Language
    shared_errors: bool
    tables: dict[Package, _Table]
    symbols: dict[tuple[Package, str], Symbol] = field(default_factory=dict)
    pre_order: bool = False

    def visit_root(self, root: Root) -> None:
        """Place the type of a root and all types below it."""
        package = root_package(root, shared_errors=self.shared_errors)
        type_ = not_null(root.type)
        if isinstance(type_, Ref) and type_.by_reference:
            self._component(type_, package)
            return
        operation = root.operation
        owner = operation_name(operation) if operation else ""
        if root.kind in _FIXED:
            place = _Place(owner, (), _FIXED[root.kind], 2, package, is_root=True)
        elif operation is not None:
            place = _root_place(root, operation, owner, package)
        else:
            place = _Place("", (), "", 2, package)
        self.pre_order = root.kind is RootKind.BODY and self._is_inline_object(type_)
        self._visit(type_, place)
        self.pre_order = False

    def _is_inline_object(self, type_: TypeExpr) -> bool:
        inner = element_of(type_)
        return isinstance(inner, Ref) and isinstance(self.surface.models.get(inner.id), ObjectModel)

    def _visit(self, type_: TypeExpr, place: _Place) -> None:
        match type_:
            case Nullable(of=inner) | MapOf(value=inner) | StreamOf(item=inner):
                self._visit(inner, replace(place, element=place.element or not isinstance(type_, Nullable)))
            case ListOf(item=inner, prefix=prefix):
                for each in (*prefix, inner):
                    self._visit(each, replace(place, element=True))
            case Scalar(alternatives=alternatives):
                for each in alternatives:
                    if isinstance(inner := not_null(each), Ref) and inner.by_reference:
                        self._component(inner, package_below(inner, place.package, shared_errors=self.shared_errors))
            case Ref(by_reference=True):
                self._component(type_, package_below(type_, place.package, shared_errors=self.shared_errors))
            case Ref():
                self._model(self.surface.models[type_.id], place)

    def _component(self, ref: Ref, package: Package) -> None:
        key = (package, ref.id)
        if key in self.symbols:
            return
        model = self.surface.models[ref.id]
        name = model.preferred_name or last_token(ref.id)
        place = _Place(pascal(name), (), name, 0, package, is_root=True)
        outer, self.pre_order = self.pre_order, False
        if isinstance(model, AliasModel):
            self.symbols[key] = Symbol(ref.id, package, pascal(name))
            self._visit(model.type, replace(place, is_root=False))
        else:
            self._model(model, replace(place, owner=""), component=pascal(name))
        self.pre_order = outer

    def _model(self, model: Model, place: _Place, component: str | None = None) -> None:
        key = (place.package, model.id)
        if key in self.symbols:
            return
        title = None if component or (place.is_root and place.leaf in _FIXED.values()) else model.note.title
        leaf = model.preferred_name or title or place.leaf
        if title and place.is_root and not model.preferred_name:
            place = replace(place, segments=(*place.segments, _Segment(place.leaf)))
        symbol = Symbol(model.id, place.package, "", root=place.is_root)
        self.symbols[key] = symbol
        tier = 0 if place.package is Package.SHARED else 2 if place.package is Package.ERRORS else 1
        priority = (tier if self.language.one_table else 1, 0 if self.pre_order else place.depth)
        candidate = _Candidate(symbol, self._chain(leaf, place), priority)
        table = self.tables[place.package]
        if self.pre_order:
            table.place(candidate)
        owned = replace(place, owner=component or place.owner, leaf=leaf)
        for type_, below in self._below(model, owned):
            self._visit(type_, below)
        if not self.pre_order:
            table.place(candidate)

    def _below(self, model: Model, place: _Place) -> Iterator[tuple[TypeExpr, _Place]]:
        """Yield the types inside a model, each with its place."""
        inner = replace(place, is_root=False, element=False, branch="")
        if isinstance(model, ObjectModel):
            if place.is_root and place.owner and place.segments:
                inner = replace(inner, segments=(*place.segments, _Segment(pascal(place.leaf))))
            inner = replace(inner, depth=place.depth + (0 if place.branch else 1))
            for each in model.fields:
                yield each.type, replace(inner, leaf=each.preferred_name or each.name)
            if model.additional is not None:
                yield model.additional, replace(inner, leaf="additionalProperties")
        if isinstance(model, UnionModel):
            segments = place.segments
            if place.leaf != place.branch and not (place.is_root and not place.owner):
                segments = (*segments, _Segment(pascal(place.leaf), is_union=True))
            for index, member in enumerate(model.members, start=1):
                number = _Segment(str(index), is_union=self._is_union(member))
                below = replace(inner, segments=(*segments, number), depth=place.depth + 1)
                yield member, replace(below, leaf=str(index), branch=str(index))

    def _is_union(self, type_: TypeExpr) -> bool:
        inner = element_of(type_)
        return isinstance(inner, Ref) and isinstance(self.surface.models.get(inner.id), UnionModel)

    def _chain(self, leaf: str, place: _Place) -> tuple[str, ...]:
        """Return the candidate names of a type, shortest first."""
        name, owner, segments = pascal(leaf), place.owner, list(place.segments)
        if place.branch == leaf:
            segments.pop()  # its own number is the name, not what encloses it
        unions = [index for index, each in enumerate(segments) if each.is_union]
        enclosing = segments.pop(unions[-1]).name if unions else ""
        chain = []
        if not place.is_root or place.element or not owner:
            chain.append(self._bare(name))
        if enclosing:
            chain.append(spell_number(enclosing) + name)
        if owner:
            rest = [each.name for each in segments]
            chain += [owner + enclosing + "".join(rest[:count]) + name for count in range(len(rest) + 1)]
        return tuple(dict.fromkeys(map(spell_leading_number, chain)))

    def _bare(self, name: str) -> str:
        name = spell_leading_number(spell_number(name)) or "Empty"
        return f"{name}T" if name in self.language.reserved else name


def _root_place(root: Root, operation: Operation, owner: str, package: Package) -> _Place:
    """Return where the root type of an operation stands."""
    group = _Segment(group_name(operation))
    match root.kind:
        case RootKind.PARAMETER:
            parameter = next(each for each in operation.parameters if each.name == root.name)
            kind = _Segment(f"{pascal(parameter.location.value)}Param", is_union=True)
            segments, leaf, depth = (group, _Segment("Request"), kind), root.name, 2
            return _Place(owner, segments, leaf, depth, package)
        case RootKind.BODY:
            return _Place(owner, (group, _Segment("Request")), "RequestBody", 2, package, is_root=True)
    status = (_Segment("Response"), _Segment(pascal(root.status)), _Segment(media_name(root.media_type)))
    return _Place(owner, (group, *status), "ResponseBody", 3, package, is_root=True)


def root_package(root: Root, *, shared_errors: bool) -> Package:
    """Return the package of an operation's own type."""
    type_ = not_null(root.type)
    if root.kind is RootKind.ERROR:
        return Package.ERRORS
    if (isinstance(type_, Ref) and type_.by_reference) or root.operation is None:
        return Package.SHARED
    if root.operation.kind == "webhook":
        return Package.WEBHOOKS
    return Package.CALLBACKS if root.operation.kind == "callback" else Package.OPERATIONS


def assign(surface: Surface, language: Language, *, shared_errors: bool) -> Names:
    """Return the names of all types of `surface`."""
    table = _Table(language)
    tables = {package: table if language.one_table else _Table(language) for package in Package}
    walker = _Walker(surface, language, shared_errors, tables)
    for root in surface.roots:
        walker.visit_root(root)
    for id_ in surface.api.models if not surface.roots else ():
        if surface.models[id_].shared:
            walker.visit_root(Root(RootKind.BODY, Ref(id_, id_, by_reference=True)))
    named: dict[tuple[Package, str], str] = {}
    for each in {id(table): table for table in tables.values()}.values():
        named |= each.named()
    return Names(_with_names(walker.symbols, named), shared_errors)


def _with_names(
    symbols: Mapping[tuple[Package, str], Symbol], named: Mapping[tuple[Package, str], str]
) -> dict[tuple[Package, str], Symbol]:
    return {key: replace(symbol, name=named.get(key, symbol.name)) for key, symbol in symbols.items()}
