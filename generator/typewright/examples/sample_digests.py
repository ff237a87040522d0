"""Digests of example values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from typewright.base.recording import RecordedMapping
from typewright.base.value_digest import value_digest
from typewright.examples.values import Choice, Entries, ExampleValue, Fields, Items, Upload
from typewright.ir import Field, Model, ObjectModel


class SampleDigests:
    """Digests of example values, those of shared parts computed once."""

    def __init__(self, models: Mapping[str, Model]) -> None:
        """Create it for values of `models`."""
        self._models = models
        self._known: dict[int, tuple[object, str]] = {}
        """Values, fields and models by identity, each held so that no other one gets its identity."""
        self._fields: dict[int, tuple[ObjectModel, Mapping[int, str]]] = {}

    def of_all(self, values: Iterable[ExampleValue]) -> str:
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
