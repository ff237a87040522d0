"""The result of a naming scheme: a symbol for each type in each package."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import Enum

from msgspec import Struct, field
from msgspec.structs import replace

from typewright.base.encoded_record import EncodedRecord
from typewright.config.options import Paths
from typewright.ir import AliasModel, Model, Ref, not_null
from typewright.naming.ledger import Ledger
from typewright.naming.words import folded, identifier, member_identifier, spell_leading_number


class Package(Enum):
    """The packages that types are declared in; a target maps each to a folder."""

    OPERATIONS = "operations"
    SHARED = "shared"
    ERRORS = "errors"
    WEBHOOKS = "webhooks"
    CALLBACKS = "callbacks"

    __hash__ = object.__hash__  # keys of all names; the one of Enum took 3 % of a run


class Symbol(EncodedRecord, frozen=True):
    """A named type: the model `id` has the name `name` in `package`."""

    id: str
    package: Package
    name: str
    root: bool = False
    """Whether an operation uses it directly: as its body, request, response or error."""


def _method_identifier(words: str) -> str:
    return member_identifier(words) or "call"


class Members(Struct, frozen=True, kw_only=True):
    """The naming conventions of the members of client classes: methods, and groups of methods.

    `method` and `group` return the name for the words of the description. Each method also uses its name with each of
    `suffixes` appended. `of_client` are the members of every client, `of_groups` those of every group: no method or
    group there has such a name, letter case ignored. Neither the class of the client nor that of a group has a name in
    `reserved_classes`, which their modules import.
    """

    method: Callable[[str], str] = _method_identifier
    group: Callable[[str], str] = member_identifier
    suffixes: tuple[str, ...] = ()
    of_client: frozenset[str] = frozenset()
    of_groups: frozenset[str] = frozenset()
    reserved_classes: frozenset[str] = frozenset()


class Language(Struct, frozen=True):
    """The properties of a target language that names depend on.

    A name in `reserved` gets `T` appended. `finish` adjusts the case of a name. With `one_table`, all packages except
    those in `apart` share one namespace, in which shared types have priority over those of operations, and these over
    errors. With `folders`, packages of the same folder share one instead. Names in `taken` are in use. `members`
    are the conventions for methods.
    """

    reserved: frozenset[str] = frozenset()
    finish: Callable[[str], str] = str
    one_table: bool = False
    taken: frozenset[str] = frozenset()
    apart: frozenset[Package] = frozenset()
    folders: Mapping[Package, str] = field(default_factory=dict)
    members: Members = field(default_factory=Members)

    def tables(self) -> Mapping[Package, Package]:
        """Map each package to the package that identifies its namespace."""
        if self.folders:
            owners = {self.folders[package]: package for package in (*reversed(Package), Package.SHARED)}
            return {package: owners[self.folders[package]] for package in Package}
        return {
            package: Package.SHARED if self.one_table and package not in self.apart else package for package in Package
        }


def folders_of(paths: Paths) -> Mapping[Package, str]:
    """Return the folder of each package; packages of the same folder share a namespace."""
    return {package: getattr(paths, package.value) for package in Package}


class Names(Struct, frozen=True):
    """The symbols of a target, in the order of the traversal."""

    symbols: Mapping[tuple[Package, str], Symbol]
    children_of_errors_are_shared: bool = False
    ledger: Ledger = field(default_factory=Ledger)
    """The stable names of other entities, such as modules and pages."""
    _by_name: dict[tuple[Package, str], Symbol] = field(default_factory=dict)

    def in_package(self, package: Package) -> Iterable[Symbol]:
        """Yield the symbols of one package, in order."""
        return (symbol for symbol in self.symbols.values() if symbol.package is package)

    def of(self, ref: Ref, owner: Package | None = None) -> Symbol:
        """Return the symbol of `ref` where a type of package `owner` refers to it.

        An inline type that is reached through an alias is in the package of the alias, which is tried last.
        """
        package = package_below(ref, owner, shared_errors=self.children_of_errors_are_shared)
        symbol = self.symbols.get((package, ref.id)) or self.symbols.get((Package.SHARED, ref.id))
        return symbol or next(symbol for symbol in self.symbols.values() if symbol.id == ref.id)


class TakenNames:
    """The names that are in use in a namespace, compared without regard to case."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}

    def __contains__(self, name: str) -> bool:
        return folded(name) in self._taken

    def add(self, name: str) -> None:
        """Mark a name as used."""
        self._taken.add(folded(name))

    def free(self, base: str) -> str:
        """Return `base`, with the next free number appended if it is in use, and mark the result as used."""
        name = self.language.finish(base)
        return self.numbered(base) if name in self else self._take(name)

    def numbered(self, base: str) -> str:
        """Return `base` with the next free number from 1 appended, and mark the result as used."""
        key = folded(base)
        number = self._numbers.get(key, 0) + 1
        while (name := self.language.finish(f"{base}{number}")) in self:
            number += 1
        self._numbers[key] = number
        return self._take(name)

    def _take(self, name: str) -> str:
        self.add(name)
        return name


def named_symbols(
    symbols: Mapping[tuple[Package, str], Symbol],
    named: Mapping[tuple[Package, str], str],
    kept_names: Mapping[tuple[Package, str], str],
    models: Mapping[str, Model],
    language: Language,
) -> dict[tuple[Package, str], Symbol]:
    """Return `symbols` with the names in `named`; names for aliases are chosen after these.

    An alias of another shared type has the name of that type. Any other has its name in `kept_names`, else its own,
    with a number appended if that is in use.
    """
    tables = language.tables()
    taken = {table: TakenNames(language) for table in tables.values()}
    for (package, _), name in named.items():
        taken[tables[package]].add(name)
    for (package, _), name in kept_names.items():
        taken[tables[package]].add(name)
    final: dict[tuple[Package, str], str] = dict(named)
    for (package, id_), symbol in symbols.items():
        if (package, id_) in named:
            continue
        target = _target_of(id_, models)
        targets = final.get((package, target), final.get((Package.SHARED, target)))
        own = identifier(spell_leading_number(symbol.name))
        stays = kept_names.get((package, id_))
        final[package, id_] = targets or stays or taken[tables[package]].free(own)
    return {key: replace(symbol, name=final[key]) for key, symbol in symbols.items()}


def _target_of(id_: str, models: Mapping[str, Model]) -> str:
    """Return the id of the model that a chain of aliases ends at; `id_` itself if it is not an alias of a model."""
    seen = {id_}
    while isinstance(model := models[id_], AliasModel) and isinstance(use := not_null(model.type), Ref):
        if use.id in seen:
            break
        seen.add(use.id)
        id_ = use.id
    return id_


def package_below(ref: Ref, owner: Package | None, *, shared_errors: bool) -> Package:
    """Return the package of a type that a type of package `owner` refers to.

    A `$ref`ed type is in the shared package; below an error it is in that of the errors, unless `shared_errors`. An
    inline type is in the package of its owner.
    """
    if owner is Package.ERRORS:
        return Package.SHARED if shared_errors else Package.ERRORS
    if ref.by_reference or owner is None:
        return Package.SHARED
    return owner
