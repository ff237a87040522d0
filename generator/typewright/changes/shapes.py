"""Structural equality of types, regardless of whether they are written inline, by `$ref` or by `allOf`.

Two models have the same shape if no path into them leads to a difference (bisimulation). Shapes are computed by
partition refinement, which also handles cycles: all models start in one class, and each round splits the classes whose
parts were split in the round before, until nothing changes. Annotations and the order of properties, values and members
are insignificant. An alias has the shape of its target.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TypeAlias, assert_never

from msgspec import Struct, field

from typewright.base.json_value import JsonValue
from typewright.ir import (
    AliasModel,
    EnumModel,
    FileModel,
    HttpMessage,
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
"""A number that is equal for types of the same structure, within one `Shapes`."""


def value_key(value: JsonValue) -> str:
    """Return a text that is equal for equal JSON values. `1` equals `1.0` (JSON Schema 2020-12 Core, 4.2.2)."""
    return json.dumps(_with_integers(value), sort_keys=True, ensure_ascii=False)


def value_text(value: object) -> str:
    """Return a JSON value as text for messages, shortened to 60 characters."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _with_integers(value: JsonValue) -> JsonValue:
    """Return a value with integral floats converted to integers."""
    if isinstance(value, dict):
        return {key: _with_integers(member) for key, member in value.items()}
    if isinstance(value, list):
        return [_with_integers(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


class Shapes(Struct):
    """The shapes of the models of several descriptions. A description is identified by its index in `descriptions`."""

    descriptions: tuple[Mapping[str, Model], ...]
    _model_shapes: list[dict[str, Shape]] = field(default_factory=list)
    _shapes_by_key: dict[object, Shape] = field(default_factory=dict)
    _recursive: list[frozenset[str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._recursive = [recursive_aliases(models, alternatives=True) for models in self.descriptions]
        self._model_shapes = [dict.fromkeys(models, 0) for models in self.descriptions]
        count = 1
        while True:
            self._shapes_by_key = {}
            self._model_shapes = [
                {id_: self._number(self._model_key(model, side)) for id_, model in models.items()}
                for side, models in enumerate(self.descriptions)
            ]
            new_count = len({shape for shapes in self._model_shapes for shape in shapes.values()})
            if new_count == count:
                return
            count = new_count

    def shape_of(self, type_: TypeExpr, side: int) -> Shape:
        """Return the shape of a type of the description `side`."""
        type_, nullable = self.resolve_aliases(type_, side)
        shape = self._shape_without_null(type_, side)
        return self._number(("null", shape)) if nullable else shape

    def resolve_aliases(self, type_: TypeExpr, side: int) -> tuple[TypeExpr, bool]:
        """Return a type with aliases resolved, without nullability, and whether it is nullable.

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

    def _shape_without_null(self, type_: TypeExpr, side: int) -> Shape:
        match type_:
            case Scalar():
                branches = frozenset(self.shape_of(alternative, side) for alternative in type_.alternatives)
                return self._number((type_.kind, type_.format, type_.constraints, branches))
            case Literal(value=value):
                return self._number(("enum", frozenset({value_key(value)}), False))
            case ListOf(item=item, prefix=prefix, constraints=constraints):
                shapes = tuple(self.shape_of(element, side) for element in (*prefix, item))
                return self._number(("list", shapes, constraints))
            case MapOf(value=inner, constraints=constraints):
                return self._number(("map", self.shape_of(inner, side), constraints))
            case StreamOf(item=item):
                return self._number(("stream", self.shape_of(item, side)))
            case HttpMessage(is_request=is_request):
                return self._number(("message", is_request))
            case Ref(id=id_):
                model = self.descriptions[side].get(id_)
                if isinstance(model, EnumModel):
                    return self._number(self._model_key(model, side))
                return self._number(("model", self._model_shapes[side].get(id_)))
            case Nullable():
                return self.shape_of(type_, side)
        assert_never(type_)

    def _number(self, key: object) -> Shape:
        return self._shapes_by_key.setdefault(key, len(self._shapes_by_key) + 1)

    def _model_key(self, model: Model, side: int) -> object:
        match model:
            case ObjectModel():
                fields = (
                    (
                        field_.name,
                        self.shape_of(field_.type, side),
                        field_.required,
                        field_.annotations.read_only,
                        field_.annotations.write_only,
                    )
                    for field_ in model.fields
                )
                additional = None if model.additional is None else self.shape_of(model.additional, side)
                return ("object", frozenset(fields), additional, model.closed, model.constraints)
            case EnumModel():
                return ("enum", frozenset(value_key(value.value) for value in model.values), model.open)
            case UnionModel():
                return ("union", frozenset(self.shape_of(member, side) for member in model.members))
            case AliasModel():
                return ("alias", self.shape_of(model.type, side))
            case FileModel():
                return ("file",)
        assert_never(model)
