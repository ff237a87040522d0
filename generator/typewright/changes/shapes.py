"""Structural equality of types, however the descriptions write them: inline, by `$ref`, merged by `allOf`.

Two models have the same shape when no path into them leads to a difference (bisimulation). Shapes are computed by
partition refinement: all models start in one class, and each round splits classes whose parts were split in the last
one, until nothing changes, which also handles cycles. Annotations and the order of properties, values and members are
insignificant; an alias has the shape of its target.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias, assert_never

from typewright.base.json_value import JsonValue
from typewright.ir import (
    AliasModel,
    EnumModel,
    FileModel,
    ListOf,
    Literal,
    MapOf,
    Model,
    Nullable,
    ObjectModel,
    Ref,
    Scalar,
    StreamOf,
    TypeExpr,
    UnionModel,
)
from typewright.ir.walking import recursive_aliases

Shape: TypeAlias = int
"""Equal for types of the same structure, within one `Shapes`."""


def value_key(value: JsonValue) -> str:
    """Return a text that is equal for equal JSON values; `1` and `1.0` are one number (JSON Schema 2020-12, 4.2.2)."""
    return json.dumps(_whole(value), sort_keys=True, ensure_ascii=False)


def shown(value: object) -> str:
    """Return a JSON value as text, shortened where it is long."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _whole(value: JsonValue) -> JsonValue:
    """Return a value with each integral float as an integer."""
    if isinstance(value, dict):
        return {key: _whole(member) for key, member in value.items()}
    if isinstance(value, list):
        return [_whole(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


@dataclass(slots=True)
class Shapes:
    """The shapes of all models of several descriptions, which are identified by their index in `descriptions`."""

    descriptions: tuple[Mapping[str, Model], ...]
    _of_models: list[dict[str, Shape]] = field(default_factory=list)
    _numbers: dict[object, Shape] = field(default_factory=dict)
    _recursive: list[frozenset[str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._recursive = [recursive_aliases(models, alternatives=True) for models in self.descriptions]
        self._of_models = [dict.fromkeys(models, 0) for models in self.descriptions]
        count = 1
        while True:
            self._numbers = {}
            self._of_models = [
                {id_: self._number(self._model(model, side)) for id_, model in models.items()}
                for side, models in enumerate(self.descriptions)
            ]
            found = len({shape for shapes in self._of_models for shape in shapes.values()})
            if found == count:
                return
            count = found

    def of(self, type_: TypeExpr, side: int) -> Shape:
        """Return the shape of a type of the description `side`."""
        type_, nullable = self.opened(type_, side)
        shape = self._bare(type_, side)
        return self._number(("null", shape)) if nullable else shape

    def opened(self, type_: TypeExpr, side: int) -> tuple[TypeExpr, bool]:
        """Return the type behind aliases, without nullability, and whether it is nullable.

        Recursive aliases are not resolved.
        """
        nullable = False
        models, recursive = self.descriptions[side], self._recursive[side]
        while True:
            match type_:
                case Nullable(of=inner):
                    type_, nullable = inner, True
                case Ref(id=id_) if id_ not in recursive and isinstance(model := models.get(id_), AliasModel):
                    type_ = model.type
                case _:
                    return type_, nullable

    def _bare(self, type_: TypeExpr, side: int) -> Shape:
        match type_:
            case Scalar():
                branches = frozenset(self.of(alternative, side) for alternative in type_.alternatives)
                return self._number((type_.kind, type_.format, type_.constraints, branches))
            case Literal(value=value):
                return self._number(("enum", frozenset({value_key(value)}), False))
            case ListOf(item=item, prefix=prefix, constraints=constraints):
                shapes = tuple(self.of(element, side) for element in (*prefix, item))
                return self._number(("list", shapes, constraints))
            case MapOf(value=inner, constraints=constraints):
                return self._number(("map", self.of(inner, side), constraints))
            case StreamOf(item=item):
                return self._number(("stream", self.of(item, side)))
            case Ref(id=id_):
                model = self.descriptions[side].get(id_)
                if isinstance(model, EnumModel):
                    return self._number(self._model(model, side))
                return self._number(("model", self._of_models[side].get(id_)))
            case Nullable():
                return self.of(type_, side)
        assert_never(type_)

    def _number(self, key: object) -> Shape:
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    def _model(self, model: Model, side: int) -> object:
        match model:
            case ObjectModel():
                fields = (
                    (
                        field_.name,
                        self.of(field_.type, side),
                        field_.presence,
                        field_.note.read_only,
                        field_.note.write_only,
                    )
                    for field_ in model.fields
                )
                further = None if model.additional is None else self.of(model.additional, side)
                return ("object", frozenset(fields), further, model.closed, model.constraints)
            case EnumModel():
                return ("enum", frozenset(value_key(value.value) for value in model.values), model.open)
            case UnionModel():
                return ("union", frozenset(self.of(member, side) for member in model.members))
            case AliasModel():
                return ("alias", self.of(model.type, side))
            case FileModel():
                return ("file",)
        assert_never(model)
