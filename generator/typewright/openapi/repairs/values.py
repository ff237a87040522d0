"""Repairs of values that YAML reads as another type than the schema around them names.

Whoever writes `1.10` below `type: string` means that text: the number could not pass its own `type`. The text is that
of the source, since `1.10` and `1.1` are one number (YAML 1.2.2, 10.3.2: tags are resolved after the text is read).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.checks.schemas import is_of_type, types_of
from typewright.openapi.reading import Reader, json_type, shown

_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")


def repair_values(schema: JsonObject, pointer: str, reader: Reader) -> None:
    """Put quotes around the numbers and booleans that are meant as texts, and take them away where numbers are meant.

    `schema` has a `type`; its `enum`, `const` and `default` are repaired in place.
    """
    types = types_of(schema)
    if "string" in types:
        _quote(schema, pointer, types, reader)
    elif types:
        _repair_enum(schema, pointer, types, reader)


def _quote(schema: JsonObject, pointer: str, types: frozenset[str], reader: Reader) -> None:
    """Replace values that are no texts by the texts that they were written as."""
    for keyword, subject in (("enum", "enum value"), ("const", "the constant"), ("default", "the default")):
        wrong = list(_unquoted(schema, keyword, pointer, types))
        if not wrong:
            continue
        place, first = wrong[0]
        more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
        message = f"{subject} {shown(first)} is {json_type(first)}, but the type is string{more}"
        advice = "put the value in quotes, or change the type"
        reader.report("W304", message, place, help_=advice, assumed="its text is taken")
        texts = {place: reader.document.text_at(place) or _plain(value) for place, value in wrong}
        written = schema[keyword]
        if isinstance(written, list) and keyword == "enum":
            schema["enum"] = [texts.get(f"{pointer}/enum/{index}", value) for index, value in enumerate(written)]
        else:
            schema[keyword] = texts[place]


def _unquoted(
    schema: JsonObject, keyword: str, pointer: str, types: frozenset[str]
) -> Iterator[tuple[str, int | float]]:
    """Yield place and value of the numbers and booleans that the type of a schema with texts does not admit."""
    value = schema.get(keyword)
    listed = keyword == "enum" and isinstance(value, list)
    for index, item in enumerate(value if listed and isinstance(value, list) else [value]):
        if isinstance(item, int | float) and not is_of_type(item, types):
            yield f"{pointer}/{keyword}/{index}" if listed else f"{pointer}/{keyword}", item


def _plain(value: JsonValue) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _repair_enum(schema: JsonObject, pointer: str, types: frozenset[str], reader: Reader) -> None:
    """Read the values of an enumeration of which none is of its type as that type; where they cannot be, drop it."""
    values = schema.get("enum")
    given = [value for value in values if value is not None] if isinstance(values, list) else []
    if not given or any(is_of_type(value, types) for value in given) or not isinstance(values, list):
        return
    index = next(index for index, value in enumerate(values) if value is not None)
    expected = " or ".join(sorted(types - {"null"})) or "null"
    read = [_number(value) for value in values]
    fits = all(is_of_type(number, types) for number, value in zip(read, values, strict=True) if value is not None)
    reader.report(
        "E308",
        f"no value of the enum is of type {expected}: {shown(values[index])} is {json_type(values[index])}",
        f"{pointer}/enum/{index}",
        help_="write the values without quotes, or correct 'type'" if isinstance(values[index], str) else None,
        assumed="they are read without quotes" if fits else None,
    )
    if fits:
        schema["enum"] = read
    else:
        del schema["type"]


def _number(value: JsonValue) -> JsonValue:
    """Return the number that a text is; the value itself where it is none."""
    if not isinstance(value, str) or not _NUMBER.fullmatch(value):
        return value
    return float(value) if set(value) & set(".eE") else int(value)
