"""Enumerations: `enum`, and `oneOf` or `anyOf` of constants (OpenAPI 3.1.1, Annotated Enumerations)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from typewright.base.json_value import JsonObject, JsonValue
from typewright.ir import Annotations, EnumModel, EnumValue, Ref, ScalarKind
from typewright.openapi.checks.schemas import is_of_type, types_of
from typewright.openapi.lower.keywords import is_annotation
from typewright.openapi.lower.lowerer import Lowerer
from typewright.openapi.lower.nullability import is_null
from typewright.openapi.lower.resolved_schema import ResolvedSchema

_NAME_EXTENSIONS = ("x-speakeasy-enums", "x-enum-varnames", "x-enumNames", "x-enum-names", "x-enumVarnames")
_DESCRIPTION_EXTENSIONS = (
    "x-speakeasy-enum-descriptions",
    "x-enum-descriptions",
    "x-enumDescriptions",
    "x-enum-comments",
)
"""Extensions with names and descriptions of values: lists parallel to `enum`, or objects keyed by value."""


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


def lower_enumeration(lowerer: Lowerer, resolved: ResolvedSchema, annotations: Annotations) -> Ref | ScalarKind:
    """Return a reference to the enumeration model of an `enum`, or the kind of scalar if `enum` only restricts one.

    Values that are invalid against `type` are left out (JSON Schema 2020-12 Validation, 6.1.1 and 6.1.2).
    """
    schema = resolved.schema
    written = lowerer.reader.array(schema, "enum", resolved.pointer)
    values: list[JsonValue] = [value for value in written if value is not None]
    if not values:
        return ScalarKind.NULL if written else ScalarKind.ANY
    types = types_of(schema)
    values = [value for value in values if is_of_type(value, types)] or values
    if schema.get("type") == "number" and "number-enums-ignored" in lowerer.reader.habits:
        return ScalarKind.NUMBER
    if all(isinstance(value, bool) for value in values):
        if "type" in schema or "untyped-booleans-are-texts" not in lowerer.reader.habits:
            return ScalarKind.BOOLEAN
        values = [str(value).lower() for value in values]
    described = _with_descriptions(schema, values, written)
    if "empty-values-are-unknown" in lowerer.reader.habits:
        described = [
            replace(value, name="unknown") if value.value == "" and value.name is None else value for value in described
        ]
    return _add_enumeration(lowerer, resolved, annotations, described)


def lower_constants(
    lowerer: Lowerer, resolved: ResolvedSchema, annotations: Annotations, branches: Sequence[JsonValue]
) -> Ref | None:
    """Return a reference to the enumeration model of `branches` that are all annotated constants; else None.

    `branches` are those of a `oneOf` or `anyOf` without null. With the habit `constants-are-a-union` there is no such
    enumeration.
    """
    if "constants-are-a-union" in lowerer.reader.habits:
        return None
    values = [_constant_value(branch) for branch in branches if isinstance(branch, dict)]
    constants = [value for value in values if value is not None]
    if len(constants) < len(branches) or not constants or all(isinstance(value.value, bool) for value in constants):
        return None
    types = types_of(resolved.schema)
    return _add_enumeration(
        lowerer, resolved, annotations, [value for value in constants if is_of_type(value.value, types)] or constants
    )


def _constant_value(branch: JsonObject) -> EnumValue | None:
    """Return the enumeration value of a scalar `const` with only `type` and annotations beside it; else None."""
    value = branch.get("const")
    if value is None or isinstance(value, dict | list) or is_null(branch):
        return None
    if any(key not in ("const", "type") and not is_annotation(key) for key in branch):
        return None
    title, description = branch.get("title"), branch.get("description")
    name = title if isinstance(title, str) else None
    return EnumValue(value, name, description if isinstance(description, str) else name)


def _add_enumeration(
    lowerer: Lowerer, resolved: ResolvedSchema, annotations: Annotations, values: Sequence[EnumValue]
) -> Ref:
    """Add the enumeration model of a schema to the models, and return a reference to it."""
    schema, kinds = resolved.schema, {kind_of_value(value.value) for value in values}
    if kinds == {ScalarKind.INTEGER, ScalarKind.NUMBER}:
        kinds = {ScalarKind.NUMBER}
    preferred, unknown = schema.get("x-speakeasy-name-override"), schema.get("x-speakeasy-unknown-values")
    form = schema.get("x-speakeasy-enum-format")
    lowerer.models[resolved.id] = EnumModel(
        id=resolved.id,
        pointer=resolved.pointer,
        kind=kinds.pop() if len(kinds) == 1 else ScalarKind.ANY,
        values=_without_duplicates(values),
        annotations=annotations,
        open=unknown == "allow" or schema.get("x-extensible-enum") is True,
        closed=unknown == "disallow",
        format="union" if form == "union" else "enum" if form == "enum" else None,
        preferred_name=preferred if isinstance(preferred, str) and preferred else None,
        schema=resolved.written,
    )
    return Ref(resolved.id, resolved.pointer, resolved.annotations or annotations)


def _with_descriptions(schema: JsonObject, values: list[JsonValue], written: list[JsonValue]) -> list[EnumValue]:
    """Return `values` with the names and descriptions that extensions give them; `written` is the whole `enum`."""
    names, texts = (
        _texts_by_value(schema, _NAME_EXTENSIONS, written),
        _texts_by_value(schema, _DESCRIPTION_EXTENSIONS, written),
    )
    microsoft = schema.get("x-ms-enum")
    entries = microsoft.get("values") if isinstance(microsoft, dict) else None
    for entry in entries if isinstance(entries, list) else []:
        if isinstance(entry, dict) and isinstance(value := entry.get("value"), str | int):
            for key, spelled in (("name", names), ("description", texts)):
                if isinstance(text := entry.get(key), str):
                    spelled.setdefault(str(value), text)
    return [EnumValue(value, names.get(str(value)), texts.get(str(value))) for value in values]


def _without_duplicates(values: Sequence[EnumValue]) -> tuple[EnumValue, ...]:
    """Return the values without duplicates, in order."""
    distinct: dict[tuple[type, str], EnumValue] = {}
    for value in values:
        distinct.setdefault((type(value.value), str(value.value)), value)
    return tuple(distinct.values())


def _texts_by_value(schema: JsonObject, keywords: tuple[str, ...], values: list[JsonValue]) -> dict[str, str]:
    """Map values to the texts of the first extension in `keywords`.

    An extension is an object keyed by value, or a list parallel to `values` or to those that are not null.
    """
    for keyword in keywords:
        written = schema.get(keyword)
        if isinstance(written, list):
            parallel = values if len(written) == len(values) else [value for value in values if value is not None]
            return _texts(zip(map(str, parallel), written, strict=False))
        if isinstance(written, dict):
            return _texts(written.items())
    return {}


def _texts(texts_by_value: Iterable[tuple[str, JsonValue]]) -> dict[str, str]:
    """Return the texts by value; booleans and numbers are converted to JSON text."""
    scalars = ((value, text) for value, text in texts_by_value if isinstance(text, str | int | float))
    return {value: text if isinstance(text, str) else json.dumps(text) for value, text in scalars}
