"""Runtime of orq_images, the same in every package."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from typing import Any

from .values import is_array, is_object


class Outcome:
    """What a schema says of a value: the first problem, or which properties and items it looked at."""

    __slots__ = ("items", "problem", "properties")

    def __init__(self, problem: str = "") -> None:
        """Begin with nothing looked at."""
        self.problem = problem
        self.properties: set[str] = set()
        self.items: set[int] = set()

    def add(self, other: Outcome) -> None:
        """Take over what a schema on the same value looked at."""
        self.properties |= other.properties
        self.items |= other.items


_Keyword = Callable[["Evaluation", dict[str, Any], Any, str, Outcome], str]


class Evaluation:
    """Holds values against schemas of JSON Schema 2020-12; `schemas` has those that a `$ref` names.

    References and patterns are as the generator leaves them: the former names in `schemas`, the latter Python's.
    """

    def __init__(self, schemas: dict[str, Any]) -> None:
        """Take the schemas by name."""
        self.schemas = schemas

    def evaluate(self, schema: Any, value: Any, path: str = "") -> Outcome:
        """Return what `schema` says of a JSON value; `path` says in messages where the value stands."""
        if schema is True or schema is False:
            return Outcome("" if schema else f"{path or 'the value'} is not allowed")
        outcome = Outcome()
        for keyword, check in _KEYWORDS.items():
            if keyword in schema:
                outcome.problem = check(self, schema, value, path, outcome)
                if outcome.problem:
                    return outcome
        return outcome

    def holds(self, schema: Any, value: Any) -> bool:
        """Whether a schema admits a value."""
        return not self.evaluate(schema, value).problem


def equal(first: Any, second: Any) -> bool:
    """Whether two JSON values are equal: `1` and `1.0` are, `1` and `true` are not."""
    if isinstance(first, bool) or isinstance(second, bool):
        return first is second
    if is_array(first) and is_array(second):
        return len(first) == len(second) and all(map(equal, first, second))
    if is_object(first) and is_object(second):
        return first.keys() == second.keys() and all(
            equal(value, second[name]) for name, value in first.items()
        )
    both_numbers = _is_number(first) and _is_number(second)
    return (both_numbers or type(first) is type(second)) and bool(first == second)


def has_duplicates(items: list[Any]) -> bool:
    """Whether two of the items are equal."""
    if all(type(item) is str for item in items):
        return len(set(items)) < len(items)
    return any(
        equal(item, other)
        for index, item in enumerate(items)
        for other in items[:index]
    )


def is_multiple(value: Any, factor: Any) -> bool:
    """Whether a number is a whole multiple of another, both taken as they are written."""
    if isinstance(value, int) and isinstance(factor, int):
        return value % factor == 0
    if value in (float("inf"), float("-inf")) or value != value:
        return False
    return (Fraction(str(value)) / Fraction(str(factor))).denominator == 1


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


_TYPES: dict[str, Callable[[Any], bool]] = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: _is_number(value) and value % 1 == 0,
    "number": _is_number,
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
    listed = any(equal(each, value) for each in schema["enum"])
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
        if equal(schema["const"], value)
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
    """Return the check of a keyword that counts how many of its branches hold."""

    def check(
        evaluation: Evaluation,
        schema: dict[str, Any],
        value: Any,
        path: str,
        outcome: Outcome,
    ) -> str:
        branches = schema[keyword]
        outcomes = [evaluation.evaluate(branch, value, path) for branch in branches]
        held = [each for each in outcomes if not each.problem]
        for each in held:
            outcome.add(each)
        if admits(len(held), len(branches)):
            return ""
        only = (
            next((each.problem for each in outcomes if each.problem), "")
            if keyword == "allOf"
            else ""
        )
        return (
            only
            or f"{path or 'the value'} satisfies {len(held)} of the {len(branches)} branches of {keyword}{words}"
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
        if evaluation.holds(schema["not"], value)
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


def _properties(
    evaluation: Evaluation,
    schema: dict[str, Any],
    value: Any,
    path: str,
    outcome: Outcome,
) -> str:
    if not is_object(value):
        return ""
    for name, below in schema["properties"].items():
        if name in value:
            outcome.properties.add(name)
            problem = evaluation.evaluate(below, value[name], f"{path}/{name}").problem
            if problem:
                return problem
    return ""


def _pattern_properties(
    evaluation: Evaluation,
    schema: dict[str, Any],
    value: Any,
    path: str,
    outcome: Outcome,
) -> str:
    if not is_object(value):
        return ""
    for pattern, below in schema["patternProperties"].items():
        for name, each in value.items():
            if _compiled(pattern).search(name):
                outcome.properties.add(name)
                problem = evaluation.evaluate(below, each, f"{path}/{name}").problem
                if problem:
                    return problem
    return ""


def _additional(
    evaluation: Evaluation,
    schema: dict[str, Any],
    value: Any,
    path: str,
    outcome: Outcome,
) -> str:
    if not is_object(value):
        return ""
    patterns = schema.get("patternProperties", ())
    for name, each in value.items():
        if name not in schema.get("properties", ()) and not any(
            _compiled(pattern).search(name) for pattern in patterns
        ):
            outcome.properties.add(name)
            problem = evaluation.evaluate(
                schema["additionalProperties"], each, f"{path}/{name}"
            ).problem
            if problem:
                return problem
    return ""


def _names(
    evaluation: Evaluation,
    schema: dict[str, Any],
    value: Any,
    path: str,
    outcome: Outcome,
) -> str:
    for name in value if is_object(value) else ():
        problem = evaluation.evaluate(
            schema["propertyNames"], name, f"the name {name!r}"
        ).problem
        if problem:
            return problem
    return ""


def _required(
    evaluation: Evaluation,
    schema: dict[str, Any],
    value: Any,
    path: str,
    outcome: Outcome,
) -> str:
    if is_object(value):
        for name in schema["required"]:
            if name not in value:
                return f"{path}/{name} is required"
    return ""


def _dependent_required(
    evaluation: Evaluation,
    schema: dict[str, Any],
    value: Any,
    path: str,
    outcome: Outcome,
) -> str:
    if is_object(value):
        for name, needed in schema["dependentRequired"].items():
            for other in needed if name in value else ():
                if other not in value:
                    return f"{path}/{other} is required beside {name!r}"
    return ""


def _dependent(
    evaluation: Evaluation,
    schema: dict[str, Any],
    value: Any,
    path: str,
    outcome: Outcome,
) -> str:
    if is_object(value):
        for name, below in schema["dependentSchemas"].items():
            if name in value:
                result = evaluation.evaluate(below, value, path)
                outcome.add(result)
                if result.problem:
                    return result.problem
    return ""


def _prefix(
    evaluation: Evaluation,
    schema: dict[str, Any],
    value: Any,
    path: str,
    outcome: Outcome,
) -> str:
    for index, (below, item) in enumerate(
        zip(schema["prefixItems"], value if is_array(value) else [])
    ):
        outcome.items.add(index)
        problem = evaluation.evaluate(below, item, f"{path}/{index}").problem
        if problem:
            return problem
    return ""


def _items(
    evaluation: Evaluation,
    schema: dict[str, Any],
    value: Any,
    path: str,
    outcome: Outcome,
) -> str:
    start = len(schema.get("prefixItems", ()))
    for index, item in enumerate(value[start:] if is_array(value) else [], start):
        outcome.items.add(index)
        problem = evaluation.evaluate(schema["items"], item, f"{path}/{index}").problem
        if problem:
            return problem
    return ""


def _contains(
    evaluation: Evaluation,
    schema: dict[str, Any],
    value: Any,
    path: str,
    outcome: Outcome,
) -> str:
    if not is_array(value):
        return ""
    found = [
        index
        for index, item in enumerate(value)
        if evaluation.holds(schema["contains"], item)
    ]
    outcome.items.update(found)
    most = schema.get("maxContains")
    if len(found) < schema.get("minContains", 1) or (
        most is not None and len(found) > most
    ):
        return f"{path or 'the value'} has {len(found)} items of the kind that 'contains' counts"
    return ""


def _unevaluated_properties(
    evaluation: Evaluation,
    schema: dict[str, Any],
    value: Any,
    path: str,
    outcome: Outcome,
) -> str:
    for name in value if is_object(value) else ():
        if name not in outcome.properties:
            problem = evaluation.evaluate(
                schema["unevaluatedProperties"], value[name], f"{path}/{name}"
            ).problem
            if problem:
                return problem
            outcome.properties.add(name)
    return ""


def _unevaluated_items(
    evaluation: Evaluation,
    schema: dict[str, Any],
    value: Any,
    path: str,
    outcome: Outcome,
) -> str:
    for index, item in enumerate(value if is_array(value) else ()):
        if index not in outcome.items:
            problem = evaluation.evaluate(
                schema["unevaluatedItems"], item, f"{path}/{index}"
            ).problem
            if problem:
                return problem
            outcome.items.add(index)
    return ""


_TEXT, _ARRAY, _OBJECT = _TYPES["string"], _TYPES["array"], _TYPES["object"]
_KEYWORDS: dict[str, _Keyword] = {
    "type": _type,
    "enum": _enum,
    "const": _const,
    "minimum": _assertion("minimum", _is_number, lambda value, bound: value >= bound),
    "maximum": _assertion("maximum", _is_number, lambda value, bound: value <= bound),
    "exclusiveMinimum": _assertion(
        "exclusiveMinimum", _is_number, lambda value, bound: value > bound
    ),
    "exclusiveMaximum": _assertion(
        "exclusiveMaximum", _is_number, lambda value, bound: value < bound
    ),
    "multipleOf": _assertion("multipleOf", _is_number, is_multiple),
    "minLength": _assertion(
        "minLength", _TEXT, lambda value, bound: len(value) >= bound
    ),
    "maxLength": _assertion(
        "maxLength", _TEXT, lambda value, bound: len(value) <= bound
    ),
    "pattern": _assertion(
        "pattern",
        _TEXT,
        lambda value, bound: _compiled(bound).search(value) is not None,
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
    "required": _required,
    "dependentRequired": _dependent_required,
    "propertyNames": _names,
    "properties": _properties,
    "patternProperties": _pattern_properties,
    "additionalProperties": _additional,
    "dependentSchemas": _dependent,
    "prefixItems": _prefix,
    "items": _items,
    "contains": _contains,
    "$ref": _ref,
    "allOf": _combined("allOf", lambda held, all_: held == all_, ""),
    "anyOf": _combined("anyOf", lambda held, all_: held > 0, ""),
    "oneOf": _combined("oneOf", lambda held, all_: held == 1, ", not exactly one"),
    "not": _not,
    "if": _if,
    "unevaluatedProperties": _unevaluated_properties,
    "unevaluatedItems": _unevaluated_items,
}
"""The keywords in the order in which they are looked at: those that need what others looked at come last."""
