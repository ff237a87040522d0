"""Sampling of all values of a target's model pages, before anything else shows them."""

from __future__ import annotations

from collections.abc import Iterable

from typewright.examples.build import Examples
from typewright.ir import EnumModel, ObjectModel, StreamOf, UnionModel
from typewright.naming.names import Symbol


def sample_pages(examples: Examples, order: Iterable[Symbol]) -> None:
    """Sample the values of all model pages in order, so that shared values are those of the first page."""
    for symbol in order:
        match examples.models[symbol.id]:
            case ObjectModel() | EnumModel():
                examples.page(symbol)
            case UnionModel(members=members):
                for member in members:
                    if not isinstance(member, StreamOf):
                        examples.member(member, symbol.package)
