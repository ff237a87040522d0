"""Constants that distinguish a type from others with the same name."""

from __future__ import annotations

from collections.abc import Mapping

from typewright.base.json_value import JsonValue
from typewright.ir import EnumModel, Literal, Model, ObjectModel, Ref, TypeExpr, not_null
from typewright.naming.words import pieces, upper_first

_IN_CAPITALS = {"json": "JSON"}


def discriminating_constant(model: Model, models: Mapping[str, Model]) -> str:
    """Return the constant of a type in Pascal case: its only value, or the only value of a property; "" without one.

    Of several such properties, an enumeration is preferred to a `const`, then the first.
    """
    if isinstance(model, EnumModel):
        return _word(model.values[0].value) if len(model.values) == 1 else ""
    if not isinstance(model, ObjectModel):
        return ""
    constants = [found for field in model.fields if (found := _constant(field.type, models)) is not None]
    constants.sort(key=lambda found: found[0])
    return constants[0][1] if constants else ""


def _constant(type_: TypeExpr, models: Mapping[str, Model]) -> tuple[int, str] | None:
    """Return the only value of a property's type and the rank of its kind; None if it has several."""
    inner = not_null(type_)
    if isinstance(inner, Literal):
        word = _word(inner.value)
        return (1, word) if word else None
    if isinstance(inner, Ref):
        model = models.get(inner.id)
        if isinstance(model, EnumModel) and len(model.values) == 1 and (word := _word(model.values[0].value)):
            return (0, word)
    return None


def _word(value: JsonValue) -> str:
    """Return a constant in Pascal case; pieces wholly in capitals are capitalised, `json` is put in capitals."""
    if not isinstance(value, str | int | float):
        return ""
    text = str(value)
    return "".join(
        _IN_CAPITALS.get(piece.lower(), upper_first(piece.lower() if piece.isupper() else piece))
        for piece in pieces(text)
    )
