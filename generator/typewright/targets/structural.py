"""What depends on the structure of a surface alone, names and the order of pages, kept from build to build."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from typewright.base.last_build import KeptValues, are_values_kept
from typewright.base.recording import RecordedMapping
from typewright.base.sameness import is_same
from typewright.config.options import NamingConfig, TargetConfig
from typewright.naming import Language, Ledger, Names, Package, Symbol, assign
from typewright.naming.ledger import Key
from typewright.naming.lock.locked import record_symbols
from typewright.surface import Surface
from typewright.surface.structure import structure_of

Symbols = Mapping[tuple[Package, str], Symbol]


class _Named(Struct, frozen=True):
    """The symbols of a target, and what they were chosen from."""

    symbols: Symbols
    structure: Surface
    naming: NamingConfig
    language: Language
    kept: Mapping[Key, str]
    """The names of the run before."""

    def is_still(self, structure: Surface, naming: NamingConfig, language: Language, ledger: Ledger) -> bool:
        """Return whether the same symbols would be chosen."""
        is_alike = self.structure is structure and self.naming == naming and self.kept == ledger.kept
        return is_alike and is_same(self.language, language)


class _Ordered(Struct, frozen=True):
    """The order of the pages of symbols."""

    order: tuple[Symbol, ...]
    symbols: Symbols


_NAMED: KeptValues[_Named] = KeptValues("names")
_ORDERED: KeptValues[_Ordered] = KeptValues("orders of pages")


def names_of(surface: Surface, options: TargetConfig, language: Language, ledger: Ledger | None) -> Names:
    """Return the names of all types of `surface`, as `assign` does."""
    ledger, naming = Ledger() if ledger is None else ledger, options.naming
    if not are_values_kept() or naming.scheme != "first-come":
        return assign(surface, naming, language, ledger)
    structure, last = structure_of(surface, options.language), _NAMED.find(options.language)
    if last is not None and last.is_still(structure, naming, language, ledger):
        record_symbols(ledger, {key: symbol.name for key, symbol in last.symbols.items()})
        return Names(last.symbols, naming.shared_errors, ledger)
    names = assign(structure, naming, language, ledger)
    named = _Named(symbols=names.symbols, structure=structure, naming=naming, language=language, kept=ledger.kept)
    _NAMED.keep(named, options.language)
    return names


def page_order_of(surface: Surface, names: Names, language: str) -> tuple[Symbol, ...]:
    """Return the symbols of a surface in the order of their pages, for the target of a language."""
    from typewright.examples.order import page_order  # noqa: PLC0415 - models have no examples

    symbols = names.symbols
    entries = symbols.plain_entries() if isinstance(symbols, RecordedMapping) else None
    named, ordered = _NAMED.find(language), _ORDERED.find(language)
    if named is None or named.symbols is not entries:
        return page_order(surface, names)
    if ordered is None or ordered.symbols is not entries:
        ordered = _Ordered(page_order(named.structure, names), named.symbols)
        _ORDERED.keep(ordered, language)
    return ordered.order
