"""Conjunctions of JSON Schema 2020-12 schemas that apply to one value, with `$ref` and `allOf` resolved.

They give access to keywords, to construct and compare values. Validation of whole values is left to a validator.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from jsonschema_rs import Draft202012Validator
from msgspec import Struct
from msgspec.structs import replace

from typewright.base.json_value import JsonObject, JsonValue
from typewright.schemas.dialect import is_base64
from typewright.schemas.numbers import Bounds, exact_fraction

ResolveLink = Callable[[str], JsonValue]
"""Returns the target schema of a `$ref`."""

_VALUE_KEYWORDS = frozenset(
    {
        *("type", "enum", "const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
        *("minLength", "maxLength", "pattern", "format"),
    }
)
_TYPES = ("string", "number", "integer", "boolean", "object", "array", "null")
_TYPE_HINTS = (
    ("object", ("properties", "required", "additionalProperties", "patternProperties", "minProperties")),
    ("array", ("items", "prefixItems", "minItems", "contains", "uniqueItems")),
    ("string", ("pattern", "minLength", "maxLength", "format")),
    ("number", ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")),
)
"""The keywords that suggest the type of a schema without `type`, in order of preference."""
_MAX_REFERENCES = 3
"""How many times the same `$ref` is followed on a path into nested schemas."""


class Conjunction(Struct, frozen=True):
    """Schemas that all apply to one value.

    `followed_links` has the references followed so far. `is_satisfiable` is false if one of the schemas is `false`, or
    if a reference is followed too often.
    """

    schemas: tuple[JsonObject, ...]
    resolve_link: ResolveLink
    followed_links: tuple[str, ...] = ()
    is_satisfiable: bool = True

    def types(self) -> tuple[str, ...]:
        """Return the JSON types that a value can have, the most likely one first."""
        types: tuple[str, ...] | None = None
        for written in self.values_of("type"):
            names = tuple(map(str, written)) if isinstance(written, list) else (str(written),)
            types = names if types is None else tuple(_common_types(types, names))
        if types is not None:
            return tuple(dict.fromkeys(types))
        implied = [
            type_
            for type_, keywords in _TYPE_HINTS
            if any(key in schema for schema in self.schemas for key in keywords)
        ]
        return tuple(dict.fromkeys((*implied, *_TYPES)))

    def values_of(self, keyword: str) -> Iterator[JsonValue]:
        """Yield the values of a keyword in all schemas."""
        return (schema[keyword] for schema in self.schemas if keyword in schema)

    def texts(self, keyword: str) -> tuple[str, ...]:
        """Return the distinct strings among the values of a keyword."""
        return tuple(dict.fromkeys(value for value in self.values_of(keyword) if isinstance(value, str)))

    def lower_limit(self, keyword: str) -> int:
        """Return the strictest value of a keyword that is a lower limit, such as `minLength`; 0 if there is none."""
        return max((value for value in self.values_of(keyword) if isinstance(value, int)), default=0)

    def upper_limit(self, keyword: str) -> int | None:
        """Return the strictest value of a keyword that is an upper limit, such as `maxLength`, or None."""
        return min((value for value in self.values_of(keyword) if isinstance(value, int)), default=None)

    def bounds(self) -> Bounds:
        """Return the strictest constraints on numbers."""
        minimums, maximums, exclusive_minimums, exclusive_maximums, factors = (
            [exact_fraction(value) for value in self.values_of(keyword) if isinstance(value, int | float)]
            for keyword in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
        )
        return Bounds(
            minimum=max(minimums, default=None),
            maximum=min(maximums, default=None),
            exclusive_minimum=max(exclusive_minimums, default=None),
            exclusive_maximum=min(exclusive_maximums, default=None),
            factors=tuple(dict.fromkeys(factors)),
        )

    def required(self) -> tuple[str, ...]:
        """Return the required properties: declared ones in the order of declaration, then undeclared ones."""
        names = {
            str(name) for required in self.values_of("required") if isinstance(required, list) for name in required
        }
        declared = [name for name in self.declared() if name in names]
        return (*declared, *sorted(names.difference(declared)))

    def declared(self) -> tuple[str, ...]:
        """Return the names in `properties` of all schemas, without duplicates."""
        return tuple(
            dict.fromkeys(
                name
                for properties in self.values_of("properties")
                if isinstance(properties, dict)
                for name in properties
            )
        )

    def property(self, name: str) -> Conjunction:
        """Return the schemas that apply to the value of the property `name`."""
        schemas: list[JsonValue] = []
        for schema in self.schemas:
            property_schemas = _property_schemas(schema, name)
            if not property_schemas and "additionalProperties" in schema:
                property_schemas = [schema["additionalProperties"]]
            schemas += property_schemas
        return self.of_subschemas(schemas)

    def property_name(self) -> Conjunction:
        """Return the schemas that apply to the names of properties."""
        return self.of_subschemas([*self.values_of("propertyNames"), {"type": "string"}])

    def item(self, index: int) -> Conjunction:
        """Return the schemas that apply to the array item at `index`."""
        schemas: list[JsonValue] = []
        for schema in self.schemas:
            prefix = schema.get("prefixItems")
            if isinstance(prefix, list) and index < len(prefix):
                schemas.append(prefix[index])
            elif "items" in schema:
                schemas.append(schema["items"])
        return self.of_subschemas(schemas)

    def of_subschemas(self, schemas: Sequence[JsonValue]) -> Conjunction:
        """Return the conjunction of `schemas`, subschemas of this conjunction, with the same trail."""
        return conjunction_of(schemas, self.resolve_link, self.followed_links)

    def extended_by(self, *schemas: JsonValue) -> Conjunction:
        """Return this conjunction extended by `schemas`."""
        extension = self.of_subschemas(schemas)
        is_satisfiable = self.is_satisfiable and extension.is_satisfiable
        return replace(extension, schemas=(*self.schemas, *extension.schemas), is_satisfiable=is_satisfiable)

    def alternatives(self) -> tuple[Conjunction, tuple[tuple[JsonValue, ...], ...]] | None:
        """Return this conjunction without its first `oneOf`, `anyOf` or `if`, and the branches; None if it has none."""
        for index, schema in enumerate(self.schemas):
            for keyword in ("oneOf", "anyOf"):
                if isinstance(branches := schema.get(keyword), list):
                    return self._without(index, keyword), tuple((branch,) for branch in branches)
            if "if" in schema:
                condition: JsonValue = schema["if"]
                otherwise: tuple[JsonValue, ...] = ({"not": condition}, schema.get("else", True))
                return self._without(index, "if", "then", "else"), ((condition, schema.get("then", True)), otherwise)
        return None

    def _without(self, index: int, *keywords: str) -> Conjunction:
        remaining: JsonObject = {key: value for key, value in self.schemas[index].items() if key not in keywords}
        return replace(self, schemas=(*self.schemas[:index], remaining, *self.schemas[index + 1 :]))

    def canonical_text(self) -> str:
        """Return a canonical text of the keywords in `_VALUE_KEYWORDS`, to compare conjunctions."""
        return json.dumps(
            [{key: schema[key] for key in sorted(_VALUE_KEYWORDS & schema.keys())} for schema in self.schemas]
        )

    def is_satisfied_by(self, value: JsonValue) -> bool:
        """Return whether `value` satisfies the keywords in `_VALUE_KEYWORDS`, regardless of items and properties."""
        return self.is_satisfiable and all(_is_satisfied(schema, value) for schema in self.schemas)


def conjunction_of(
    schemas: Sequence[JsonValue], resolve_link: ResolveLink, followed_links: tuple[str, ...] = ()
) -> Conjunction:
    """Return the conjunction of `schemas` with the targets of their `$ref` and the branches of their `allOf`."""
    resolved: list[JsonObject] = []
    queue, is_satisfiable = list(schemas), True
    while queue:
        schema = queue.pop(0)
        if schema is False:
            is_satisfiable = False
        if not isinstance(schema, dict):
            continue
        link = schema.get("$ref")
        if isinstance(link, str):
            if followed_links.count(link) >= _MAX_REFERENCES:
                is_satisfiable = False
                continue
            followed_links = (*followed_links, link)
            queue.insert(0, resolve_link(link))
        branches = schema.get("allOf")
        queue[:0] = branches if isinstance(branches, list) else []
        remaining: JsonObject = {key: value for key, value in schema.items() if key not in ("$ref", "allOf")}
        if remaining:
            resolved.append(remaining)
    return Conjunction(tuple(resolved), resolve_link, followed_links, is_satisfiable)


def _property_schemas(schema: JsonObject, name: str) -> list[JsonValue]:
    properties, patterns = schema.get("properties"), schema.get("patternProperties")
    property_schemas = [properties[name]] if isinstance(properties, dict) and name in properties else []
    if isinstance(patterns, dict):
        property_schemas += [
            subschema
            for pattern, subschema in patterns.items()
            if _validator(json.dumps({"pattern": pattern})).is_valid(name)
        ]
    return property_schemas


def _common_types(first: Sequence[str], second: Sequence[str]) -> Iterator[str]:
    """Yield the types that both lists allow; `integer` is a subset of `number`."""
    for name in first:
        if name in second or (name == "integer" and "number" in second):
            yield name
        elif name == "number" and "integer" in second:
            yield "integer"


def _is_satisfied(schema: JsonObject, value: JsonValue) -> bool:
    assertions = {key: schema[key] for key in schema if key in _VALUE_KEYWORDS}
    return not assertions or _validator(json.dumps(assertions)).is_valid(value)


@lru_cache(maxsize=4096)
def _validator(schema: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema), formats={"byte": is_base64}, validate_formats=True)
