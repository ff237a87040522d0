"""The constraints of a schema in words, for tables: default, limits, lengths, pattern, format, allowed values."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping

from typewright.ir import (
    ABSENT,
    AliasModel,
    Constraints,
    EnumModel,
    ListOf,
    Literal,
    MapOf,
    Model,
    Nullable,
    Ref,
    Scalar,
    TypeExpr,
    UnionModel,
    not_null,
)
from typewright.pages.prose import code_text

_MOST_VALUES = 12
"""The number of allowed values from which they are listed only on the page of the enumeration."""


def constraint_text(type_: TypeExpr, models: Mapping[str, Model], shown_formats: Collection[str] = ()) -> str:
    """Return markdown sentences about the constraints of `type_`; an empty text without constraints.

    `shown_formats` are those that the type beside the text shows by itself, as that of a time does.
    """
    return " ".join(f"{sentence}." for sentence in _sentences(type_, models, shown_formats))


def _sentences(type_: TypeExpr, models: Mapping[str, Model], shown_formats: Collection[str]) -> Iterator[str]:
    if type_.annotations.default is not ABSENT:
        yield f"Default: {code(json.dumps(type_.annotations.default, ensure_ascii=False))}"
    if isinstance(type_, Nullable):
        yield "Can be null"
    bare = not_null(type_)
    if isinstance(bare, Ref) and isinstance(alias := models[bare.id], AliasModel):
        bare = not_null(alias.type)
    match bare:
        case Ref(id=id_) if isinstance(model := models[id_], EnumModel):
            values = [code(str(value.value)) for value in model.values]
            if len(values) <= _MOST_VALUES:
                yield f"Allowed: {', '.join(values)}"
        case Literal(value=value):
            yield f"Always {code(json.dumps(value, ensure_ascii=False))}"
        case Scalar(format=format_, constraints=constraints):
            if format_ is not None and format_ not in shown_formats:
                yield f"Format: {code(str(format_))}"
            yield from _constraints(constraints)
        case ListOf(constraints=constraints) | MapOf(constraints=constraints):
            yield from _constraints(constraints)


def discriminator_text(model: UnionModel) -> str:
    """Return the property that tells the members of a union apart, as code; empty if there is none."""
    name = (model.discriminator or {}).get("propertyName")
    return code(name) if isinstance(name, str) else ""


def _constraints(constraints: Constraints) -> Iterator[str]:
    if constraints.exclusive_minimum is not None:
        yield f"Greater than {constraints.exclusive_minimum}"
    for low, high, unit in (
        (constraints.minimum, constraints.maximum, ""),
        (constraints.min_length, constraints.max_length, "characters"),
        (constraints.min_items, constraints.max_items, "items"),
        (constraints.min_properties, constraints.max_properties, "properties"),
    ):
        yield from _range(low, high, unit)
    if constraints.exclusive_maximum is not None:
        yield f"Less than {constraints.exclusive_maximum}"
    if constraints.multiple_of is not None:
        yield f"A multiple of {constraints.multiple_of}"
    if constraints.unique_items:
        yield "Items are unique"
    if constraints.pattern is not None:
        yield f"Pattern: {code(constraints.pattern)}"


def _range(low: float | None, high: float | None, unit: str) -> Iterator[str]:
    """Yield a sentence about both ends of a range; `unit` names the counted items."""
    counted = f" {unit}" if unit else ""
    if low is not None and high is not None:
        yield f"Exactly {low}{counted}" if low == high else f"Between {low} and {high}{counted}"
    elif low is not None:
        yield f"At least {low}{counted}"
    elif high is not None:
        yield f"At most {high}{counted}"


def code(text: str) -> str:
    """Return a text as a code span, with delimiters that fit its backticks (CommonMark, 6.1)."""
    text = code_text(text) or " "
    ticks = "`"
    while ticks in text:
        ticks += "`"
    padding = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{padding}{text}{padding}{ticks}"
