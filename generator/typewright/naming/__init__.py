"""Public names, chosen in one pass over the whole surface for each target, before any view is made."""

from __future__ import annotations

from typewright.config.options import NamingConfig
from typewright.naming.first_come import scheme as first_come
from typewright.naming.ledger import Ledger
from typewright.naming.lock.locked import record_symbols
from typewright.naming.names import Language, Names, Package, Symbol
from typewright.naming.symmetric import scheme as symmetric
from typewright.surface import Surface

__all__ = ["Language", "Ledger", "Names", "Package", "Symbol", "assign"]


def assign(surface: Surface, naming: NamingConfig, language: Language, ledger: Ledger | None = None) -> Names:
    """Return the names of all types of `surface`, chosen by the configured scheme.

    Names of the last run in `ledger` are kept; all names are recorded in it.
    """
    scheme = symmetric if naming.scheme == "symmetric" else first_come
    ledger = Ledger() if ledger is None else ledger
    names: Names = scheme.assign(surface, language, shared_errors=naming.shared_errors, ledger=ledger)
    record_symbols(ledger, {key: symbol.name for key, symbol in names.symbols.items()})
    return names
