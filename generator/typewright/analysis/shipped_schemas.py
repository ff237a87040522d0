"""Schemas that are shipped with a package, for assertions that the types of its language do not express."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct, field

from typewright.base.errors import SpecError
from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.base.recording import UNKNOWN, Recorder
from typewright.ir import Api
from typewright.schemas.discriminators import Discriminators
from typewright.schemas.references import static_reference

SCHEMA_MAPS = frozenset({"properties", "dependentSchemas", "patternProperties"})
SCHEMA_LISTS = frozenset({"allOf", "anyOf", "oneOf", "prefixItems"})
SCHEMAS = frozenset(
    {
        *("not", "if", "then", "else", "items", "contains", "additionalProperties", "propertyNames"),
        *("unevaluatedItems", "unevaluatedProperties"),
    }
)
ASSERTING = frozenset(
    {
        *("type", "enum", "const", "nullable", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
        *("multipleOf", "minLength", "maxLength", "pattern", "minItems", "maxItems", "uniqueItems", "minContains"),
        *("maxContains", "minProperties", "maxProperties", "required", "dependentRequired"),
        *("$ref", "$dynamicRef"),
        *SCHEMA_MAPS,
        *SCHEMA_LISTS,
        *SCHEMAS,
    }
)
"""The keywords that are assertions; all others are annotations or unknown."""
_OF_ANNOTATIONS = frozenset({"propertyNames", "not", "if"})
"""Keywords that are left out where their schema has annotations alone, as `format`: what these say is not checked."""


class ShippedSchemas(Struct):
    """The shipped schemas of a package by name; `ship` and `add` add to `schemas`.

    A file that adds a schema is made in every run, since the file with the schemas depends on it.
    """

    api: Api
    pattern_of: Callable[[str], str | None]
    """Returns a regular expression of a schema (ECMA-262) in the syntax of the language; None if it has no equivalent.
    """
    recorder: Recorder = field(default_factory=Recorder)
    schemas: dict[str, JsonObject] = field(default_factory=dict)

    def add(self, name: str, schema: JsonObject) -> None:
        """Add a schema that `ship` returned."""
        self.recorder.reads.add(UNKNOWN)
        self.schemas[name] = schema

    def ship(self, schema: JsonValue, pointer: str) -> JsonValue:
        """Return the schema at `pointer` in the form that the runtime reads."""
        if not isinstance(schema, dict):
            return schema if isinstance(schema, bool) else True
        shipped: JsonObject = {}
        for keyword, value in schema.items():
            if keyword in ASSERTING:
                self._add(shipped, keyword, value, f"{pointer}/{escape(keyword)}")
        if "discriminator" in schema:
            self._add_conditions(shipped, schema, pointer)
        _settle_bounds(shipped)
        if "if" not in shipped:
            shipped = {keyword: value for keyword, value in shipped.items() if keyword not in ("then", "else")}
        required = shipped.get("required")
        if isinstance(required, list) and (left_out := one_direction(schema)):
            shipped["required"] = [name for name in required if isinstance(name, str) and name not in left_out]
        return shipped

    def _add(self, shipped: JsonObject, keyword: str, value: JsonValue, pointer: str) -> None:
        match value:
            case str() if keyword in ("$ref", "$dynamicRef"):
                key = self._refer({keyword: value}, pointer)
                if key is not None:
                    shipped["$ref"] = key
            case str() if keyword == "pattern":
                written = self.pattern_of(value)
                if written is not None:
                    shipped[keyword] = written
            case list() if keyword in SCHEMA_LISTS:
                below = [self.ship(element, f"{pointer}/{index}") for index, element in enumerate(value)]
                if keyword != "allOf" or any(map(_is_assertive, below)):
                    shipped[keyword] = list(distinct(below)) if keyword == "oneOf" else below
            case dict() if keyword in SCHEMA_MAPS:
                members = {name: self.ship(schema, f"{pointer}/{escape(name)}") for name, schema in value.items()}
                shipped[keyword] = self._translated_names(members) if keyword == "patternProperties" else members
            case dict() | bool() if keyword in SCHEMAS:
                inner = self.ship(value, pointer)
                has_annotations_alone = isinstance(value, dict) and bool(value) and not _is_assertive(inner)
                if not has_annotations_alone or keyword not in _OF_ANNOTATIONS:
                    shipped[keyword] = inner
            case _ if keyword not in SCHEMAS | SCHEMA_LISTS | SCHEMA_MAPS:
                shipped[keyword] = value

    def _add_conditions(self, shipped: JsonObject, schema: JsonObject, pointer: str) -> None:
        """Add the conditions of a discriminator to the branches of a union, in place."""
        for keyword in ("oneOf", "anyOf"):
            branches = shipped.get(keyword)
            conditions = Discriminators(self._located).conditions(schema, keyword, pointer)
            if conditions is None or not isinstance(branches, list) or len(branches) != len(conditions.branches):
                continue
            conditioned: list[JsonValue] = [
                branch if condition is None else {"allOf": [branch, condition]}
                for branch, condition in zip(branches, conditions.branches, strict=True)
            ]
            overlapping = conditions.overlaps and keyword == "oneOf" and "anyOf" not in shipped
            del shipped[keyword]
            shipped["anyOf" if overlapping else keyword] = conditioned

    def _located(self, ref: str, base: str) -> tuple[JsonValue, str] | None:
        try:
            target = None if self.api.resolve is None else self.api.resolve(ref, base)
        except SpecError:
            return None
        return None if target is None else (target.value, target.pointer)

    def _translated_names(self, patterns: JsonObject) -> JsonObject:
        found = {self.pattern_of(name): pattern for name, pattern in patterns.items()}
        return {name: schema for name, schema in found.items() if name is not None}

    def _refer(self, reference: JsonObject, pointer: str) -> str | None:
        """Return the name of the target of a `$ref` or `$dynamicRef`, after adding it to the table.

        None if there is no target, or if it depends on the dynamic scope.
        """
        self.recorder.reads.add(UNKNOWN)
        ref = static_reference(reference, self.api.dynamic_anchors)
        if self.api.resolve is None or ref is None:
            return None
        try:
            target = self.api.resolve(ref, pointer)
        except SpecError:
            return None
        if target.pointer not in self.schemas:
            entry: JsonObject = {}
            self.schemas[target.pointer] = entry
            shipped = self.ship(target.value, target.pointer)
            entry.update(shipped if isinstance(shipped, dict) else {"allOf": [shipped]})
        return target.pointer


def _is_assertive(shipped: JsonValue) -> bool:
    """Return whether a shipped schema refuses any value."""
    return shipped not in (True, {})


def distinct(branches: Iterable[JsonValue]) -> Iterator[JsonValue]:
    """Yield the branches of a `oneOf` without those that repeat an earlier one.

    No value could satisfy exactly one of two equal branches. Branches are also equal where only annotations, such as
    `format`, distinguish them.
    """
    seen = set()
    for branch in branches:
        text = json.dumps(branch, sort_keys=True)
        if text not in seen:
            seen.add(text)
            yield branch


def one_direction(schema: JsonObject) -> set[str]:
    """Return the properties of only one direction, which are not required in the other one."""
    properties = schema.get("properties")
    return {
        name
        for name, below in (properties.items() if isinstance(properties, dict) else ())
        if isinstance(below, dict) and (below.get("readOnly") is True or below.get("writeOnly") is True)
    }


def _settle_bounds(schema: JsonObject) -> None:
    """Convert the boolean exclusive limits of OpenAPI 3.0 to the form of JSON Schema 2020-12."""
    for exclusive, inclusive in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        written = schema.get(exclusive)
        if isinstance(written, bool):
            del schema[exclusive]
            if written and inclusive in schema:
                schema[exclusive] = schema.pop(inclusive)
