"""Pairs of schemas for every keyword that models enforce: a loose one, and a strict one that admits less."""

from __future__ import annotations

from typing import Any, NamedTuple

OBJECT = {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "integer"}}}
TEXT, NUMBER, WHOLE = {"type": "string"}, {"type": "number"}, {"type": "integer"}
TEXTS = {"type": "array", "items": TEXT}
CAT = {"type": "object", "required": ["meow"], "properties": {"meow": TEXT}, "additionalProperties": False}
DOG = {"type": "object", "required": ["bark"], "properties": {"bark": WHOLE}, "additionalProperties": False}


class Pair(NamedTuple):
    """A loose and a strict schema.

    `by_type`: the types of an SDK differ, not the values alone. `breaks_code`: code that was written for the one does
    not compile with the other, whatever values say: `tightened`, `loosened`, or both.
    """

    loose: Any
    strict: Any
    by_type: bool = False
    breaks_code: tuple[str, ...] = ()


PAIRS: dict[str, Pair] = {
    "type": Pair(NUMBER, WHOLE, by_type=True),
    "type-list": Pair({"type": ["string", "integer"]}, TEXT, by_type=True),
    "null": Pair({"type": ["string", "null"]}, TEXT, by_type=True),
    "enum": Pair({"type": "string", "enum": ["a", "b", "c"]}, {"type": "string", "enum": ["a", "b"]}, by_type=True),
    "text-to-enum": Pair(TEXT, {"type": "string", "enum": ["a", "b"]}, by_type=True),
    "const": Pair({"type": "string", "enum": ["a", "b"]}, {"type": "string", "const": "a"}, by_type=True),
    "minimum": Pair({**WHOLE, "minimum": 1}, {**WHOLE, "minimum": 3}),
    "maximum": Pair({**WHOLE, "maximum": 9}, {**WHOLE, "maximum": 5}),
    "exclusiveMinimum": Pair({**NUMBER, "minimum": 1}, {**NUMBER, "exclusiveMinimum": 1}),
    "exclusiveMaximum": Pair({**NUMBER, "exclusiveMaximum": 3}, {**NUMBER, "exclusiveMaximum": 2}),
    "multipleOf": Pair({**WHOLE, "multipleOf": 2}, {**WHOLE, "multipleOf": 4}),
    "minLength": Pair({**TEXT, "minLength": 1}, {**TEXT, "minLength": 3}),
    "maxLength": Pair({**TEXT, "maxLength": 9}, {**TEXT, "maxLength": 2}),
    "pattern": Pair(TEXT, {**TEXT, "pattern": "^[a-z]+$"}),
    "pattern-empty": Pair({**TEXT, "pattern": ""}, {**TEXT, "pattern": "^[a-z]+$"}),
    "pattern-any": Pair({**TEXT, "pattern": ".*"}, {**TEXT, "pattern": "^[a-z]+$"}),
    "format": Pair(TEXT, {**TEXT, "format": "ipv4"}),
    "format-uuid": Pair(TEXT, {**TEXT, "format": "uuid"}),
    "format-int32": Pair({**WHOLE, "format": "int64"}, {**WHOLE, "format": "int32"}),
    "items": Pair({"type": "array", "items": NUMBER}, {"type": "array", "items": WHOLE}, by_type=True),
    "items-any": Pair({"type": "array"}, TEXTS, by_type=True),
    "items-bound": Pair(TEXTS, {"type": "array", "items": {**TEXT, "maxLength": 2}}),
    "minItems": Pair(TEXTS, {**TEXTS, "minItems": 2}),
    "maxItems": Pair({**TEXTS, "maxItems": 3}, {**TEXTS, "maxItems": 1}),
    "uniqueItems": Pair(TEXTS, {**TEXTS, "uniqueItems": True}),
    "prefixItems": Pair({"type": "array"}, {"type": "array", "prefixItems": [TEXT, WHOLE]}, by_type=True),
    "prefixItems-more": Pair(
        {"type": "array", "prefixItems": [TEXT]}, {"type": "array", "prefixItems": [TEXT, WHOLE]}, by_type=True
    ),
    "prefixItems-item": Pair(
        {"type": "array", "prefixItems": [TEXT, NUMBER]}, {"type": "array", "prefixItems": [TEXT, WHOLE]}, by_type=True
    ),
    "prefixItems-closed": Pair(
        {"type": "array", "prefixItems": [TEXT, WHOLE], "items": TEXT},
        {"type": "array", "prefixItems": [TEXT, WHOLE], "items": False},
        by_type=True,
    ),
    "contains": Pair(TEXTS, {**TEXTS, "contains": {"const": "a"}}),
    "minContains": Pair({**TEXTS, "contains": {"const": "a"}}, {**TEXTS, "contains": {"const": "a"}, "minContains": 2}),
    "maxContains": Pair({**TEXTS, "contains": {"const": "a"}}, {**TEXTS, "contains": {"const": "a"}, "maxContains": 1}),
    "contains-loosened": Pair({**TEXTS, "contains": {"enum": ["a", "b"]}}, {**TEXTS, "contains": {"const": "a"}}),
    "unevaluatedItems": Pair(
        {"type": "array", "prefixItems": [TEXT]},
        {"type": "array", "prefixItems": [TEXT], "unevaluatedItems": False},
        by_type=True,
    ),
    "required": Pair(OBJECT, {**OBJECT, "required": ["a"]}, by_type=True),
    "required-undeclared": Pair(
        OBJECT,
        {**OBJECT, "required": ["zzz"]},
        breaks_code=("loosened",),  # what is required is a field, which goes
    ),
    "properties-type": Pair(
        {"type": "object", "properties": {"a": NUMBER}}, {"type": "object", "properties": {"a": WHOLE}}, by_type=True
    ),
    "additionalProperties-closed": Pair(OBJECT, {**OBJECT, "additionalProperties": False}),
    "additionalProperties-typed": Pair(OBJECT, {**OBJECT, "additionalProperties": WHOLE}, breaks_code=("loosened",)),
    "additionalProperties-of-true": Pair(
        {**OBJECT, "additionalProperties": True}, {**OBJECT, "additionalProperties": WHOLE}, by_type=True
    ),
    "additionalProperties-narrowed": Pair(
        {**OBJECT, "additionalProperties": NUMBER}, {**OBJECT, "additionalProperties": WHOLE}, by_type=True
    ),
    "map-values": Pair(
        {"type": "object", "additionalProperties": NUMBER},
        {"type": "object", "additionalProperties": WHOLE},
        by_type=True,
    ),
    "map-to-typed": Pair(
        {"type": "object"},
        {"type": "object", "additionalProperties": WHOLE},
        by_type=True,
        breaks_code=("tightened", "loosened"),
    ),
    "patternProperties": Pair(OBJECT, {**OBJECT, "patternProperties": {"^z": WHOLE}}, breaks_code=("loosened",)),
    "patternProperties-narrowed": Pair(
        {**OBJECT, "patternProperties": {"^z": NUMBER}}, {**OBJECT, "patternProperties": {"^z": WHOLE}}, by_type=True
    ),
    "patternProperties-of-closed": Pair(
        {**OBJECT, "additionalProperties": False, "patternProperties": {"^z": WHOLE}},
        {**OBJECT, "additionalProperties": False},
        breaks_code=("tightened",),
    ),
    "patternProperties-of-map": Pair(
        {"type": "object", "additionalProperties": {"type": ["integer", "string"]}},
        {"type": "object", "additionalProperties": {"type": ["integer", "string"]}, "patternProperties": {"^z": WHOLE}},
    ),
    "propertyNames": Pair(OBJECT, {**OBJECT, "propertyNames": {"maxLength": 2}}),
    "propertyNames-narrowed": Pair(
        {**OBJECT, "propertyNames": {"maxLength": 5}}, {**OBJECT, "propertyNames": {"maxLength": 2}}
    ),
    "propertyNames-of-map": Pair(
        {"type": "object", "additionalProperties": WHOLE},
        {"type": "object", "additionalProperties": WHOLE, "propertyNames": {"maxLength": 2}},
    ),
    "dependentRequired": Pair(OBJECT, {**OBJECT, "dependentRequired": {"a": ["b"]}}),
    "dependentRequired-more": Pair(
        {**OBJECT, "dependentRequired": {"a": ["b"]}}, {**OBJECT, "dependentRequired": {"a": ["b", "zzz"]}}
    ),
    "dependentSchemas": Pair(OBJECT, {**OBJECT, "dependentSchemas": {"a": {"required": ["b"]}}}),
    "dependentSchemas-narrowed": Pair(
        {**OBJECT, "dependentSchemas": {"a": {"required": ["b"]}}},
        {**OBJECT, "dependentSchemas": {"a": {"required": ["b"], "properties": {"b": {"minimum": 3}}}}},
    ),
    "minProperties": Pair(OBJECT, {**OBJECT, "minProperties": 1}),
    "maxProperties": Pair({**OBJECT, "maxProperties": 3}, {**OBJECT, "maxProperties": 1}),
    "unevaluatedProperties": Pair(OBJECT, {**OBJECT, "unevaluatedProperties": False}),
    "unevaluatedProperties-typed": Pair(OBJECT, {**OBJECT, "unevaluatedProperties": WHOLE}),
    "if-then": Pair(OBJECT, {**OBJECT, "if": {"required": ["a"]}, "then": {"required": ["b"]}}),
    "if-else": Pair(OBJECT, {**OBJECT, "if": {"required": ["a"]}, "else": {"required": ["b"]}}),
    "then-narrowed": Pair(
        {**OBJECT, "if": {"required": ["a"]}, "then": {"required": ["b"]}},
        {**OBJECT, "if": {"required": ["a"]}, "then": {"required": ["b", "zzz"]}},
    ),
    "not": Pair(OBJECT, {**OBJECT, "not": {"required": ["a", "b"]}}),
    "not-widened": Pair({**OBJECT, "not": {"required": ["a", "b"]}}, {**OBJECT, "not": {"required": ["a"]}}),
    "not-of-text": Pair(TEXT, {**TEXT, "not": {"enum": ["", "a"]}}),
    "not-of-list": Pair(TEXTS, {**TEXTS, "not": {"maxItems": 1}}),
    "if-of-text": Pair(TEXT, {**TEXT, "if": {"maxLength": 3}, "then": {"minLength": 2}}),
    "anyOf-required": Pair(
        OBJECT, {**OBJECT, "anyOf": [{"required": ["a"]}, {"required": ["b"]}]}, breaks_code=("tightened", "loosened")
    ),
    "anyOf-required-fewer": Pair(
        {**OBJECT, "anyOf": [{"required": ["a"]}, {"required": ["b"]}]},
        {**OBJECT, "anyOf": [{"required": ["a"]}]},
        by_type=True,
    ),
    "oneOf-required": Pair(
        {**OBJECT, "anyOf": [{"required": ["a"]}, {"required": ["b"]}]},
        {**OBJECT, "oneOf": [{"required": ["a"]}, {"required": ["b"]}]},
    ),
    "allOf-pattern": Pair(
        {**TEXT, "pattern": "^[a-z]*$"}, {"allOf": [{**TEXT, "pattern": "^[a-z]*$"}, {"pattern": "b"}]}
    ),
    "allOf-required": Pair(
        {"allOf": [OBJECT, {"properties": {"c": TEXT}}]},
        {"allOf": [OBJECT, {"properties": {"c": TEXT}, "required": ["c", "a"]}]},
        by_type=True,
    ),
    "allOf-dependentRequired": Pair(
        {"allOf": [OBJECT, {"properties": {"c": TEXT}}]},
        {"allOf": [OBJECT, {"properties": {"c": TEXT}, "dependentRequired": {"c": ["a"]}}]},
    ),
    "anyOf-member": Pair({"anyOf": [CAT, DOG]}, {"anyOf": [CAT]}, by_type=True),
    "anyOf-scalar-member": Pair({"anyOf": [CAT, TEXT, WHOLE]}, {"anyOf": [CAT, TEXT]}, by_type=True),
    "anyOf-member-narrowed": Pair(
        {"anyOf": [CAT, DOG]}, {"anyOf": [CAT, {**DOG, "properties": {"bark": {**WHOLE, "minimum": 3}}}]}
    ),
    "anyOf-alternatives": Pair(
        {"anyOf": [{**TEXT, "maxLength": 3}, {**TEXT, "pattern": "^z"}]}, {"anyOf": [{**TEXT, "maxLength": 3}]}
    ),
    "anyOf-alternatives-beside": Pair(
        {"anyOf": [CAT, {**TEXT, "maxLength": 3}, {**TEXT, "pattern": "^z"}]},
        {"anyOf": [CAT, {**TEXT, "maxLength": 1}, {**TEXT, "pattern": "^z"}]},
    ),
    "oneOf-overlap": Pair(
        {"anyOf": [{**WHOLE, "minimum": 2}, {**WHOLE, "maximum": 4}]},
        {"oneOf": [{**WHOLE, "minimum": 2}, {**WHOLE, "maximum": 4}]},
    ),
    "oneOf-objects-overlap": Pair(
        {"anyOf": [{**OBJECT, "required": ["a"]}, {**OBJECT, "required": ["b"]}]},
        {"oneOf": [{**OBJECT, "required": ["a"]}, {**OBJECT, "required": ["b"]}]},
    ),
    "any-value": Pair({}, TEXT, by_type=True),
    "any-value-not": Pair({}, {"not": {"type": "string"}}),
    "any-value-enum": Pair({"enum": [1, "a", 2]}, {"enum": [1, "a"]}, by_type=True),
}
"""By name. The strict schema of each is the loose one with a keyword added or made stricter."""

EQUAL: dict[str, tuple[Any, Any]] = {
    "pattern-trivial": ({**TEXT, "pattern": ".*"}, TEXT),
    "branches-reordered": (
        {**OBJECT, "anyOf": [{"required": ["a"]}, {"required": ["b"]}]},
        {**OBJECT, "anyOf": [{"required": ["b"]}, {"required": ["a"]}]},
    ),
    "oneOf-disjoint": ({"anyOf": [CAT, DOG]}, {"oneOf": [CAT, DOG]}),
    "allOf-of-one": (
        {**OBJECT, "not": {"required": ["a", "b"]}},
        {"allOf": [OBJECT, {"not": {"required": ["b", "a"]}}]},
    ),
    "if-without-branches": (OBJECT, {**OBJECT, "if": {"required": ["a"]}}),
    "minContains-none": (TEXTS, {**TEXTS, "contains": {"const": "a"}, "minContains": 0}),
    "property-names-that-say-nothing": (OBJECT, {**OBJECT, "propertyNames": {"type": "string"}}),
    "dependency-on-itself": (OBJECT, {**OBJECT, "dependentRequired": {"a": ["a"]}}),
}
"""Pairs that admit the same values."""
