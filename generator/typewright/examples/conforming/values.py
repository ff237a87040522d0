"""Correction of example values; sampled and authored parts that are valid are kept."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from typewright.base.json_value import JsonObject, JsonValue
from typewright.base.recording import RecordedDigests, Recorder
from typewright.base.value_digest import value_digest
from typewright.examples.authored import best_member
from typewright.examples.conforming.nearest import Conforming, is_empty
from typewright.examples.values import (
    Bytes,
    Choice,
    Entries,
    ExampleValue,
    Fields,
    Items,
    Member,
    Moment,
    Plain,
    Stream,
    Upload,
    has_malformed_moment,
    has_undeclared_properties,
    to_wire,
    without_undeclared_properties,
)
from typewright.ir import (
    Absent,
    AliasModel,
    Api,
    Field,
    FileModel,
    ListOf,
    MapOf,
    Model,
    Nullable,
    ObjectModel,
    ParameterLocation,
    Presence,
    Ref,
    Scalar,
    ScalarKind,
    StreamOf,
    TypeExpr,
    UnionModel,
    not_null,
    unfold,
)
from typewright.schemas.validation import sample_validator, schema_validator
from typewright.surface.directions import is_synthesised

SEARCHES = "searches"
"""The table of searches for valid values, which all together have a limit: each depends on those before it."""
_AUTHORED = 4
"""The number of authored strings of one field name that are kept."""


class ValidValues:
    """Makes the example values of an API valid against its schemas."""

    def __init__(self, api: Api, models: Mapping[str, Model], recorder: Recorder) -> None:
        """Create it for the models of a surface: those of `api` and those of its methods.

        `recorder` records the schemas that values are validated against.
        """
        self._models, self._validator, self._authored = models, sample_validator(api), schema_validator(api)
        self._validator.prepare(shown_alone(api))
        self._changes = _Changes(models)
        texts = AuthoredTexts(api)
        self._search = Conforming(self._validator, texts)
        self._schemas = RecordedDigests(recorder, "schemas", self._schema_digest)
        self._searched = RecordedDigests(
            recorder, SEARCHES, lambda pointer: value_digest((self._schemas.digest(pointer), texts.all()))
        )
        parameters = [parameter for operation in api.every_operation() for parameter in operation.parameters]
        styled = [parameter for parameter in parameters if parameter.content_type is None]
        in_paths = {parameter.pointer for parameter in styled if parameter.location is ParameterLocation.PATH}
        required = {parameter.pointer for parameter in styled if parameter.presence is Presence.REQUIRED}
        self._in_paths = recorder.set("parameters in paths", in_paths)
        self._required = recorder.set("required parameters", required)

    def conforming_authored(self, value: ExampleValue, type_: TypeExpr) -> ExampleValue:
        """Return an authored `value` of `type_` if it is valid, else with its invalid parts replaced."""
        bare = not_null(type_)
        if isinstance(bare, Ref) and is_synthesised(bare.id):
            return self.conforming(value, type_)
        if not isinstance(value, Stream | Upload) and self._is_authored_valid(value, type_):
            return value
        return self.conforming(value, type_)

    def _pointer(self, wire: JsonValue, type_: TypeExpr) -> str:
        """Return the pointer of the schema that validates a value of a type, given as JSON."""
        bare = not_null(type_)
        if wire is None:
            return type_.pointer
        return self._models[bare.id].pointer if isinstance(bare, Ref) else bare.pointer

    def conforming(self, value: ExampleValue, type_: TypeExpr, name: str = "") -> ExampleValue:
        """Return `value`, which is of `type_`, with its invalid parts replaced; unchanged without a valid value."""
        bare = not_null(type_)
        if isinstance(bare, StreamOf) or isinstance(value, Stream | Upload):
            return value
        if isinstance(bare, Ref) and is_synthesised(bare.id):
            return self._of_method(value, self._models[bare.id])
        wire = to_wire(value)
        pointer = self._pointer(wire, type_)
        if self._is_valid(pointer, wire):
            return value
        nearest = self._searching(pointer).nearest(pointer, wire, name)
        if isinstance(nearest, Absent):
            return value
        corrected = self._changes.changed(value, nearest, bare)
        if has_malformed_moment(corrected):  # valid for a member of a union that has no such property
            return value
        return corrected if has_undeclared_properties(value) else self._declared(corrected, pointer)

    def _declared(self, value: ExampleValue, pointer: str) -> ExampleValue:
        """Return `value` without undeclared properties, which typed code cannot write, if it is valid without them."""
        if not has_undeclared_properties(value):
            return value
        declared = without_undeclared_properties(value)
        return declared if self._is_valid(pointer, to_wire(declared)) else value

    def is_valid(self, union: UnionModel, value: ExampleValue) -> bool:
        """Return whether `value` is valid against the union.

        Unions synthesised for a method have no schema; they accept any value.
        """
        return is_synthesised(union.id) or self._is_valid(union.pointer, to_wire(value))

    def is_admitted(self, type_: TypeExpr, value: JsonValue) -> bool:
        """Return whether the schema of a type admits a value."""
        return self._is_valid(type_.pointer, value)

    def is_null_allowed(self, type_: TypeExpr) -> bool:
        """Return whether `type_` strictly allows null according to the specification."""
        self._schemas.read(type_.pointer)
        return self._validator.is_null_allowed(type_.pointer)

    def _schema_digest(self, pointer: str) -> str:
        validators = {self._validator, self._authored}
        return " ".join(sorted(validator.digest(pointer) for validator in validators))

    def _is_valid(self, pointer: str, value: JsonValue) -> bool:
        self._schemas.read(pointer)
        return self._validator.is_valid(pointer, value)

    def _is_authored_valid(self, value: ExampleValue, type_: TypeExpr) -> bool:
        wire = to_wire(value)
        pointer = self._pointer(wire, type_)
        self._schemas.read(pointer)
        return self._authored.is_valid(pointer, wire)

    def _searching(self, pointer: str) -> Conforming:
        """Return what searches for values that are valid at `pointer`."""
        self._searched.read(pointer)
        return self._search

    def conforming_member(self, value: ExampleValue, type_: TypeExpr, union: UnionModel | None) -> ExampleValue:
        """Return `value`, of a member of `union`, corrected to be valid against the union if possible."""
        value = self.conforming(value, type_)
        keyword, _, branch = type_.pointer.removeprefix(union.pointer + "/").partition("/") if union else ("", "", "")
        if union is None or keyword not in ("oneOf", "anyOf") or not branch.isdigit():
            return value
        wire = to_wire(value)
        if self._is_valid(union.pointer, wire):
            return value
        nearest = self._searching(union.pointer).nearest_of_branch(union.pointer, int(branch), wire)
        corrected = value if isinstance(nearest, Absent) else self._changes.changed(value, nearest, type_)
        return value if has_malformed_moment(corrected) else corrected

    def _of_method(self, value: ExampleValue, model: Model) -> ExampleValue:
        """Return a corrected value of a type that was synthesised for a method and has no schema of its own."""
        match value:
            case Fields(model=owner, members=members) if isinstance(model, ObjectModel):
                conforming = (
                    Member(member.field, self._of_field(member.value, member.field), member.redundant)
                    for member in members
                )
                return Fields(owner, tuple(conforming), value.further)
            case Choice(value=inner) if isinstance(model, UnionModel):
                member = self._member_of(inner, model)
                return value if member is None else Choice(self.conforming(inner, member))
        return value

    def _of_field(self, value: ExampleValue, field: Field) -> ExampleValue:
        """Return a corrected value of a field of a request.

        No style writes null, which is therefore no value of a required parameter; a segment of a path is never empty
        (RFC 6570, 3.2.2).
        """
        value = self.conforming(value, field.type, field.name)
        wire = to_wire(value)
        if field.pointer in self._in_paths and is_empty(wire):
            filled = self._searching(field.type.pointer).nonempty(field.type.pointer, field.name)
        elif field.pointer in self._required and wire is None:
            filled = self._searching(field.type.pointer).fresh(field.type.pointer, field.name, null=False)
        else:
            return value
        return value if isinstance(filled, Absent) else self._changes.changed(value, filled, field.type)

    def _member_of(self, value: ExampleValue, union: UnionModel) -> TypeExpr | None:
        """Return the member of a union that a value was made for."""
        for member in union.members:
            bare = unfold(not_null(member), self._models)
            if isinstance(value, Fields) and isinstance(bare, Ref) and bare.id == value.model.id:
                return member
        return best_member(self._models, to_wire(value), union)


def shown_alone(api: Api) -> Iterator[str]:
    """Yield the pointers of all schemas that pages show a value of: models, and the members of unions."""
    for model in api.models.values():
        yield model.pointer
        for member in model.members if isinstance(model, UnionModel) else ():
            if not isinstance(bare := not_null(member), Ref):
                yield bare.pointer


class AuthoredTexts:
    """The example texts of an API by the name of their field, collected on first use."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._texts: dict[str, dict[str, None]] | None = None

    def __call__(self, name: str) -> Sequence[str]:
        """Return the texts that are examples of fields and parameters called `name`."""
        return tuple(self.all().get(name, ()))

    def all(self) -> Mapping[str, Mapping[str, None]]:
        """Return the texts by the name of their field."""
        if self._texts is None:
            self._texts = {}
            for pointer, example in _examples(self._api):
                if isinstance(example, str) and len(known := self._texts.setdefault(pointer, {})) < _AUTHORED:
                    known[example] = None
        return self._texts


def _examples(api: Api) -> Iterator[tuple[str, object]]:
    for model in api.models.values():
        for field in model.fields if isinstance(model, ObjectModel) else ():
            yield field.name, field.annotations.example
    for operation in api.every_operation():
        for parameter in operation.parameters:
            yield parameter.name, parameter.example


class _Changes(Struct, frozen=True):
    """Converts JSON values to example values and keeps the parts of an older value that are unchanged."""

    models: Mapping[str, Model]

    def changed(self, old: ExampleValue | None, new: JsonValue, type_: TypeExpr) -> ExampleValue:
        """Return `new` as an example value of `type_`, reusing equal parts of `old`."""
        if old is not None and _is_equal(to_wire(old), new):
            return old
        if new is None and isinstance(type_, Nullable):
            return Plain(None)
        type_ = not_null(type_)
        match type_:
            case ListOf() if isinstance(new, list):
                return Items(tuple(self._items(old, new, type_)))
            case MapOf(value=inner) if isinstance(new, dict):
                known = dict(old.entries) if isinstance(old, Entries) else {}
                return Entries(tuple((key, self.changed(known.get(key), value, inner)) for key, value in new.items()))
            case Scalar(kind=ScalarKind.STRING, format="date-time") if isinstance(new, str):
                return Moment(new)
            case Scalar(kind=ScalarKind.STRING, format="binary") if isinstance(new, str):
                return Bytes(new)
            case Ref(id=id_):
                return self._of_model(old, new, self.models[id_])
        return Plain(new)

    def _items(self, old: ExampleValue | None, new: list[JsonValue], type_: ListOf) -> Iterator[ExampleValue]:
        known = old.items if isinstance(old, Items) else ()
        for index, value in enumerate(new):
            item = type_.prefix[index] if index < len(type_.prefix) else type_.item
            yield self.changed(known[index] if index < len(known) else None, value, item)

    def _of_model(self, old: ExampleValue | None, new: JsonValue, model: Model) -> ExampleValue:
        match model:
            case AliasModel(type=type_):
                return self.changed(old, new, type_)
            case FileModel():
                return Upload(model)
            case ObjectModel() if isinstance(new, dict):
                return self._fields(old, new, model)
            case UnionModel():
                member = best_member(self.models, new, model)
                inner = old.value if isinstance(old, Choice) else None
                return Choice(Plain(new)) if member is None else Choice(self.changed(inner, new, member))
        return Plain(new)

    def _fields(self, old: ExampleValue | None, new: JsonObject, model: ObjectModel) -> Fields:
        known = (
            {member.field.name: member for member in old.members}
            if isinstance(old, Fields) and old.model is model
            else {}
        )
        members = (
            self._member(known.get(field.name), field, new[field.name]) for field in model.fields if field.name in new
        )
        declared = {field.name for field in model.fields}
        further = tuple(
            (name, Plain(value) if model.additional is None else self.changed(None, value, model.additional))
            for name, value in new.items()
            if name not in declared
        )
        return Fields(model, tuple(members), further)

    def _member(self, old: Member | None, field: Field, new: JsonValue) -> Member:
        if old is None:
            return Member(field, self.changed(None, new, field.type))
        value = self.changed(old.value, new, field.type)
        return old if value is old.value else Member(field, value)


def _is_equal(one: JsonValue, other: JsonValue) -> bool:
    """Return whether two values are the same JSON value; a boolean is not a number."""
    return one == other and json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
