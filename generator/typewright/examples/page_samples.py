"""Sampling of the values of a target's model pages, before other code uses shared values."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import TypeVar

from typewright.base.random_stream import prepare_streams
from typewright.base.recording import RecordedMapping, Recorder
from typewright.base.value_digest import value_digest
from typewright.examples.build import Examples
from typewright.examples.values import (
    Choice,
    Entries,
    ExampleValue,
    Fields,
    Items,
    Upload,
)
from typewright.ir import EnumModel, Field, FileModel, Model, ObjectModel, StreamOf, UnionModel
from typewright.naming.names import Package, Symbol

Key = tuple[Package, str]
SampledKey = TypeVar("SampledKey", bound=Hashable)
Made = TypeVar("Made")
Shown = tuple[ExampleValue, ...]
"""The value on the page of a type; for a union, those of its members without streams."""


def sample_pages(examples: Examples, order: Iterable[Symbol]) -> dict[Key, Shown]:
    """Return the values of all model pages, sampled in order, so that shared values are those of the first page."""
    symbols = list(order)
    prepare_streams(symbol.name for symbol in symbols)
    return {(symbol.package, symbol.id): tuple(_sampled(examples, symbol)) for symbol in symbols}


def _sampled(examples: Examples, symbol: Symbol) -> Iterator[ExampleValue]:
    match examples.models[symbol.id]:
        case ObjectModel() | EnumModel() | FileModel():
            yield examples.page(symbol)
        case UnionModel(members=members):
            for member in members:
                if not isinstance(member, StreamOf):
                    yield examples.member(member, symbol.package)


class PageSamples:
    """The values of a target's model pages, all of which are sampled before the first one is shown."""

    def __init__(self, examples: Examples, order: Callable[[], Iterable[Symbol]], recorder: Recorder) -> None:
        """Create it for the pages of `order`; `recorder` records which values are shown."""
        self.examples = examples
        self._values = Sampled(lambda: sample_pages(examples, order()), recorder)
        self._table = recorder.mapping("values on pages", self._values, SampleDigests(examples.models).of_all)

    def sample(self) -> None:
        """Sample all values, unless that has been done."""
        len(self._values)

    def of(self, symbol: Symbol) -> Shown:
        """Return the values on the page of a type."""
        return self._table[symbol.package, symbol.id]


class Sampled(Mapping[SampledKey, Made]):
    """Values that are all sampled, in one go, when one of them is asked for."""

    def __init__(self, sample: Callable[[], Mapping[SampledKey, Made]], recorder: Recorder) -> None:
        """Create it; `sample` returns the values in order."""
        self._sample, self._recorder = sample, recorder
        self._made: Mapping[SampledKey, Made] | None = None

    def _entries(self) -> Mapping[SampledKey, Made]:
        if self._made is None:
            with self._recorder.recording():  # the reads of all samples must not be recorded for the first one
                self._made = self._sample()
        return self._made

    def __getitem__(self, key: SampledKey) -> Made:
        return self._entries()[key]

    def __iter__(self) -> Iterator[SampledKey]:
        return iter(self._entries())

    def __len__(self) -> int:
        return len(self._entries())


class SampleDigests:
    """Digests of example values, those of shared parts computed once."""

    def __init__(self, models: Mapping[str, Model]) -> None:
        """Create it for values of `models`."""
        self._models = models
        self._known: dict[int, tuple[object, str]] = {}
        """Values, fields and models by identity, each held so that no other one gets its identity."""
        self._fields: dict[int, tuple[ObjectModel, Mapping[int, str]]] = {}

    def of_all(self, values: Shown) -> str:
        """Return the digest of several values."""
        return value_digest(tuple(map(self._of, values)))

    def of(self, value: ExampleValue) -> str:
        """Return the digest of a value."""
        return self._of(value)

    def of_argument(self, value: ExampleValue | None) -> str:
        """Return the digest of the argument of a call; None if it passes nothing."""
        return "" if value is None else self._of(value)

    def _of(self, value: ExampleValue) -> str:
        return self._once(value, self._of_value)

    def _once(self, value: object, digest_of: Callable[[object], str]) -> str:
        known = self._known.get(id(value))
        if known is None:
            known = self._known[id(value)] = (value, digest_of(value))
        return known[1]

    def _of_value(self, value: object) -> str:
        match value:
            case Items(items=items):
                return value_digest(("items", tuple(map(self._of, items))))
            case Entries(entries=entries):
                return value_digest(("entries", tuple((key, self._of(entry)) for key, entry in entries)))
            case Choice(value=inner):
                return value_digest(("choice", self._of(inner)))
            case Fields(model=model, members=members, further=further):
                numbers = self._field_numbers(model)
                own = tuple((self._of_field(m.field, numbers), self._of(m.value), m.redundant) for m in members)
                rest = tuple((key, self._of(entry)) for key, entry in further)
                return value_digest(("fields", self._of_model(model), own, rest))
            case Upload(model=file):
                return value_digest(("upload", self._of_model(file)))
        return value_digest(value)

    def _field_numbers(self, model: ObjectModel) -> Mapping[int, str]:
        """Return the number of each field of a model, by the identity of the field."""
        found = self._fields.get(id(model))
        if found is None:
            numbers = {id(field): str(number) for number, field in enumerate(model.fields)}
            found = self._fields[id(model)] = (model, numbers)
        return found[1]

    def _of_field(self, field: Field, numbers: Mapping[int, str]) -> str:
        """Return what tells a field: its number in the model, whose digest is that of all fields, else its digest."""
        return numbers.get(id(field)) or self._once(field, value_digest)

    def _of_model(self, model: Model) -> str:
        if isinstance(self._models, RecordedMapping) and self._models.is_entry(model.id, model):
            return self._models.digest(model.id)
        return self._once(model, value_digest)
