"""Docstrings of types and fields."""

from __future__ import annotations

from collections.abc import Iterator

from typewright.ir import (
    ABSENT,
    NO_CONSTRAINTS,
    Constraints,
    Field,
    ListOf,
    MapOf,
    Model,
    ObjectModel,
    Operation,
    Scalar,
    not_null,
)
from typewright.targets.python.quoting import docstring, value_literal

_SPOKEN = (
    ("minimum", "at least {}"),
    ("exclusive_minimum", "more than {}"),
    ("maximum", "at most {}"),
    ("exclusive_maximum", "less than {}"),
    ("multiple_of", "a multiple of {}"),
    ("min_length", "at least {} characters"),
    ("max_length", "at most {} characters"),
    ("pattern", "matching {}"),
    ("min_items", "at least {} items"),
    ("max_items", "at most {} items"),
    ("min_properties", "at least {} properties"),
    ("max_properties", "at most {} properties"),
)

_ONE = {
    words: f"{words.removesuffix('ies')}y" if words.endswith("ies") else words.removesuffix("s")
    for _, words in _SPOKEN
    if words.endswith("s")
}
"""The singular of the words for characters, items and properties."""
_UNITS = ("x-unit", "x-units", "x-unit-of-measure")
"""Extensions that state the unit of a number, for which JSON Schema has no keyword."""


def model_docstring(model: Model, indent: str = "") -> str:
    """Return the docstring of a type: its description, its facts, and the address of its documentation."""
    parts = [model.annotations.description or model.annotations.title or ""]
    if isinstance(model, ObjectModel):
        parts += _sentence(_spoken(model.constraints))
    parts.append(f"Source: `{model.pointer}`")
    return docstring("\n\n".join(part.strip() for part in parts if part.strip()), indent)


def operation_docstring(operation: Operation) -> str:
    """Return the docstring of a type of an operation: the operation's method and path, summary and description."""
    parts = [f"{operation.http_method} {operation.path}", operation.summary or "", operation.description or ""]
    return docstring("\n\n".join(part.strip() for part in dict.fromkeys(parts) if part.strip()))


def field_docstring(field: Field, indent: str) -> str:
    """Return the docstring of a field: its description, its constraints, its unit and its default."""
    annotations, type_ = field.annotations, not_null(field.type)
    facts = list(_spoken(type_.constraints)) if isinstance(type_, Scalar | ListOf | MapOf) else []
    if isinstance(type_, Scalar) and type_.format is not None:
        facts.append(f"format {type_.format}")
    facts += [f"in {unit}" for name in _UNITS if isinstance(unit := annotations.extensions.get(name), str) and unit]
    if annotations.default is not ABSENT:
        facts.append(f"default {value_literal(annotations.default)}")
    parts = [annotations.description or "", *_sentence(facts)]
    return docstring("\n\n".join(part.strip() for part in parts if part.strip()), indent)


def _sentence(facts: Iterator[str] | list[str]) -> list[str]:
    text = ", ".join(facts)
    return [f"{text[0].upper()}{text[1:]}."] if text else []


def _spoken(constraints: Constraints) -> Iterator[str]:
    if constraints is NO_CONSTRAINTS:
        return
    for attribute, words in _SPOKEN:
        value = getattr(constraints, attribute)
        if value is not None:
            yield (_ONE.get(words, words) if value == 1 else words).format(value_literal(value))
    if constraints.unique_items:
        yield "no two items equal"
