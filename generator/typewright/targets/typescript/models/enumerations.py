"""Enumerations as TypeScript: unions of literal types, or objects of constants."""

from __future__ import annotations

from collections.abc import Iterator

from typewright.ir import EnumModel, EnumValue, ScalarKind
from typewright.targets.typescript.models.comments import comment_on_model, comment_on_value
from typewright.targets.typescript.models.type_text import TypeText
from typewright.targets.typescript.models.views import AlternativeView, PropertyView, TypeView
from typewright.targets.typescript.quoting import json_literal, property_key
from typewright.targets.typescript.stems import unused
from typewright.targets.typescript.words import member_name

_UNRECOGNIZED = "Unrecognized"
_INDENT = "  "


def literal_types(model: EnumModel, types: TypeText) -> Iterator[AlternativeView]:
    """Yield the distinct literal types of an enumeration; for an open one also the type of all other values."""
    for value in _values(model):
        yield AlternativeView(comment_on_value(value.description, _INDENT), json_literal(value.value))
    if model.open:
        yield AlternativeView("", _unknown(model, types))


def constant_object(model: EnumModel, name: str, types: TypeText) -> TypeView:
    """Return an object with a member for each value of an enumeration of strings, and the type of its values.

    A value may be given as the member or as the string itself.
    """
    text = f"(typeof {name})[keyof typeof {name}]"
    if model.open:
        text = f"{text} | {_unknown(model, types)}"
    members = tuple(
        PropertyView(
            comment_on_value(name.description, _INDENT), f"{property_key(member)}: {json_literal(name.value)},"
        )
        for member, name in member_names(model).items()
    )
    return TypeView(comment_on_model(model.annotations), name, is_constant=True, properties=members, text=text)


def member_names(model: EnumModel) -> dict[str, EnumValue]:
    """Return the values by their names as members: that of an extension, else the value in Pascal case."""
    names: dict[str, EnumValue] = {}
    for value in _values(model):
        written = value.name or str(value.value)
        names[unused(member_name(written) or "Empty", names)] = value
    return names


def _values(model: EnumModel) -> list[EnumValue]:
    """Return the values without repetition."""
    return list({json_literal(value.value): value for value in reversed(model.values)}.values())[::-1]


def _unknown(model: EnumModel, types: TypeText) -> str:
    numeric = model.kind in {ScalarKind.INTEGER, ScalarKind.NUMBER}
    return f"{types.support(_UNRECOGNIZED)}<{'number' if numeric else 'string'}>"
