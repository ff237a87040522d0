"""Which types have a name of their own where errors refer to them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from typewright.naming.names import Language, Package, Symbol

Key = tuple[Package, str]


def without_error_copies(
    symbols: Mapping[Key, Symbol], kept_names: Collection[Key], habits: Collection[str], language: Language
) -> dict[Key, Symbol]:
    """Return `symbols` without those of errors whose type is a model of the same namespace, too.

    Such a type is declared once, and errors refer to the model. A copy that has a name in `kept_names` stays, and all
    do with the habit `errors-are-copies`.
    """
    tables = language.tables()
    if "errors-are-copies" in habits or tables[Package.ERRORS] is not tables[Package.SHARED]:
        return dict(symbols)
    return {
        key: symbol
        for key, symbol in symbols.items()
        if key[0] is not Package.ERRORS or key in kept_names or (Package.SHARED, key[1]) not in symbols
    }
