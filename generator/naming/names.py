"""What a naming scheme gives: a symbol for each type in each package, looked up and never made again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from generator.ir import Ref


class Package(Enum):
    """The groups that types live in; a target gives each its folder."""

    OPERATIONS = "operations"
    SHARED = "shared"
    ERRORS = "errors"
    WEBHOOKS = "webhooks"
    CALLBACKS = "callbacks"


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
    `one_table` says that all packages share one namespace, in which shared types come before those of operations and
    these before errors; `taken` names belong to something else.
    """

    reserved: frozenset[str] = frozenset()
    finish: Callable[[str], str] = str
    one_table: bool = False
    taken: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Names:
    """The symbols of a target in the order in which they were met."""

    symbols: Mapping[tuple[Package, str], Symbol]
    children_of_errors_are_shared: bool = False
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
        return symbol or next(each for each in self.symbols.values() if each.id == ref.id)


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
