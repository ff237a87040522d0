"""Repairs of values that YAML resolves to another type than the schema has.

`1.10` below `type: string` is meant as a text, since a number would be invalid. The text is taken from the source,
because `1.10` and `1.1` are the same number (YAML 1.2.2, 10.3.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.checks.schemas import applied_schemas, is_of_type, types_of
from typewright.openapi.reading import Reader, json_type, value_text

_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")


def repair_values(schema: JsonObject, pointer: str, reader: Reader) -> None:
    """Convert the values of `enum`, `const` and `default` to the `type` of the schema, in place.

    Numbers and booleans become strings, and strings in `enum` become numbers. The type may be that of a schema which
    `$ref` or `allOf` applies; values are only made strings then.
    """
    if "type" not in schema:
        applied = [types_of(part) for part, _ in applied_schemas(schema, pointer, reader) if "type" in part]
        types = frozenset[str].intersection(*applied) if applied else frozenset[str]()
        if "string" in types:
            _convert_to_texts(schema, pointer, types, reader)
        return
    types = types_of(schema)
    if "string" in types:
        _convert_to_texts(schema, pointer, types, reader)
    elif types:
        _repair_enum(schema, pointer, types, reader)


def _convert_to_texts(schema: JsonObject, pointer: str, types: frozenset[str], reader: Reader) -> None:
    """Replace numbers and booleans by their source text."""
    for keyword, subject in (("enum", "enum value"), ("const", "the constant"), ("default", "the default")):
        invalid = list(_non_texts(schema, keyword, pointer, types)) if keyword in schema else []
        if not invalid:
            continue
        item_pointer, first = invalid[0]
        others = f" (and {len(invalid) - 1} more)" if len(invalid) > 1 else ""
        message = f"{subject} {value_text(first)} is {json_type(first)}, but the type is string{others}"
        advice = "put the value in quotes, or change the type"
        reader.report("W304", message, item_pointer, help_=advice, assumed="its text is taken")
        texts = {
            item_pointer: reader.document.text_at(item_pointer) or _json_text(value) for item_pointer, value in invalid
        }
        written = schema[keyword]
        if isinstance(written, list) and keyword == "enum":
            schema["enum"] = [texts.get(f"{pointer}/enum/{index}", value) for index, value in enumerate(written)]
        else:
            schema[keyword] = texts[item_pointer]


def _non_texts(
    schema: JsonObject, keyword: str, pointer: str, types: frozenset[str]
) -> Iterator[tuple[str, int | float]]:
    """Yield pointer and value of the numbers and booleans that are not of one of `types`."""
    value = schema.get(keyword)
    is_list = keyword == "enum" and isinstance(value, list)
    for index, item in enumerate(value if is_list and isinstance(value, list) else [value]):
        if isinstance(item, int | float) and not is_of_type(item, types):
            yield f"{pointer}/{keyword}/{index}" if is_list else f"{pointer}/{keyword}", item


def _json_text(value: JsonValue) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _repair_enum(schema: JsonObject, pointer: str, types: frozenset[str], reader: Reader) -> None:
    """Convert an `enum` none of whose values is of one of `types` to numbers; if that fails, remove `type`."""
    values = schema.get("enum")
    non_null = [value for value in values if value is not None] if isinstance(values, list) else []
    if not non_null or any(is_of_type(value, types) for value in non_null) or not isinstance(values, list):
        return
    index = next(index for index, value in enumerate(values) if value is not None)
    expected = " or ".join(sorted(types - {"null"})) or "null"
    numbers = [_number(value) for value in values]
    is_convertible = all(
        is_of_type(number, types) for number, value in zip(numbers, values, strict=True) if value is not None
    )
    reader.report(
        "E308",
        f"no value of the enum is of type {expected}: {value_text(values[index])} is {json_type(values[index])}",
        f"{pointer}/enum/{index}",
        help_="write the values without quotes, or correct 'type'" if isinstance(values[index], str) else None,
        assumed="they are read without quotes" if is_convertible else None,
    )
    if is_convertible:
        schema["enum"] = numbers
    else:
        del schema["type"]


def _number(value: JsonValue) -> JsonValue:
    """Return the number that `value` is the text of, else `value`."""
    if not isinstance(value, str) or not _NUMBER.fullmatch(value):
        return value
    return float(value) if set(value) & set(".eE") else int(value)
