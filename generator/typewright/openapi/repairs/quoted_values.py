"""Repairs of keywords of schemas whose boolean or number is in quotes, and of `required` as one name without a list."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Final

from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.reading import Reader

_BOOLEAN = re.compile(r"true|false")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_SIZE = re.compile(r"0|[1-9][0-9]*")
_FORMS: Final[Mapping[str, tuple[re.Pattern[str], ...]]] = {
    **dict.fromkeys(
        (
            *("nullable", "uniqueItems", "deprecated", "readOnly", "writeOnly"),
            *("additionalProperties", "unevaluatedProperties", "unevaluatedItems"),
        ),
        (_BOOLEAN,),
    ),
    **dict.fromkeys(("minimum", "maximum", "multipleOf"), (_NUMBER,)),
    **dict.fromkeys(("exclusiveMinimum", "exclusiveMaximum"), (_BOOLEAN, _NUMBER)),
    **dict.fromkeys(
        ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"),
        (_SIZE,),
    ),
}
"""The texts that are read without their quotes, by keyword."""
_KEYWORDS = frozenset((*_FORMS, "required"))


def repair_quoted_values(schema: JsonObject, pointer: str, reader: Reader) -> None:
    """Replace texts by the booleans, numbers and lists of names that they express, in place."""
    if _KEYWORDS.isdisjoint(schema):
        return
    texts = [(key, value) for key, value in schema.items() if isinstance(value, str) and key in _FORMS]
    for keyword, text in texts:
        if not any(form.fullmatch(text.strip()) for form in _FORMS[keyword]):
            continue
        value: JsonValue = json.loads(text.strip())
        what = "a boolean" if isinstance(value, bool) else "a number"
        message = f"'{keyword}' must be {what}, not a string"
        assumed = f"it is read as {text.strip()}"
        reader.report("E301", message, f"{pointer}/{keyword}", help_="write it without quotes", assumed=assumed)
        schema[keyword] = value
    name = schema.get("required")
    if isinstance(name, str) and name in _declared(schema):
        message = "'required' must be an array, not a string"
        assumed = "it is read as a list of this name"
        reader.report("E301", message, f"{pointer}/required", help_=f"write [{name}]", assumed=assumed)
        schema["required"] = [name]


def _declared(schema: JsonObject) -> JsonObject:
    properties = schema.get("properties")
    return properties if isinstance(properties, dict) else {}
