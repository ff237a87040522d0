"""What a naming scheme gives: a symbol for each type in each package, looked up and never made again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from typewright.ir import AliasModel, Model, Ref, not_null
from typewright.naming.ledger import Ledger
from typewright.naming.words import folded, identifier, spell_leading_number


class Package(Enum):
    """The groups that types live in; a target gives each its folder."""

    OPERATIONS = "operations"
    SHARED = "shared"
    ERRORS = "errors"
    WEBHOOKS = "webhooks"
    CALLBACKS = "callbacks"

    __hash__ = object.__hash__  # keys of all names; the one of Enum took 3 % of a run


@dataclass(frozen=True, slots=True)
class Symbol:
    """A public type: the model `id` as it is called in `package`."""

    id: str
    package: Package
    name: str
    root: bool = False
    """Used by an operation directly: its body, its request, a response, an error."""


@dataclass(frozen=True, slots=True)
class Language:
    """What a naming scheme has to know of a target.

    `reserved` words get `T` behind them when they are a complete name; `finish` is the last word on the case of a name;
    `one_table` says that all packages but those `apart` share one namespace, in which shared types come before those of
    operations and these before errors; `taken` names belong to something else.
    """

    reserved: frozenset[str] = frozenset()
    finish: Callable[[str], str] = str
    one_table: bool = False
    taken: frozenset[str] = frozenset()
    apart: frozenset[Package] = frozenset()

    def tables(self) -> Mapping[Package, Package]:
        """Return for each package the one under whose name its namespace is known."""
        return {
            package: Package.SHARED if self.one_table and package not in self.apart else package for package in Package
        }


@dataclass(frozen=True, slots=True)
class Names:
    """The symbols of a target in the order in which they were met."""

    symbols: Mapping[tuple[Package, str], Symbol]
    children_of_errors_are_shared: bool = False
    ledger: Ledger = field(default_factory=Ledger, repr=False)
    """What else of the target has a name that stays, such as modules and pages."""
    _by_name: dict[tuple[Package, str], Symbol] = field(default_factory=dict, repr=False)

    def in_package(self, package: Package) -> Iterable[Symbol]:
        """Yield the symbols of one package in their order."""
        return (symbol for symbol in self.symbols.values() if symbol.package is package)

    def of(self, ref: Ref, holder: Package | None = None) -> Symbol:
        """Return the symbol that `ref` stands for where it is used inside a type of package `holder`.

        An inline type that is reached through an alias lives with the alias, whose package is tried last.
        """
        package = package_below(ref, holder, shared_errors=self.children_of_errors_are_shared)
        symbol = self.symbols.get((package, ref.id)) or self.symbols.get((Package.SHARED, ref.id))
        return symbol or next(symbol for symbol in self.symbols.values() if symbol.id == ref.id)


class TakenNames:
    """The names of a namespace that are in use, without regard to case."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}

    def __contains__(self, name: str) -> bool:
        return folded(name) in self._taken

    def add(self, name: str) -> None:
        """Take a name that is as it should be."""
        self._taken.add(folded(name))

    def free(self, base: str) -> str:
        """Take `base`, or where it is taken, `base` with the next number that is free; return what was taken."""
        name = self.language.finish(base)
        return self.numbered(base) if name in self else self._take(name)

    def numbered(self, base: str) -> str:
        """Take `base` with the next number that is free, from 1; return what was taken."""
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
    standing: Mapping[tuple[Package, str], str],
    models: Mapping[str, Model],
    language: Language,
) -> dict[tuple[Package, str], Symbol]:
    """Return `symbols` with the names that `named` gives, and with names for aliases, which come last.

    An alias of another shared type is called as that is; any other has the name that it has in `standing`, else its
    own, or that with a number where a type has taken it.
    """
    tables = language.tables()
    taken = {table: TakenNames(language) for table in tables.values()}
    for (package, _), name in named.items():
        taken[tables[package]].add(name)
    for (package, _), name in standing.items():
        taken[tables[package]].add(name)
    final: dict[tuple[Package, str], str] = dict(named)
    for (package, id_), symbol in symbols.items():
        if (package, id_) in named:
            continue
        target = _target_of(id_, models)
        targets = final.get((package, target), final.get((Package.SHARED, target)))
        own = identifier(spell_leading_number(symbol.name))
        stays = standing.get((package, id_))
        final[package, id_] = targets or stays or taken[tables[package]].free(own)
    return {key: replace(symbol, name=final[key]) for key, symbol in symbols.items()}


def _target_of(id_: str, models: Mapping[str, Model]) -> str:
    """Return the id of the type that an alias stands for; the alias's own where it is none of another shared type."""
    met = {id_}
    while isinstance(model := models[id_], AliasModel) and isinstance(use := not_null(model.type), Ref):
        if use.id in met:
            break
        met.add(use.id)
        id_ = use.id
    return id_


def package_below(ref: Ref, holder: Package | None, *, shared_errors: bool) -> Package:
    """Return the package of a type that is used inside a type of package `holder`.

    A `$ref`ed type is shared, except below an error, where the whole tree is in the errors' package unless
    `shared_errors`; an inline one lives with its owner.
    """
    if holder is Package.ERRORS:
        return Package.SHARED if shared_errors else Package.ERRORS
    if ref.by_reference or holder is None:
        return Package.SHARED
    return holder
