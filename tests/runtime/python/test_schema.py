"""The validator for what no Python type can say, keyword by keyword (JSON Schema 2020-12)."""

from typing import Any

import pytest
from runtime.equality import has_duplicates, is_equal, is_multiple
from runtime.schema import Evaluation

CASES: list[tuple[Any, Any, str]] = [
    ({"type": ["string", "null"]}, None, ""),
    ({"type": "integer"}, 1.0, ""),
    ({"type": "integer"}, 1.5, "the value is not integer"),
    ({"type": "number"}, True, "the value is not number"),
    ({"enum": [1, "a"]}, True, "the value is not one of the values listed"),
    ({"const": {"a": [1]}}, {"a": [1.0]}, ""),
    ({"minimum": 3}, 2, "the value does not satisfy minimum"),
    ({"multipleOf": 0.01}, 19.99, ""),
    ({"multipleOf": 0.01}, 19.995, "the value does not satisfy multipleOf"),
    ({"pattern": "^a+$"}, "ab", "the value does not satisfy pattern"),
    ({"uniqueItems": True}, [1, True], ""),
    ({"uniqueItems": True}, [1, 1.0], "the value does not satisfy uniqueItems"),
    ({"properties": {"a": {"items": {"type": "string"}}}}, {"a": ["x", 1]}, "/a/1 is not string"),
    ({"patternProperties": {"^x": {"type": "string"}}}, {"x1": 1}, "/x1 is not string"),
    ({"properties": {"a": True}, "additionalProperties": False}, {"a": 1, "b": 2}, "/b is not allowed"),
    ({"propertyNames": {"maxLength": 2}}, {"abc": 1}, "the name 'abc' does not satisfy maxLength"),
    ({"required": ["a"]}, {}, "/a is required"),
    ({"dependentRequired": {"a": ["b"]}}, {"a": 1}, "/b is required beside 'a'"),
    ({"dependentSchemas": {"a": {"required": ["b"]}}}, {"a": 1}, "/b is required"),
    ({"prefixItems": [{"type": "string"}], "items": False}, ["a", 1], "/1 is not allowed"),
    ({"contains": {"const": 1}, "minContains": 2}, [1, 2], "the value has 1 items of the kind that 'contains' counts"),
    (
        {"oneOf": [{"minimum": 1}, {"minimum": 2}]},
        3,
        "the value satisfies 2 of the 2 branches of oneOf, not exactly one",
    ),
    ({"anyOf": [{"minimum": 5}, {"type": "string"}]}, 3, "the value satisfies 0 of the 2 branches of anyOf"),
    ({"allOf": [{"minimum": 5}]}, 3, "the value does not satisfy minimum"),
    ({"not": {"type": "string"}}, "a", "the value satisfies what 'not' excludes"),
    ({"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": False}, {"a": 1}, "/b is required"),
    ({"$ref": "#/tree"}, {"child": {"child": 1}}, "/child/child is not object"),
    (
        {"allOf": [{"properties": {"a": True}}], "unevaluatedProperties": False},
        {"a": 1, "b": 2},
        "/b is not allowed",
    ),
    ({"prefixItems": [True], "unevaluatedItems": {"type": "string"}}, [1, 2], "/1 is not string"),
]
TREE = {"#/tree": {"type": "object", "properties": {"child": {"$ref": "#/tree"}}}}


@pytest.mark.parametrize(("schema", "value", "problem"), CASES)
def test_a_keyword_says_what_is_wrong_and_where(schema: Any, value: Any, problem: str) -> None:
    assert Evaluation(TREE).evaluate(schema, value).problem == problem


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [(1, 1.0, True), (1, True, False), ([1, {"a": 2}], [1.0, {"a": 2}], True), ("1", 1, False), (None, False, False)],
)
def test_values_are_equal_as_json_has_them(first: Any, second: Any, expected: bool) -> None:
    assert is_equal(first, second) is expected
    assert has_duplicates([first, second]) is expected


@pytest.mark.parametrize(
    ("value", "factor", "expected"),
    [
        (9, 3, True),
        (10, 3, False),
        (0.3, 0.1, True),
        (float("inf"), 1, False),
        (float("nan"), 1, False),
        (10**400, 2, True),
    ],
)
def test_a_multiple_is_taken_as_it_is_written(value: Any, factor: Any, expected: bool) -> None:
    assert is_multiple(value, factor) is expected
