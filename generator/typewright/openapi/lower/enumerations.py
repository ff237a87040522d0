"""Enumerations: `enum`, and `oneOf` or `anyOf` of constants (OpenAPI 3.1.1, Annotated Enumerations)."""

from __future__ import annotations

from collections.abc import Sequence

from typewright.base.json_value import JsonObject, JsonValue
from typewright.ir import EnumModel, EnumValue, Note, Ref, ScalarKind
from typewright.openapi.checks.schemas import is_of_type, types_of
from typewright.openapi.lower.lowerer import Lowerer
from typewright.openapi.lower.notes import is_annotation
from typewright.openapi.lower.nullability import is_null
from typewright.openapi.lower.position import Position

_NAMES = ("x-speakeasy-enums", "x-enum-varnames", "x-enumNames", "x-enum-names", "x-enumVarnames")
_TEXTS = ("x-speakeasy-enum-descriptions", "x-enum-descriptions", "x-enumDescriptions", "x-enum-comments")
"""Extensions that name or describe the values: lists parallel to `enum`, or objects keyed by value."""


def kind_of_value(value: JsonValue) -> ScalarKind:
    """Return the primitive type of a value; ANY for arrays and objects."""
    if isinstance(value, bool):
        return ScalarKind.BOOLEAN
    if isinstance(value, str):
        return ScalarKind.STRING
    if isinstance(value, int):
        return ScalarKind.INTEGER
    if isinstance(value, float):
        return ScalarKind.NUMBER
    return ScalarKind.ANY


def lower_enumeration(lowerer: Lowerer, position: Position, note: Note) -> Ref | ScalarKind:
    """Return the use of the enumeration that `enum` makes, or the kind of a scalar where it makes none.

    Values that `type` does not admit are left out (JSON Schema 2020-12 Validation, 6.1.1 and 6.1.2).
    """
    schema = position.schema
    written = lowerer.reader.array(schema, "enum", position.pointer)
    values: list[JsonValue] = [value for value in written if value is not None]
    if not values:
        return ScalarKind.NULL if written else ScalarKind.ANY
    admitted = types_of(schema)
    values = [value for value in values if is_of_type(value, admitted)] or values
    if schema.get("type") == "number" and "number-enums-ignored" in lowerer.reader.habits:
        return ScalarKind.NUMBER
    if all(isinstance(value, bool) for value in values):
        if "type" in schema or "untyped-booleans-are-texts" not in lowerer.reader.habits:
            return ScalarKind.BOOLEAN
        values = [str(value).lower() for value in values]
    return _use(lowerer, position, note, _described(schema, values, written))


def lower_constants(lowerer: Lowerer, position: Position, note: Note, branches: Sequence[JsonValue]) -> Ref | None:
    """Return the use of the enumeration that constants with titles and descriptions make; None where they are none.

    `branches` are those of a `oneOf` or `anyOf` but null. The habit `constants-are-a-union` keeps them apart.
    """
    if "constants-are-a-union" in lowerer.reader.habits:
        return None
    values = [_constant(branch) for branch in branches if isinstance(branch, dict)]
    found = [value for value in values if value is not None]
    if len(found) < len(branches) or not found or all(isinstance(value.value, bool) for value in found):
        return None
    admitted = types_of(position.schema)
    return _use(lowerer, position, note, [value for value in found if is_of_type(value.value, admitted)] or found)


def _constant(branch: JsonObject) -> EnumValue | None:
    """Return the value of a schema that says of a constant scalar but its type and annotations; else None."""
    value = branch.get("const")
    if value is None or isinstance(value, dict | list) or is_null(branch):
        return None
    if any(key not in ("const", "type") and not is_annotation(key) for key in branch):
        return None
    title, description = branch.get("title"), branch.get("description")
    name = title if isinstance(title, str) else None
    return EnumValue(value, name, description if isinstance(description, str) else name)


def _use(lowerer: Lowerer, position: Position, note: Note, values: Sequence[EnumValue]) -> Ref:
    """Add the enumeration of a position to the models, and return its use."""
    schema, kinds = position.schema, {kind_of_value(value.value) for value in values}
    if kinds == {ScalarKind.INTEGER, ScalarKind.NUMBER}:
        kinds = {ScalarKind.NUMBER}
    preferred = schema.get("x-speakeasy-name-override")
    lowerer.models[position.id] = EnumModel(
        id=position.id,
        pointer=position.pointer,
        kind=kinds.pop() if len(kinds) == 1 else ScalarKind.ANY,
        values=_distinct(values),
        note=note,
        open=schema.get("x-speakeasy-unknown-values") == "allow" or schema.get("x-extensible-enum") is True,
        preferred_name=preferred if isinstance(preferred, str) and preferred else None,
        schema=position.written,
    )
    return Ref(position.id, position.pointer, position.note or note)


def _described(schema: JsonObject, values: list[JsonValue], written: list[JsonValue]) -> list[EnumValue]:
    """Return the values with the names and descriptions of extensions; `written` are those of `enum`, all of them."""
    names, texts = _spelled(schema, _NAMES, written), _spelled(schema, _TEXTS, written)
    microsoft = schema.get("x-ms-enum")
    listed = microsoft.get("values") if isinstance(microsoft, dict) else None
    for entry in listed if isinstance(listed, list) else []:
        if isinstance(entry, dict) and isinstance(value := entry.get("value"), str | int):
            for key, spelled in (("name", names), ("description", texts)):
                if isinstance(text := entry.get(key), str):
                    spelled.setdefault(str(value), text)
    return [EnumValue(value, names.get(str(value)), texts.get(str(value))) for value in values]


def _distinct(values: Sequence[EnumValue]) -> tuple[EnumValue, ...]:
    """Return the values without those that came before, in their order."""
    found: dict[tuple[type, str], EnumValue] = {}
    for value in values:
        found.setdefault((type(value.value), str(value.value)), value)
    return tuple(found.values())


def _spelled(schema: JsonObject, keywords: tuple[str, ...], values: list[JsonValue]) -> dict[str, str]:
    """Return a map from value to text of an extension: a list parallel to `values`, with null or without."""
    present = [value for value in values if value is not None]
    for keyword in keywords:
        written = schema.get(keyword)
        if isinstance(written, list):
            parallel = values if len(written) == len(values) else present
            return {str(value): text for value, text in zip(parallel, written, strict=False) if isinstance(text, str)}
        if isinstance(written, dict):
            return {key: text for key, text in written.items() if isinstance(text, str)}
    return {}
