"""Static facts of types: their JSON types, their constants, and whether they are disjoint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from typewright.base.json_value import JsonValue
from typewright.base.recording import Memo, Recorded, RecordedMapping
from typewright.ir import (
    AliasModel,
    EnumModel,
    ListOf,
    Literal,
    MapOf,
    Model,
    Nullable,
    ObjectModel,
    Ref,
    Scalar,
    ScalarKind,
    TypeExpr,
    UnionModel,
    not_null,
)

_EVERYTHING = frozenset({"string", "number", "boolean", "array", "object", "null"})
_OF_SCALAR = {
    ScalarKind.STRING: "string",
    ScalarKind.INTEGER: "number",
    ScalarKind.NUMBER: "number",
    ScalarKind.BOOLEAN: "boolean",
    ScalarKind.NULL: "null",
}
_Constant = tuple[str, JsonValue]
"""A JSON type and a value of that type."""


def json_type(value: JsonValue) -> str:
    """Return the JSON type of a value; integers are numbers."""
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, str):
        return "string"
    if isinstance(value, int | float):
        return "number"
    if value is None:
        return "null"
    return "array" if isinstance(value, list) else "object"


@dataclass(slots=True)
class Kinds(Recorded):
    """Determines the JSON types of the models of a surface: at once for all of them, since each depends on others."""

    models: Mapping[str, Model]
    _types: Mapping[str, frozenset[str]] = field(init=False)
    _tags: Memo[str, dict[str, frozenset[_Constant]]] = field(init=False)

    def __post_init__(self) -> None:
        self._tags = Memo(self.models)
        found: dict[str, frozenset[str]] = {}
        self._types = found
        for id_ in self.models:
            self._add_types(id_, found)
        if isinstance(self.models, RecordedMapping):
            self._types = self.models.recorder.mapping("JSON types", found)

    def types(self, type_: TypeExpr) -> frozenset[str]:
        """Return the JSON types that values of `type_` can have."""
        match type_:
            case Nullable(of=inner):
                return self.types(inner) | {"null"}
            case Scalar(kind=kind):
                return frozenset({_OF_SCALAR[kind]}) if kind in _OF_SCALAR else _EVERYTHING
            case Literal(value=value):
                return frozenset({json_type(value)})
            case ListOf():
                return frozenset({"array"})
            case MapOf():
                return frozenset({"object"})
            case Ref(id=id_):
                return self._types.get(id_, _EVERYTHING)
        return _EVERYTHING

    def _add_types(self, id_: str, known: dict[str, frozenset[str]]) -> None:
        """Add the types of a model to `known`, after those of the models it refers to; all types for one in a cycle."""
        if id_ in known:
            return
        known[id_] = _EVERYTHING
        match self.models.get(id_):
            case ObjectModel():
                known[id_] = frozenset({"object"})
            case EnumModel(values=values):
                known[id_] = frozenset(json_type(value.value) for value in values)
            case UnionModel(members=members):
                for member in members:
                    self._add_target(member, known)
                known[id_] = frozenset().union(*map(self.types, members))
            case AliasModel(type=type_):
                self._add_target(type_, known)
                known[id_] = self.types(type_)

    def _add_target(self, type_: TypeExpr, known: dict[str, frozenset[str]]) -> None:
        if isinstance(bare := not_null(type_), Ref):
            self._add_types(bare.id, known)

    def constants(self, type_: TypeExpr) -> frozenset[_Constant] | None:
        """Return the values of a type that has finitely many, all of them primitive; None for any other type."""
        match type_:
            case Nullable(of=inner):
                found = self.constants(inner)
                return None if found is None else found | {("null", None)}
            case Literal(value=value) if not isinstance(value, list | dict):
                return frozenset({(json_type(value), value)})
            case Ref(id=id_):
                match self.models.get(id_):
                    case EnumModel(values=values):
                        listed = [value.value for value in values]
                        if not any(isinstance(value, list | dict) for value in listed):
                            return frozenset((json_type(value), value) for value in listed)
        return None

    def objects(self, type_: TypeExpr) -> list[ObjectModel] | None:
        """Return the object models that values of a type belong to; None if they can be anything else."""
        return self._objects(type_, frozenset())

    def _objects(self, type_: TypeExpr, seen: frozenset[str]) -> list[ObjectModel] | None:
        if not isinstance(type_, Ref) or type_.id in seen:
            return None
        match self.models.get(type_.id):
            case ObjectModel() as model:
                return [model]
            case AliasModel(type=inner):
                return self._objects(inner, seen | {type_.id})
            case UnionModel(members=members):
                found: list[ObjectModel] = []
                for member in members:
                    inside = self._objects(member, seen | {type_.id})
                    if inside is None:
                        return None
                    found += inside
                return found
        return None

    def tags(self, model: ObjectModel) -> dict[str, frozenset[_Constant]]:
        """Return the required properties of an object that have finitely many values, with these values."""
        return self._tags.get_or_make(model.id, lambda: self._found_tags(model))

    def _found_tags(self, model: ObjectModel) -> dict[str, frozenset[_Constant]]:
        found = {field_.name: self.constants(field_.type) for field_ in model.fields if field_.required}
        return {name: values for name, values in found.items() if values is not None}

    def are_disjoint(self, first: TypeExpr, second: TypeExpr) -> bool:
        """Return whether two types certainly have no value in common."""
        common = self.types(first) & self.types(second)
        if not common:
            return True
        ours, theirs = self.constants(first), self.constants(second)
        if ours is not None and theirs is not None:
            return ours.isdisjoint(theirs)
        if common != {"object"}:
            return False
        mine, others = self.objects(first), self.objects(second)
        if mine is None or others is None:
            return False
        return all(self._are_disjoint(one, other) for one in mine for other in others)

    def _are_disjoint(self, one: ObjectModel, other: ObjectModel) -> bool:
        ours, theirs = self.tags(one), self.tags(other)
        if any(values.isdisjoint(theirs[name]) for name, values in ours.items() if name in theirs):
            return True
        return _is_closed_to(one, other) or _is_closed_to(other, one)


def _is_closed_to(closed: ObjectModel, other: ObjectModel) -> bool:
    """Return whether an object does not allow a property that the other one requires."""
    if not closed.closed:
        return False
    known = {field_.name for field_ in closed.fields}
    return any(field_.required and field_.name not in known for field_ in other.fields)
