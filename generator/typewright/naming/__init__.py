"""Public names, chosen in one pass over the whole surface for each target, before any view is made."""

from __future__ import annotations

from typewright.config.options import NamingConfig
from typewright.naming.ledger import Ledger
from typewright.naming.lock.locked import record_symbols
from typewright.naming.names import Language, Names, Package, Symbol
from typewright.surface import Surface

__all__ = ["Language", "Ledger", "Names", "Package", "Symbol", "assign"]


def assign(surface: Surface, naming: NamingConfig, language: Language, ledger: Ledger | None = None) -> Names:
    """Return the names of all types of `surface`, chosen by the configured scheme.

    Names of the last run in `ledger` are kept; all names are recorded in it.
    """
    if naming.scheme == "symmetric":
        from typewright.naming.symmetric.scheme import assign as by_scheme  # noqa: PLC0415 - one of two is needed
    else:
        from typewright.naming.first_come.scheme import assign as by_scheme  # noqa: PLC0415
    ledger = Ledger() if ledger is None else ledger
    names = by_scheme(surface, language, shared_errors=naming.shared_errors, ledger=ledger)
    record_symbols(ledger, {key: symbol.name for key, symbol in names.symbols.items()})
    return names
