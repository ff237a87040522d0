"""Defaults of attributes whose property is absent."""

from __future__ import annotations

from collections.abc import Mapping

from typewright.base.json_value import JsonValue
from typewright.ir import EnumModel, ListOf, Literal, Model, Nullable, Ref, Scalar, ScalarKind, TypeExpr, not_null


def is_usable_default(type_: TypeExpr, default: JsonValue, models: Mapping[str, Model]) -> bool:
    """Return whether a default is a plain value of its type."""
    if default is None:
        return isinstance(type_, Nullable) or (isinstance(type_, Scalar) and type_.kind is ScalarKind.NULL)
    match not_null(type_):
        case Scalar(kind=kind, format=format_) if format_ not in ("date-time", "date", "binary"):
            return _is_of(default, kind)
        case Literal(value=value):
            return type(value) is type(default) and value == default
        case Ref(id=id_) if isinstance(model := models.get(id_), EnumModel):
            return any(type(value.value) is type(default) and value.value == default for value in model.values)
        case ListOf(item=item, prefix=()) if isinstance(default, list):
            return all(is_usable_default(item, element, models) for element in default)
    return False


def _is_of(value: JsonValue, kind: ScalarKind) -> bool:
    match kind:
        case ScalarKind.STRING:
            return isinstance(value, str)
        case ScalarKind.BOOLEAN:
            return isinstance(value, bool)
        case ScalarKind.INTEGER:
            return isinstance(value, int) and not isinstance(value, bool)
        case ScalarKind.NUMBER:
            return isinstance(value, (int, float)) and not isinstance(value, bool)
    return False
