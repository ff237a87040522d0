"""The value of a global parameter in the constructor call of a client."""

from __future__ import annotations

from collections.abc import Mapping

from typewright.base.json_value import JsonValue
from typewright.examples.build import Examples
from typewright.examples.values import Plain, to_wire
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


def shown_global(field: Field, examples: Examples) -> JsonValue:
    """Return the value of a global parameter, which is valid if the style of `examples` asks for valid values."""
    return to_wire(examples.conforming(Plain(_unchecked(field, examples.models)), field.type))


def _unchecked(field: Field, models: Mapping[str, Model]) -> JsonValue:
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
