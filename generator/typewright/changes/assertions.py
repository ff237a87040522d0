"""Comparison of the assertions of schemas that types do not hold: conditions, dependencies, patterns.

The keywords are those of JSON Schema 2020-12 that apply to a value as a whole. Each is held against all that the other
schema says (`typewright.schemas.containment`): what is not implied there was added or removed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from typewright.base.json_value import JsonObject, JsonValue
from typewright.changes.bounds import Step
from typewright.changes.change import Kind
from typewright.changes.shapes import shown
from typewright.ir import Api
from typewright.schemas.conjunction import Conjunction, conjunction_of
from typewright.schemas.containment import Containment
from typewright.schemas.validation import schema_validator

_REFERENCE: Final = re.compile(r'\{"\$ref": "[01]#[^"]*"\}')
Assertion: TypeAlias = tuple[str, JsonObject]
"""What messages call an assertion, and the schema that asserts it alone."""

_WHOLE: Final = ("pattern", "propertyNames", "not", "unevaluatedProperties", "unevaluatedItems")
_BY_NAME: Final = ("dependentRequired", "dependentSchemas", "patternProperties")
UNIONS: Final = frozenset({"anyOf", "oneOf"})
_WITH_COMPANIONS: Final = {"if": ("if", "then", "else"), "contains": ("contains", "minContains", "maxContains")}


@dataclass(slots=True)
class AssertionComparison:
    """Compares the assertions of schemas of two descriptions."""

    apis: tuple[Api, Api]
    _tagged: dict[str, JsonValue] = field(default_factory=dict)

    def steps(self, old: str, new: str, *, declared: frozenset[str], without: frozenset[str]) -> Iterator[Step]:
        """Yield the changes between the assertions of the schemas at two pointers.

        `declared` are the properties that types declare, on either side; `without` are the unions that are compared
        as types.
        """
        sides = self._schema(old, 0), self._schema(new, 1)
        before, after = (conjunction_of([schema], self._linked) for schema in sides)
        patterned = any(_has(side, "patternProperties") for side in (before, after))
        lists = [tuple(_assertions(side, UNIONS - without, declared, patterned=patterned)) for side in (before, after)]
        containment = Containment(self._linked)
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
        """Return whether every value of one schema can be shown to be one of another; each is a pointer and a side."""
        return Containment(self._linked).contains(self._schema(*wide), self._schema(*narrow))

    def _schema(self, pointer: str, side: int) -> JsonValue:
        validator = schema_validator(self.apis[side])
        return _without_null(_tagged(validator.schema(pointer), side))

    def _linked(self, link: str) -> JsonValue:
        if link not in self._tagged:
            side, _, own = link.partition("#")
            self._tagged[link] = _tagged(schema_validator(self.apis[int(side)]).resolve_link(f"#{own}"), int(side))
        return self._tagged[link]


def _tagged(schema: JsonValue, side: int) -> JsonValue:
    """Return a schema whose references name the description that they belong to: `0#/$defs/3`."""
    if isinstance(schema, list):
        return [_tagged(item, side) for item in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: f"{side}{value}"
        if key == "$ref" and isinstance(value, str)
        else value
        if key in ("enum", "const")
        else _tagged(value, side)
        for key, value in schema.items()
    }


def _message(name: str, old: JsonObject | None, new: JsonObject | None) -> str:
    if new is None:
        return f"{name} is gone"
    now = f"{name} is {_shown(new)} now"
    return f"{now}, there was none" if old is None else f"{now}, it was {_shown(old)}"


def _shown(assertion: JsonObject) -> str:
    """Return what an assertion asserts, for messages; references are left out."""
    value: JsonValue = next(iter(assertion.values())) if len(assertion) == 1 else assertion
    return _REFERENCE.sub("a type", shown(value))


def _without_null(schema: JsonValue) -> JsonValue:
    """Return a schema without the alternative null around it, as `nullable: true` is translated."""
    branches = schema.get("anyOf") if isinstance(schema, dict) and len(schema) == 1 else None
    if isinstance(branches, list) and len(branches) == 2 and branches[1] == {"type": "null"}:
        return branches[0]
    return schema


def _assertions(
    schema: Conjunction, keywords: frozenset[str], declared: frozenset[str], *, patterned: bool
) -> Iterator[Assertion]:
    """Yield the assertions of a schema one by one.

    `patterned` says that one of the two schemas has patterns for names, so that further properties are not a type's.
    """
    for part in schema.schemas:
        for keyword in _WHOLE:
            if keyword in part:
                yield keyword, {keyword: part[keyword]}
        for keyword in sorted(keywords & UNIONS & part.keys()):
            yield keyword, {keyword: part[keyword]}
        for keyword, companions in _WITH_COMPANIONS.items():
            if keyword in part:
                yield "/".join(companions), {key: part[key] for key in companions if key in part}
        for keyword in _BY_NAME:
            members = part.get(keyword)
            for name, value in members.items() if isinstance(members, dict) else ():
                yield f"{keyword} of '{name}'", {keyword: {name: value}}
        required = part.get("required")
        for required_name in required if isinstance(required, list) else ():
            if required_name not in declared:
                yield f"required '{required_name}'", {"required": [required_name]}
        if patterned and "additionalProperties" in part:
            yield "additionalProperties beside patternProperties", _further(part, declared)


def _further(part: JsonObject, declared: frozenset[str]) -> JsonObject:
    """Return what a schema says of the properties that are not in `declared` and match none of its patterns."""
    patterns = part.get("patternProperties")
    return {
        "properties": dict.fromkeys(declared, True),
        "patternProperties": dict.fromkeys(patterns, True) if isinstance(patterns, dict) else {},
        "additionalProperties": part["additionalProperties"],
    }


def _has(schema: Conjunction, keyword: str) -> bool:
    return any(keyword in part for part in schema.schemas)
