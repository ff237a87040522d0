# Typewright's runtime, copied as it is; its digest is 7339b4f3c88a0f09.
"""The keywords of JSON Schema 2020-12 that apply to the properties of objects."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from .values import is_object

if TYPE_CHECKING:
    from .schema import Evaluation, Outcome


@lru_cache(maxsize=512)
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern, compiled once."""
    return re.compile(pattern)


def check_properties(
    evaluation: Evaluation,
    schema: dict[str, Any],
    value: Any,
    path: str,
    outcome: Outcome,
) -> str:
    """Check `properties` (JSON Schema 2020-12, core, 10.3.2.1); return the first problem, or an empty text."""
    if not is_object(value):
        return ""
    for name, below in schema["properties"].items():
        if name in value:
            outcome.properties.add(name)
            problem = evaluation.evaluate(below, value[name], f"{path}/{name}").problem
            if problem:
                return problem
    return ""


def check_pattern_properties(
    evaluation: Evaluation,
    schema: dict[str, Any],
    value: Any,
    path: str,
    outcome: Outcome,
) -> str:
    """Check `patternProperties` (10.3.2.2); return the first problem, or an empty text."""
    if not is_object(value):
        return ""
    for pattern, below in schema["patternProperties"].items():
        for name, member in value.items():
            if compiled(pattern).search(name):
                outcome.properties.add(name)
                problem = evaluation.evaluate(below, member, f"{path}/{name}").problem
                if problem:
                    return problem
    return ""


def check_additional_properties(
    evaluation: Evaluation,
    schema: dict[str, Any],
    value: Any,
    path: str,
    outcome: Outcome,
) -> str:
    """Check `additionalProperties` (10.3.2.3); return the first problem, or an empty text."""
    if not is_object(value):
        return ""
    patterns = schema.get("patternProperties", ())
    for name, member in value.items():
        if name not in schema.get("properties", ()) and not any(
            compiled(pattern).search(name) for pattern in patterns
        ):
            outcome.properties.add(name)
            problem = evaluation.evaluate(
                schema["additionalProperties"], member, f"{path}/{name}"
            ).problem
            if problem:
                return problem
    return ""


def check_property_names(
    evaluation: Evaluation,
    schema: dict[str, Any],
    value: Any,
    path: str,
    outcome: Outcome,
) -> str:
    """Check `propertyNames` (10.3.2.4); return the first problem, or an empty text."""
    for name in value if is_object(value) else ():
        problem = evaluation.evaluate(
            schema["propertyNames"], name, f"the name {name!r}"
        ).problem
        if problem:
            return problem
    return ""


def check_required(
    evaluation: Evaluation,
    schema: dict[str, Any],
    value: Any,
    path: str,
    outcome: Outcome,
) -> str:
    """Check `required` (validation, 6.5.3); return the first problem, or an empty text."""
    if is_object(value):
        for name in schema["required"]:
            if name not in value:
                return f"{path}/{name} is required"
    return ""


def check_dependent_required(
    evaluation: Evaluation,
    schema: dict[str, Any],
    value: Any,
    path: str,
    outcome: Outcome,
) -> str:
    """Check `dependentRequired` (validation, 6.5.4); return the first problem, or an empty text."""
    if is_object(value):
        for name, needed in schema["dependentRequired"].items():
            for other in needed if name in value else ():
                if other not in value:
                    return f"{path}/{other} is required beside {name!r}"
    return ""


def check_dependent_schemas(
    evaluation: Evaluation,
    schema: dict[str, Any],
    value: Any,
    path: str,
    outcome: Outcome,
) -> str:
    """Check `dependentSchemas` (10.2.2.4); return the first problem, or an empty text."""
    if is_object(value):
        for name, below in schema["dependentSchemas"].items():
            if name in value:
                result = evaluation.evaluate(below, value, path)
                outcome.add(result)
                if result.problem:
                    return result.problem
    return ""


def check_unevaluated_properties(
    evaluation: Evaluation,
    schema: dict[str, Any],
    value: Any,
    path: str,
    outcome: Outcome,
) -> str:
    """Check `unevaluatedProperties` (11.3); return the first problem, or an empty text."""
    for name in value if is_object(value) else ():
        if name not in outcome.properties:
            problem = evaluation.evaluate(
                schema["unevaluatedProperties"], value[name], f"{path}/{name}"
            ).problem
            if problem:
                return problem
            outcome.properties.add(name)
    return ""
