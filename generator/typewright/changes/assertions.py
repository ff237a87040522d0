"""Comparison of the assertions of schemas that types do not express: conditions, dependencies, patterns.

Each such keyword (JSON Schema 2020-12) is compared with the whole other schema (`typewright.schemas.containment`). If
that schema does not imply the keyword, it was added or removed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, TypeAlias

from msgspec import Struct, field

from typewright.base.json_value import JsonObject, JsonValue
from typewright.changes.bounds import ConstraintChange
from typewright.changes.change import Kind
from typewright.changes.shapes import value_text
from typewright.ir import Api
from typewright.schemas.conjunction import Conjunction, conjunction_of
from typewright.schemas.containment import Containment
from typewright.schemas.validation import schema_validator

_REFERENCE: Final = re.compile(r'\{"\$ref": "[01]#[^"]*"\}')
Assertion: TypeAlias = tuple[str, JsonObject]
"""The name of an assertion in messages, and a schema that has only this assertion."""

_SINGLE_KEYWORDS: Final = ("pattern", "propertyNames", "not", "unevaluatedProperties", "unevaluatedItems")
_NAMED_KEYWORDS: Final = ("dependentRequired", "dependentSchemas", "patternProperties")
UNIONS: Final = frozenset({"anyOf", "oneOf"})
_WITH_COMPANIONS: Final = {"if": ("if", "then", "else"), "contains": ("contains", "minContains", "maxContains")}


class AssertionComparison(Struct):
    """Compares the assertions of the schemas of two descriptions, `apis`."""

    apis: tuple[Api, Api]
    _resolved_links: dict[str, JsonValue] = field(default_factory=dict)

    def compare(
        self, old: str, new: str, *, declared: frozenset[str], without: frozenset[str]
    ) -> Iterator[ConstraintChange]:
        """Yield the changes between the assertions of the schemas at the pointers `old` and `new`.

        `declared` are the properties that the types of either side declare. `without` are the keywords of unions that
        are compared as types.
        """
        sides = self._schema(old, 0), self._schema(new, 1)
        before, after = (conjunction_of([schema], self._resolve_link) for schema in sides)
        has_patterns = any(_has_keyword(side, "patternProperties") for side in (before, after))
        lists = [
            tuple(_assertions(side, UNIONS - without, declared, has_patterns=has_patterns)) for side in (before, after)
        ]
        containment = Containment(self._resolve_link)
        lost, gained = (
            {name: schema for name, schema in assertions if not containment.contains(schema, other)}
            for assertions, other in zip(lists, reversed(sides), strict=True)
        )
        for name in dict.fromkeys((*lost, *gained)):
            earlier, current = lost.get(name, dict(lists[0]).get(name)), gained.get(name, dict(lists[1]).get(name))
            kind = (
                Kind.CHANGED if name in lost and name in gained else Kind.TIGHTENED if name in gained else Kind.LOOSENED
            )
            yield kind, _message(name, earlier, current)

    def contains(self, wide: tuple[str, int], narrow: tuple[str, int]) -> bool:
        """Return whether it can be proven that `wide` contains all values of `narrow`, both a pointer and a side."""
        return Containment(self._resolve_link).contains(self._schema(*wide), self._schema(*narrow))

    def _schema(self, pointer: str, side: int) -> JsonValue:
        validator = schema_validator(self.apis[side])
        return _without_null(_with_side(validator.schema(pointer), side))

    def _resolve_link(self, link: str) -> JsonValue:
        if link not in self._resolved_links:
            side, _, own_link = link.partition("#")
            self._resolved_links[link] = _with_side(
                schema_validator(self.apis[int(side)]).resolve_link(f"#{own_link}"), int(side)
            )
        return self._resolved_links[link]


def _with_side(schema: JsonValue, side: int) -> JsonValue:
    """Return a schema with references prefixed by the side of the description: `0#/$defs/3`."""
    if isinstance(schema, list):
        return [_with_side(item, side) for item in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: f"{side}{value}"
        if key == "$ref" and isinstance(value, str)
        else value
        if key in ("enum", "const")
        else _with_side(value, side)
        for key, value in schema.items()
    }


def _message(name: str, old: JsonObject | None, new: JsonObject | None) -> str:
    if new is None:
        return f"{name} is gone"
    now = f"{name} is {_assertion_text(new)} now"
    return f"{now}, there was none" if old is None else f"{now}, it was {_assertion_text(old)}"


def _assertion_text(assertion: JsonObject) -> str:
    """Return the text of an assertion for messages, without the targets of references."""
    value: JsonValue = next(iter(assertion.values())) if len(assertion) == 1 else assertion
    return _REFERENCE.sub("a type", value_text(value))


def _without_null(schema: JsonValue) -> JsonValue:
    """Return a schema without the alternative null that `nullable: true` is translated to."""
    branches = schema.get("anyOf") if isinstance(schema, dict) and len(schema) == 1 else None
    if isinstance(branches, list) and len(branches) == 2 and branches[1] == {"type": "null"}:
        return branches[0]
    return schema


def _assertions(
    schema: Conjunction, keywords: frozenset[str], declared: frozenset[str], *, has_patterns: bool
) -> Iterator[Assertion]:
    """Yield the assertions of a schema that its type does not express.

    `has_patterns` says that one of the schemas has `patternProperties`, so that types do not express
    `additionalProperties`.
    """
    for part in schema.schemas:
        for keyword in _SINGLE_KEYWORDS:
            if keyword in part:
                yield keyword, {keyword: part[keyword]}
        for keyword in sorted(keywords & UNIONS & part.keys()):
            yield keyword, {keyword: part[keyword]}
        for keyword, companions in _WITH_COMPANIONS.items():
            if keyword in part:
                yield "/".join(companions), {key: part[key] for key in companions if key in part}
        for keyword in _NAMED_KEYWORDS:
            members = part.get(keyword)
            for name, value in members.items() if isinstance(members, dict) else ():
                yield f"{keyword} of '{name}'", {keyword: {name: value}}
        required = part.get("required")
        for required_name in required if isinstance(required, list) else ():
            if required_name not in declared:
                yield f"required '{required_name}'", {"required": [required_name]}
        if has_patterns and "additionalProperties" in part:
            yield "additionalProperties beside patternProperties", _additional_properties(part, declared)


def _additional_properties(part: JsonObject, declared: frozenset[str]) -> JsonObject:
    """Return a schema for the properties that are not in `declared` and match none of the patterns of `part`."""
    patterns = part.get("patternProperties")
    return {
        "properties": dict.fromkeys(declared, True),
        "patternProperties": dict.fromkeys(patterns, True) if isinstance(patterns, dict) else {},
        "additionalProperties": part["additionalProperties"],
    }


def _has_keyword(schema: Conjunction, keyword: str) -> bool:
    return any(keyword in part for part in schema.schemas)
