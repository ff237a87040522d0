"""The values of a target's model pages, which are sampled before other code uses shared values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from typewright.base.random_stream import prepare_streams
from typewright.base.recorded_steps import RecordedSteps
from typewright.examples.build import Examples
from typewright.examples.values import ExampleValue
from typewright.ir import EnumModel, FileModel, ObjectModel, StreamOf, UnionModel
from typewright.naming.names import Package, Symbol

Key = tuple[Package, str]
Shown = tuple[ExampleValue, ...]
"""The value on the page of a type; for a union, those of its members without streams."""

_TABLE = "values on pages"


def sampled_page(examples: Examples, key: Key) -> Shown:
    """Return the values on the page of a type, sampled now."""
    return tuple(_sampled(examples, examples.names.symbols[key]))


def _sampled(examples: Examples, symbol: Symbol) -> Iterator[ExampleValue]:
    match examples.models[symbol.id]:
        case ObjectModel() | EnumModel() | FileModel():
            yield examples.page(symbol)
        case UnionModel(members=members):
            for member in members:
                if not isinstance(member, StreamOf):
                    yield examples.member(member, symbol.package)


def _seeds(examples: Examples, symbols: Iterable[Symbol]) -> Iterator[str]:
    """Yield the seeds of the values of pages."""
    for symbol in symbols:
        yield symbol.name
        match examples.models[symbol.id]:
            case UnionModel(members=members):
                yield from (examples.shown(member, symbol.package) for member in members)


class PageSamples:
    """The values of a target's model pages, all of which are sampled before the first one is shown."""

    def __init__(self, examples: Examples, order: Callable[[], Iterable[Symbol]]) -> None:
        """Create it for the pages of `order`, so that shared values are those of the first page."""
        self.examples = examples

        def plan() -> dict[Key, Callable[[], Shown]]:
            """Return what samples the values of each page."""
            symbols = list(order())
            if _TABLE not in examples.shared.recorder.earlier.steps:
                prepare_streams(_seeds(examples, symbols))
            keys = ((symbol.package, symbol.id) for symbol in symbols)
            return {key: partial(sampled_page, examples, key) for key in keys}

        self._table = RecordedSteps(examples.shared, _TABLE, plan, examples.digests.of_all)

    def sample(self) -> None:
        """Sample all values, unless that has been done."""
        self._table.take()

    def of(self, symbol: Symbol) -> Shown:
        """Return the values on the page of a type."""
        return self._table[symbol.package, symbol.id]
