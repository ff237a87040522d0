"""The keywords of JSON Schema 2020-12 that apply to the items of arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .values import is_array

if TYPE_CHECKING:
    from .schema import Evaluation, Outcome


def check_prefix_items(
    evaluation: Evaluation,
    schema: dict[str, Any],
    value: Any,
    path: str,
    outcome: Outcome,
) -> str:
    """Check `prefixItems` (10.3.1.1); return the first problem, or an empty text."""
    for index, (below, item) in enumerate(
        zip(schema["prefixItems"], value if is_array(value) else [], strict=False)
    ):
        outcome.items.add(index)
        problem = evaluation.evaluate(below, item, f"{path}/{index}").problem
        if problem:
            return problem
    return ""


def check_items(
    evaluation: Evaluation,
    schema: dict[str, Any],
    value: Any,
    path: str,
    outcome: Outcome,
) -> str:
    """Check `items` (10.3.1.2); return the first problem, or an empty text."""
    start = len(schema.get("prefixItems", ()))
    for index, item in enumerate(value[start:] if is_array(value) else [], start):
        outcome.items.add(index)
        problem = evaluation.evaluate(schema["items"], item, f"{path}/{index}").problem
        if problem:
            return problem
    return ""


def check_contains(
    evaluation: Evaluation,
    schema: dict[str, Any],
    value: Any,
    path: str,
    outcome: Outcome,
) -> str:
    """Check `contains` with its counts (10.3.1.3); return the first problem, or an empty text."""
    if not is_array(value):
        return ""
    found = [
        index
        for index, item in enumerate(value)
        if evaluation.is_valid(schema["contains"], item)
    ]
    outcome.items.update(found)
    most = schema.get("maxContains")
    if len(found) < schema.get("minContains", 1) or (
        most is not None and len(found) > most
    ):
        return f"{path or 'the value'} has {len(found)} items of the kind that 'contains' counts"
    return ""


def check_unevaluated_items(
    evaluation: Evaluation,
    schema: dict[str, Any],
    value: Any,
    path: str,
    outcome: Outcome,
) -> str:
    """Check `unevaluatedItems` (11.2); return the first problem, or an empty text."""
    for index, item in enumerate(value if is_array(value) else ()):
        if index not in outcome.items:
            problem = evaluation.evaluate(
                schema["unevaluatedItems"], item, f"{path}/{index}"
            ).problem
            if problem:
                return problem
            outcome.items.add(index)
    return ""
