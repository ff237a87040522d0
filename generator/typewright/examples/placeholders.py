"""The value of a global parameter in the constructor call of a client."""

from __future__ import annotations

from collections.abc import Mapping

from typewright.base.json_value import JsonValue
from typewright.ir import (
    ABSENT,
    EnumModel,
    Field,
    Literal,
    Model,
    Ref,
    Scalar,
    ScalarKind,
    example_of,
    not_null,
    unfold,
)

_OF_KIND: Mapping[ScalarKind, JsonValue] = {ScalarKind.INTEGER: 1, ScalarKind.NUMBER: 1, ScalarKind.BOOLEAN: True}


def shown_global(field: Field, models: Mapping[str, Model]) -> JsonValue:
    """Return the authored example of a global parameter, else a value of its type, or a placeholder for a string."""
    example = example_of(field.type, models)
    if example is not ABSENT:
        return example
    bare = not_null(unfold(field.type, models))
    model = models.get(bare.id) if isinstance(bare, Ref) else None
    if isinstance(model, EnumModel) and model.values:
        return model.values[0].value
    if isinstance(bare, Literal):
        return bare.value
    if isinstance(bare, Scalar) and bare.kind in _OF_KIND:
        return _OF_KIND[bare.kind]
    return "<id>" if (field.preferred_name or field.name).lower().endswith("id") else "<value>"
