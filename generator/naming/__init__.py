"""Public names: one pass over the whole surface, once a target, before any view exists."""

from __future__ import annotations

from generator.config import NamingConfig
from generator.naming import first_come, symmetric
from generator.naming.names import Language, Names, Package, Symbol
from generator.surface import Surface

__all__ = ["Language", "Names", "Package", "Symbol", "assign"]


def assign(surface: Surface, naming: NamingConfig, language: Language) -> Names:
    """Return the names of all types of `surface` under the scheme that the configuration asks for."""
    scheme = symmetric if naming.scheme == "symmetric" else first_come
    names: Names = scheme.assign(surface, language, shared_errors=naming.shared_errors)
    return names
