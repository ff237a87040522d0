"""Conjunctions of JSON Schema 2020-12 schemas that apply to one value, with `$ref` and `allOf` resolved.

They are read keyword by keyword, to construct values. Whether a value is valid is for a validator to say.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from jsonschema_rs import Draft202012Validator

from typewright.base.json_value import JsonObject, JsonValue
from typewright.schemas.dialect import is_base64
from typewright.schemas.numbers import Bounds, exact

ResolveLink = Callable[[str], JsonValue]
"""Returns the target schema of a `$ref`."""

_SIMPLE = frozenset(
    {
        *("type", "enum", "const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
        *("minLength", "maxLength", "pattern", "format"),
    }
)
_KINDS = ("string", "number", "integer", "boolean", "object", "array", "null")
_IMPLIED = (
    ("object", ("properties", "required", "additionalProperties", "patternProperties", "minProperties")),
    ("array", ("items", "prefixItems", "minItems", "contains", "uniqueItems")),
    ("string", ("pattern", "minLength", "maxLength", "format")),
    ("number", ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")),
)
"""The keywords from which the type of a schema without `type` is guessed, in order of preference."""
_DEEPEST = 3
"""How many times one `$ref` is followed along a path into nested schemas."""


@dataclass(frozen=True, slots=True)
class Conjunction:
    """Schemas that all apply. `trail` are the references followed so far; `possible` is false if one is `false`."""

    schemas: tuple[JsonObject, ...]
    resolve_link: ResolveLink
    trail: tuple[str, ...] = ()
    possible: bool = True

    def kinds(self) -> tuple[str, ...]:
        """Return the types that a value may have, the most likely first."""
        kinds: tuple[str, ...] | None = None
        for written in self.values_of("type"):
            names = tuple(map(str, written)) if isinstance(written, list) else (str(written),)
            kinds = names if kinds is None else tuple(_common(kinds, names))
        if kinds is not None:
            return tuple(dict.fromkeys(kinds))
        implied = [
            kind for kind, keywords in _IMPLIED if any(key in schema for schema in self.schemas for key in keywords)
        ]
        return tuple(dict.fromkeys((*implied, *_KINDS)))

    def values_of(self, keyword: str) -> Iterator[JsonValue]:
        """Yield the values of a keyword in all schemas."""
        return (schema[keyword] for schema in self.schemas if keyword in schema)

    def texts(self, keyword: str) -> tuple[str, ...]:
        """Return the distinct strings among the values of a keyword."""
        return tuple(dict.fromkeys(value for value in self.values_of(keyword) if isinstance(value, str)))

    def least(self, keyword: str) -> int:
        """Return the greatest value of a keyword that is a lower limit, such as `minLength`; 0 without one."""
        return max((value for value in self.values_of(keyword) if isinstance(value, int)), default=0)

    def most(self, keyword: str) -> int | None:
        """Return the least value of a keyword that is an upper limit, such as `maxLength`; None without one."""
        return min((value for value in self.values_of(keyword) if isinstance(value, int)), default=None)

    def bounds(self) -> Bounds:
        """Return the constraints on numbers."""
        least, greatest, above, below, steps = (
            [exact(value) for value in self.values_of(keyword) if isinstance(value, int | float)]
            for keyword in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
        )
        return Bounds(
            least=max(least, default=None),
            greatest=min(greatest, default=None),
            above=max(above, default=None),
            below=min(below, default=None),
            steps=tuple(dict.fromkeys(steps)),
        )

    def required(self) -> tuple[str, ...]:
        """Return the required properties: declared ones in the order of declaration, then undeclared ones."""
        names = {
            str(name) for required in self.values_of("required") if isinstance(required, list) for name in required
        }
        declared = [name for name in self.declared() if name in names]
        return (*declared, *sorted(names.difference(declared)))

    def declared(self) -> tuple[str, ...]:
        """Return the properties that any of the schemas declares."""
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
        found: list[JsonValue] = []
        for schema in self.schemas:
            own = _own_schemas(schema, name)
            if not own and "additionalProperties" in schema:
                own = [schema["additionalProperties"]]
            found += own
        return self.below(found)

    def property_name(self) -> Conjunction:
        """Return the schemas that apply to the names of properties."""
        return self.below([*self.values_of("propertyNames"), {"type": "string"}])

    def item(self, index: int) -> Conjunction:
        """Return the schemas that apply to the array item at `index`."""
        found: list[JsonValue] = []
        for schema in self.schemas:
            prefix = schema.get("prefixItems")
            if isinstance(prefix, list) and index < len(prefix):
                found.append(prefix[index])
            elif "items" in schema:
                found.append(schema["items"])
        return self.below(found)

    def below(self, schemas: Sequence[JsonValue]) -> Conjunction:
        """Return the conjunction of `schemas`, which are subschemas of this one."""
        return flattened(schemas, self.resolve_link, self.trail)

    def and_also(self, *schemas: JsonValue) -> Conjunction:
        """Return the conjunction of this one with `schemas`."""
        more = self.below(schemas)
        possible = self.possible and more.possible
        return replace(more, schemas=(*self.schemas, *more.schemas), possible=possible)

    def alternatives(self) -> tuple[Conjunction, tuple[tuple[JsonValue, ...], ...]] | None:
        """Return this conjunction without its first `oneOf`, `anyOf` or `if`, and its branches; None without one."""
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
        kept: JsonObject = {key: value for key, value in self.schemas[index].items() if key not in keywords}
        return replace(self, schemas=(*self.schemas[:index], kept, *self.schemas[index + 1 :]))

    def canonical_text(self) -> str:
        """Return a canonical text of the keywords on type, size and form; equal schemas have equal texts."""
        return json.dumps([{key: schema[key] for key in sorted(_SIMPLE & schema.keys())} for schema in self.schemas])

    def fits(self, value: JsonValue) -> bool:
        """Whether `value` satisfies the keywords on type, size and form; its items and properties are not validated."""
        return self.possible and all(_satisfies(schema, value) for schema in self.schemas)


def flattened(schemas: Sequence[JsonValue], resolve_link: ResolveLink, trail: tuple[str, ...] = ()) -> Conjunction:
    """Return the conjunction of `schemas` and the schemas that they refer to."""
    found: list[JsonObject] = []
    queue, possible = list(schemas), True
    while queue:
        schema = queue.pop(0)
        if schema is False:
            possible = False
        if not isinstance(schema, dict):
            continue
        link = schema.get("$ref")
        if isinstance(link, str):
            if trail.count(link) >= _DEEPEST:
                possible = False
                continue
            trail = (*trail, link)
            queue.insert(0, resolve_link(link))
        parts = schema.get("allOf")
        queue[:0] = parts if isinstance(parts, list) else []
        kept: JsonObject = {key: value for key, value in schema.items() if key not in ("$ref", "allOf")}
        if kept:
            found.append(kept)
    return Conjunction(tuple(found), resolve_link, trail, possible)


def _own_schemas(schema: JsonObject, name: str) -> list[JsonValue]:
    properties, patterns = schema.get("properties"), schema.get("patternProperties")
    own = [properties[name]] if isinstance(properties, dict) and name in properties else []
    if isinstance(patterns, dict):
        own += [
            subschema
            for pattern, subschema in patterns.items()
            if _validator(json.dumps({"pattern": pattern})).is_valid(name)
        ]
    return own


def _common(first: Sequence[str], second: Sequence[str]) -> Iterator[str]:
    """Yield the types that both lists allow; an integer is a number."""
    for name in first:
        if name in second or (name == "integer" and "number" in second):
            yield name
        elif name == "number" and "integer" in second:
            yield "integer"


def _satisfies(schema: JsonObject, value: JsonValue) -> bool:
    assertions = {key: schema[key] for key in schema if key in _SIMPLE}
    return not assertions or _validator(json.dumps(assertions)).is_valid(value)


@lru_cache(maxsize=4096)
def _validator(schema: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema), formats={"byte": is_base64}, validate_formats=True)
