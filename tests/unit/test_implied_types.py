"""Schemas without `type`: validation accepts what their keywords describe, as the generated types do."""

from pathlib import Path
from typing import Any

import pytest
from typewright.schemas.implied_types import implied_type
from typewright.schemas.validation import SchemaValidator

from tests.unit.test_examples_style import IT, api_of, page

PERSON = {"properties": {"name": {"type": "string"}}}


@pytest.mark.parametrize(
    ("schema", "valid", "invalid"),
    [
        (PERSON, {"name": "Ada"}, "Ada"),
        ({"additionalProperties": {"type": "integer"}}, {"a": 1}, "a"),
        ({"items": {"type": "string"}}, ["a"], "a"),
        ({"oneOf": [PERSON, {"type": "string"}]}, "Ada", 7),
        ({"allOf": [PERSON, {"type": "string"}]}, "Ada", {"name": "Ada"}),
        ({**PERSON, "allOf": [{"required": ["name"]}]}, {"name": "Ada"}, ["Ada"]),
        ({"not": PERSON}, {"name": 7}, {"name": "Ada"}),
        ({"type": "object", "properties": {"not": PERSON}}, {"not": {}}, {"not": "Ada"}),
    ],
)
def test_values_of_another_type_are_invalid(tmp_path: Path, schema: dict[str, Any], valid: Any, invalid: Any) -> None:
    api, _ = api_of(tmp_path, {"It": schema})
    validator = SchemaValidator(api)
    assert validator.is_valid(IT, valid)
    assert not validator.is_valid(IT, invalid)


@pytest.mark.parametrize("pointer", [f"{IT}/if", f"{IT}/not/properties/a", f"{IT}/allOf/0"])
def test_tests_and_conjuncts_imply_no_type(pointer: str) -> None:
    assert implied_type(PERSON, pointer) is None


def test_null_stays_where_another_keyword_can_allow_it(tmp_path: Path) -> None:
    base = {"type": ["object", "null"], **PERSON}
    api, _ = api_of(tmp_path, {"Base": base, "It": {**PERSON, "allOf": [{"$ref": "#/components/schemas/Base"}]}})
    assert SchemaValidator(api).is_valid(IT, None)


def test_a_text_as_example_of_an_object_is_replaced(tmp_path: Path) -> None:
    holder = {"type": "object", "required": ["who"], "properties": {"who": PERSON}, "example": {"who": "Ada"}}
    api, warnings = api_of(tmp_path, {"It": holder})
    assert isinstance(page(api, "valid")["who"], dict)
    assert ['"Ada" is not of type' in warning.message for warning in warnings] == [True]
