"""Conversion of authored examples to typed example values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from typewright.base.json_value import JsonValue
from typewright.examples.fitting import is_of_kind
from typewright.examples.values import (
    Bytes,
    Choice,
    Entries,
    ExampleValue,
    Fields,
    Items,
    Moment,
    Plain,
    Upload,
)
from typewright.examples.walk import Walk
from typewright.ir import (
    ABSENT,
    AliasModel,
    EnumModel,
    FileModel,
    ListOf,
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

_DEEPEST = 8
"""The depth to which a value is compared with the members of a union."""


class Examples(Protocol):
    """What the conversion needs from the example values of a target."""

    @property
    def models(self) -> Mapping[str, Model]:
        """The models by id."""

    def completed(self, model: ObjectModel, value: dict[str, JsonValue], walk: Walk) -> Fields:
        """Return an authored object with its fields in the model's order."""


def typed(examples: Examples, value: JsonValue, type_: TypeExpr, walk: Walk) -> ExampleValue:
    """Return an authored JSON value as an example value of `type_`."""
    match type_:
        case Nullable(of=inner):
            return Plain(None) if value is None else typed(examples, value, inner, walk)
        case ListOf(item=item) if isinstance(value, list):
            return Items(tuple(typed(examples, element, item, walk) for element in value))
        case MapOf(value=inner) if isinstance(value, dict):
            return Entries(tuple((key, typed(examples, element, inner, walk)) for key, element in value.items()))
        case Scalar(kind=ScalarKind.STRING, format="date-time") if isinstance(value, str):
            return Moment(value)
        case Scalar(kind=ScalarKind.STRING, format="binary") if isinstance(value, str):
            return Bytes(value)
        case Ref(id=id_):
            return _of_model(examples, value, examples.models[id_], walk)
    return Plain(value)


def _of_model(examples: Examples, value: JsonValue, model: Model, walk: Walk) -> ExampleValue:
    match model:
        case AliasModel(type=type_):
            return typed(examples, value, type_, walk)
        case ObjectModel() if isinstance(value, dict):
            return examples.completed(model, value, walk)
        case UnionModel():
            member = best_member(examples.models, value, model)
            return Plain(value) if member is None else Choice(typed(examples, value, member, walk))
        case FileModel():
            return Upload(model)
    return Plain(value)


def best_member(models: Mapping[str, Model], value: JsonValue, model: UnionModel) -> TypeExpr | None:
    """Return the member of a union that a value fits best; None if it fits none.

    It is the first one of those with the most properties of the value, whose constants and required properties agree
    with it.
    """
    ranked = [(score, member) for member in model.members if (score := _score(models, value, member, 0)) is not None]
    return max(ranked, key=lambda pair: pair[0])[1] if ranked else None


def _score(models: Mapping[str, Model], value: JsonValue, type_: TypeExpr, depth: int) -> int | None:
    """Return how well a value fits a type; None if it does not fit."""
    if depth > _DEEPEST:
        return 1
    bare = not_null(type_)
    match bare:
        case Ref(id=id_):
            return _model_score(models, value, models[id_], depth)
        case ListOf(item=item):
            if not isinstance(value, list):
                return None
            scores = [_score(models, element, item, depth + 1) for element in value]
            return None if None in scores else 1 + sum(score or 0 for score in scores)
        case MapOf():
            return 1 if isinstance(value, dict) else None
        case Scalar(kind=kind):
            return 1 if is_of_kind(value, kind) else None
    return 1 if getattr(bare, "value", ABSENT) == value else None


def _model_score(models: Mapping[str, Model], value: JsonValue, model: Model, depth: int) -> int | None:
    match model:
        case AliasModel(type=type_):
            return _score(models, value, type_, depth + 1)
        case EnumModel(values=values):
            return 2 if value in [value.value for value in values] else None
        case UnionModel(members=members):
            scores = [_score(models, value, member, depth + 1) for member in members]
            return max((score for score in scores if score is not None), default=None)
        case ObjectModel(fields=fields) if isinstance(value, dict):
            total = 1
            for field in fields:
                if field.name not in value:
                    if field.required:
                        return None
                    continue
                score = _score(models, value[field.name], field.type, depth + 1)
                if score is None and value[field.name] is not None:
                    return None
                total += 1 + (score or 0)
            return total
    return None
