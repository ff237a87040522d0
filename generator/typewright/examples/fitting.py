"""Whether an example value has the shape that its type declares, as a compiler checks it.

A schema asserts more than a type (lengths, patterns), so a value may be invalid and still compile. A value that does
not have the shape of its type is never written as code.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from typewright.base.json_value import JsonValue
from typewright.examples.values import (
    Bytes,
    Choice,
    Entries,
    ExampleValue,
    Exchanged,
    Fields,
    Items,
    Moment,
    Plain,
    Stream,
    Upload,
)
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
    ScalarKind,
    StreamOf,
    TypeExpr,
    UnionModel,
)

Models: TypeAlias = Mapping[str, Model]


def has_shape(value: ExampleValue, type_: TypeExpr, models: Models, entered: tuple[str, ...] = ()) -> bool:
    """Return whether `value` has the shape of `type_`; `models` resolves references.

    `entered` holds the ids of the models that are being compared with this value, which may refer back to themselves.
    """
    match type_:
        case Nullable(of=inner):
            return value == Plain(None) or has_shape(value, inner, models, entered)
        case Literal(value=constant):
            return isinstance(value, Plain) and _is_same(value.value, constant)
        case ListOf():
            return isinstance(value, Items) and _has_item_shapes(value, type_, models)
        case MapOf(value=inner):
            return isinstance(value, Entries) and all(has_shape(entry, inner, models) for _, entry in value.entries)
        case StreamOf():
            return isinstance(value, Stream)
        case HttpMessage():
            return isinstance(value, Exchanged)
        case Ref(id=id_):
            return id_ not in entered and _has_model_shape(value, models[id_], models, (*entered, id_))
        case Scalar():
            return _has_scalar_shape(value, type_)


def _has_item_shapes(value: Items, type_: ListOf, models: Models) -> bool:
    least = type_.constraints.min_items or 0
    if len(value.items) < min(least, len(type_.prefix)):
        return False
    types = (*type_.prefix, *[type_.item] * len(value.items))
    return all(has_shape(item, item_type, models) for item, item_type in zip(value.items, types, strict=False))


def _has_model_shape(value: ExampleValue, model: Model, models: Models, entered: tuple[str, ...]) -> bool:
    match model:
        case AliasModel(type=type_):
            return has_shape(value, type_, models, entered)
        case ObjectModel():
            return isinstance(value, Fields) and value.model.id == model.id and _has_field_shapes(value, models)
        case EnumModel(values=values):
            allowed = (member.value for member in values)
            return isinstance(value, Plain) and (model.open or any(_is_same(value.value, other) for other in allowed))
        case UnionModel(members=members):
            inner = value.value if isinstance(value, Choice) else value
            return any(has_shape(inner, member, models, entered) for member in members)
        case FileModel():
            return isinstance(value, Upload)


def _has_field_shapes(value: Fields, models: Models) -> bool:
    model, given = value.model, {member.field.name for member in value.members}
    return (
        all(field.name in given for field in model.fields if field.required)
        and all(has_shape(member.value, member.field.type, models) for member in value.members)
        and (model.additional is None or all(has_shape(entry, model.additional, models) for _, entry in value.further))
    )


def _has_scalar_shape(value: ExampleValue, type_: Scalar) -> bool:
    if type_.kind is ScalarKind.ANY:
        return True
    if type_.kind is ScalarKind.STRING and type_.format == "date-time":
        return isinstance(value, Moment) and value.parsed() is not None
    if type_.kind is ScalarKind.STRING and type_.format == "binary":
        return isinstance(value, Bytes | Upload)
    return isinstance(value, Plain) and is_of_kind(value.value, type_.kind)


def is_of_kind(value: JsonValue, kind: ScalarKind) -> bool:
    """Return whether a JSON value is of a primitive type; a number without a fraction is an integer."""
    match kind:
        case ScalarKind.ANY:
            return True
        case ScalarKind.NULL:
            return value is None
        case ScalarKind.BOOLEAN:
            return isinstance(value, bool)
        case ScalarKind.STRING:
            return isinstance(value, str)
        case ScalarKind.INTEGER:
            return not isinstance(value, bool) and (
                isinstance(value, int) or (isinstance(value, float) and value.is_integer())
            )
        case ScalarKind.NUMBER:
            return isinstance(value, int | float) and not isinstance(value, bool)


def _is_same(one: JsonValue, other: JsonValue) -> bool:
    """Return whether two JSON values are equal; `1` and `true` are not."""
    return one == other and isinstance(one, bool) == isinstance(other, bool)
