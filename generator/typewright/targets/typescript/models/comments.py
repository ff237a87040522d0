"""Conversion of annotations and assertions of a schema to the JSDoc comment of its type or property."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from typewright.ir import (
    ABSENT,
    NO_CONSTRAINTS,
    Annotations,
    Constraints,
    ListOf,
    MapOf,
    Operation,
    Scalar,
    TypeExpr,
    not_null,
)
from typewright.targets.typescript.quoting import comment_lines, doc_comment, json_literal

_NUMBERS = (
    ("minimum", "minimum"),
    ("maximum", "maximum"),
    ("exclusiveMinimum", "exclusive_minimum"),
    ("exclusiveMaximum", "exclusive_maximum"),
    ("multipleOf", "multiple_of"),
    ("minLength", "min_length"),
    ("maxLength", "max_length"),
    ("minItems", "min_items"),
    ("maxItems", "max_items"),
    ("minProperties", "min_properties"),
    ("maxProperties", "max_properties"),
)
"""Tags that take a number, each with the name of its constraint."""


def comment_on_model(annotations: Annotations, constraints: Constraints = NO_CONSTRAINTS) -> str:
    """Return the comment above a declaration, or nothing."""
    return _comment(annotations, [*_constraint_tags(constraints)], "")


def comment_on_property(type_: TypeExpr, indent: str) -> str:
    """Return the comment above a property, `indent` before each line, or nothing."""
    inner = not_null(type_)
    tags: list[str] = []
    if isinstance(inner, Scalar) and inner.format is not None:
        tags.append(f"@format {inner.format}")
    if isinstance(inner, Scalar | ListOf | MapOf) and inner.constraints is not NO_CONSTRAINTS:
        tags += _constraint_tags(inner.constraints)
    return _comment(_described(type_.annotations, inner.annotations), tags, indent)


def _described(own: Annotations, inner: Annotations) -> Annotations:
    """Return the annotations of a property, with the description of its type without null where it has none."""
    return own if own.description or not inner.description else replace(own, description=inner.description)


def comment_on_value(description: str | None, indent: str) -> str:
    """Return the comment above one value of an enumeration, or nothing."""
    return doc_comment(comment_lines(description or ""), indent)


def comment_on_operation(operation: Operation) -> str:
    """Return the comment above a request: the operation's method and path, and its description."""
    summary = operation.summary or operation.description or ""
    lines = comment_lines(f"{operation.http_method} {operation.path}")
    return doc_comment([*lines, "", *comment_lines(summary)] if summary.strip() else lines)


def _comment(annotations: Annotations, tags: list[str], indent: str) -> str:
    lines = comment_lines(annotations.description) if annotations.description else []
    if annotations.default is not ABSENT:
        tags = [f"@default {json_literal(annotations.default)}", *tags]
    if annotations.deprecated:
        tags = [f"@deprecated {annotations.deprecation_message or ''}", *tags]
    if lines and tags:
        lines.append("")
    for tag in tags:
        lines += _tag_lines(tag)
    return doc_comment(lines, indent)


def _tag_lines(tag: str) -> list[str]:
    """Return a generated tag, whose text after its first character is quoted like that of a description."""
    first, *further = comment_lines(tag[1:])
    return [f"@{first}", *further]


def _constraint_tags(constraints: Constraints) -> Iterator[str]:
    """Yield the assertions as tags named by their JSON Schema keyword."""
    for keyword, attribute in _NUMBERS:
        value = getattr(constraints, attribute)
        if value is not None:
            yield f"@{keyword} {json_literal(value)}"
    if constraints.pattern is not None:
        yield f"@pattern {constraints.pattern}"
    if constraints.unique_items:
        yield "@uniqueItems"
