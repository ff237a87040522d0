"""The order of pages, which determines the page that a shared value is sampled for."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from typewright.ir import (
    AliasModel,
    Ref,
    Scalar,
    TypeExpr,
    element_of,
)
from typewright.ir.walking import model_types
from typewright.naming.names import Names, Package, Symbol
from typewright.naming.roots import root_package
from typewright.surface import Surface


def page_order(surface: Surface, names: Names) -> tuple[Symbol, ...]:
    """Return the symbols in the order of their pages.

    Types of operations are in document order, children before their owner. Shared types are in the order of their first
    reference, after the type that refers to them and with inline children before their owner.
    """
    return tuple(_Order(surface, names).symbols())


class _Order:
    def __init__(self, surface: Surface, names: Names) -> None:
        self.surface, self.names = surface, names
        self.seen: set[tuple[Package, str]] = set()
        self.shared: deque[Symbol] = deque()
        self.packages: dict[Package, list[Symbol]] = {package: [] for package in Package}

    def symbols(self) -> Iterator[Symbol]:
        """Yield the symbols, package by package."""
        for root in self.surface.roots:
            ref = element_of(root.type)
            package = root_package(root)
            if isinstance(ref, Ref):
                self._visit(self._symbol(ref, package))
            else:
                self._visit_type(root.type, package)
        while self.shared:
            self._finish(self.shared.popleft())
        if not self.surface.roots:
            for symbol in self.names.symbols.values():
                self._visit(symbol)
            while self.shared:
                self._finish(self.shared.popleft())
        for package in Package:
            yield from self.packages[package]

    def _symbol(self, ref: Ref, package: Package) -> Symbol:
        symbol = self.names.symbols.get((package, ref.id))
        return symbol if symbol is not None else self.names.of(ref, package)

    def _visit(self, symbol: Symbol) -> None:
        key = (symbol.package, symbol.id)
        if key in self.seen:
            return
        self.seen.add(key)
        if self.surface.models[symbol.id].shared:
            self.shared.append(symbol)
        else:
            self._finish(symbol)

    def _finish(self, symbol: Symbol) -> None:
        model = self.surface.models[symbol.id]
        for type_ in model_types(model):
            self._visit_type(type_, symbol.package)
        if not isinstance(model, AliasModel):
            self.packages[symbol.package].append(symbol)

    def _visit_type(self, type_: TypeExpr, package: Package) -> None:
        inner = element_of(type_)
        if isinstance(inner, Ref):
            self._visit(self.names.of(inner, package))
        elif isinstance(inner, Scalar):
            for alternative in inner.alternatives:
                branch = element_of(alternative)
                if isinstance(branch, Ref) and branch.by_reference:
                    self._visit(self.names.of(branch, package))
