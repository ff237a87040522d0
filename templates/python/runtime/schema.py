"""A validator for JSON Schema 2020-12, for the keywords that no Python type expresses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .array_keywords import (
    check_contains,
    check_items,
    check_prefix_items,
    check_unevaluated_items,
)
from .equality import has_duplicates, is_equal, is_multiple, is_number
from .object_keywords import (
    check_additional_properties,
    check_dependent_required,
    check_dependent_schemas,
    check_pattern_properties,
    check_properties,
    check_property_names,
    check_required,
    check_unevaluated_properties,
    compiled,
)
from .values import is_array, is_object


class Outcome:
    """The outcome of a schema for a value: the first problem, and the evaluated properties and items."""

    __slots__ = ("items", "problem", "properties")

    def __init__(self, problem: str = "") -> None:
        """Begin without evaluated properties and items."""
        self.problem = problem
        self.properties: set[str] = set()
        self.items: set[int] = set()

    def add(self, other: Outcome) -> None:
        """Adopt the evaluated properties and items of a schema on the same value."""
        self.properties |= other.properties
        self.items |= other.items


_Keyword = Callable[["Evaluation", dict[str, Any], Any, str, Outcome], str]


class Evaluation:
    """Validates values against schemas of JSON Schema 2020-12; `schemas` has the targets of `$ref`.

    References and patterns are as the generator leaves them: the former names in `schemas`, the latter Python's.
    """

    def __init__(self, schemas: dict[str, Any]) -> None:
        """Take the schemas by name."""
        self.schemas = schemas

    def evaluate(self, schema: Any, value: Any, path: str = "") -> Outcome:
        """Return the outcome of `schema` for a JSON value; messages name it by `path`."""
        if schema is True or schema is False:
            return Outcome("" if schema else f"{path or 'the value'} is not allowed")
        outcome = Outcome()
        for keyword, check in _KEYWORDS.items():
            if keyword in schema:
                outcome.problem = check(self, schema, value, path, outcome)
                if outcome.problem:
                    return outcome
        return outcome

    def is_valid(self, schema: Any, value: Any) -> bool:
        """Return whether a value is valid against a schema."""
        return not self.evaluate(schema, value).problem


_TYPES: dict[str, Callable[[Any], bool]] = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: is_number(value) and value % 1 == 0,
    "number": is_number,
    "boolean": lambda value: isinstance(value, bool),
    "array": is_array,
    "object": is_object,
    "null": lambda value: value is None,
}


def _type(
    evaluation: Evaluation,
    schema: dict[str, Any],
    value: Any,
    path: str,
    outcome: Outcome,
) -> str:
    written = schema["type"]
    names: list[str] = written if is_array(written) else [written]
    if value is None and schema.get("nullable") is True:
        return ""
    return (
        ""
        if any(_TYPES[name](value) for name in names)
        else f"{path or 'the value'} is not {' or '.join(names)}"
    )


def _enum(
    evaluation: Evaluation,
    schema: dict[str, Any],
    value: Any,
    path: str,
    outcome: Outcome,
) -> str:
    listed = any(is_equal(allowed, value) for allowed in schema["enum"])
    return "" if listed else f"{path or 'the value'} is not one of the values listed"


def _const(
    evaluation: Evaluation,
    schema: dict[str, Any],
    value: Any,
    path: str,
    outcome: Outcome,
) -> str:
    return (
        ""
        if is_equal(schema["const"], value)
        else f"{path or 'the value'} is not the constant"
    )


def _assertion(
    keyword: str, applies: Callable[[Any], bool], holds: Callable[[Any, Any], bool]
) -> _Keyword:
    """Return the check of a keyword that bounds the values of one type."""

    def check(
        evaluation: Evaluation,
        schema: dict[str, Any],
        value: Any,
        path: str,
        outcome: Outcome,
    ) -> str:
        bound = schema[keyword]
        return (
            f"{path or 'the value'} does not satisfy {keyword}"
            if applies(value) and not holds(value, bound)
            else ""
        )

    return check


def _combined(keyword: str, admits: Callable[[int, int], bool], words: str) -> _Keyword:
    """Return the check of a keyword that counts its valid branches."""

    def check(
        evaluation: Evaluation,
        schema: dict[str, Any],
        value: Any,
        path: str,
        outcome: Outcome,
    ) -> str:
        branches = schema[keyword]
        outcomes = [evaluation.evaluate(branch, value, path) for branch in branches]
        valid = [result for result in outcomes if not result.problem]
        for result in valid:
            outcome.add(result)
        if admits(len(valid), len(branches)):
            return ""
        only = (
            next((result.problem for result in outcomes if result.problem), "")
            if keyword == "allOf"
            else ""
        )
        return (
            only
            or f"{path or 'the value'} satisfies {len(valid)} of the {len(branches)} branches of {keyword}{words}"
        )

    return check


def _not(
    evaluation: Evaluation,
    schema: dict[str, Any],
    value: Any,
    path: str,
    outcome: Outcome,
) -> str:
    return (
        f"{path or 'the value'} satisfies what 'not' excludes"
        if evaluation.is_valid(schema["not"], value)
        else ""
    )


def _if(
    evaluation: Evaluation,
    schema: dict[str, Any],
    value: Any,
    path: str,
    outcome: Outcome,
) -> str:
    condition = evaluation.evaluate(schema["if"], value, path)
    if not condition.problem:
        outcome.add(condition)
    branch = evaluation.evaluate(
        schema.get("else" if condition.problem else "then", True), value, path
    )
    outcome.add(branch)
    return branch.problem


def _ref(
    evaluation: Evaluation,
    schema: dict[str, Any],
    value: Any,
    path: str,
    outcome: Outcome,
) -> str:
    target = evaluation.evaluate(evaluation.schemas[schema["$ref"]], value, path)
    outcome.add(target)
    return target.problem


_TEXT, _ARRAY, _OBJECT = _TYPES["string"], _TYPES["array"], _TYPES["object"]
_KEYWORDS: dict[str, _Keyword] = {
    "type": _type,
    "enum": _enum,
    "const": _const,
    "minimum": _assertion("minimum", is_number, lambda value, bound: value >= bound),
    "maximum": _assertion("maximum", is_number, lambda value, bound: value <= bound),
    "exclusiveMinimum": _assertion(
        "exclusiveMinimum", is_number, lambda value, bound: value > bound
    ),
    "exclusiveMaximum": _assertion(
        "exclusiveMaximum", is_number, lambda value, bound: value < bound
    ),
    "multipleOf": _assertion("multipleOf", is_number, is_multiple),
    "minLength": _assertion(
        "minLength", _TEXT, lambda value, bound: len(value) >= bound
    ),
    "maxLength": _assertion(
        "maxLength", _TEXT, lambda value, bound: len(value) <= bound
    ),
    "pattern": _assertion(
        "pattern",
        _TEXT,
        lambda value, bound: compiled(bound).search(value) is not None,
    ),
    "minItems": _assertion(
        "minItems", _ARRAY, lambda value, bound: len(value) >= bound
    ),
    "maxItems": _assertion(
        "maxItems", _ARRAY, lambda value, bound: len(value) <= bound
    ),
    "uniqueItems": _assertion(
        "uniqueItems",
        _ARRAY,
        lambda value, bound: not (bound and has_duplicates(value)),
    ),
    "minProperties": _assertion(
        "minProperties", _OBJECT, lambda value, bound: len(value) >= bound
    ),
    "maxProperties": _assertion(
        "maxProperties", _OBJECT, lambda value, bound: len(value) <= bound
    ),
    "required": check_required,
    "dependentRequired": check_dependent_required,
    "propertyNames": check_property_names,
    "properties": check_properties,
    "patternProperties": check_pattern_properties,
    "additionalProperties": check_additional_properties,
    "dependentSchemas": check_dependent_schemas,
    "prefixItems": check_prefix_items,
    "items": check_items,
    "contains": check_contains,
    "$ref": _ref,
    "allOf": _combined("allOf", lambda valid, all_: valid == all_, ""),
    "anyOf": _combined("anyOf", lambda valid, all_: valid > 0, ""),
    "oneOf": _combined("oneOf", lambda valid, all_: valid == 1, ", not exactly one"),
    "not": _not,
    "if": _if,
    "unevaluatedProperties": check_unevaluated_properties,
    "unevaluatedItems": check_unevaluated_items,
}
"""The keywords in the order of evaluation: the `unevaluated` ones come last."""
