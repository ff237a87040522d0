"""Translation of OpenAPI 3.0 and 3.1 schemas to JSON Schema 2020-12, for validators of that draft.

Keywords that a validator would reject are left out: unknown and malformed ones, and invalid regular expressions.
Formats are assertions. Those of OpenAPI become assertions of JSON Schema (OpenAPI format registry).
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from jsonschema_rs import Draft202012Validator

from typewright.base.json_pointer import escape, last_token
from typewright.base.json_value import JsonObject, JsonValue

ResolveReference = Callable[[str, str], "Target | None"]
"""`resolve(ref, base)` returns the target of a `$ref` at the canonical pointer `base`; None where it has none."""


@dataclass(frozen=True, slots=True)
class Target:
    """A schema that is referred to: its canonical pointer, the schema, and its `$ref` in the translation (`link`)."""

    pointer: str
    schema: JsonValue
    link: str


_TYPES: Final = frozenset({"string", "integer", "number", "boolean", "array", "object", "null"})
_SINGLE: Final = frozenset(
    {
        *("items", "additionalProperties", "not", "if", "then", "else"),
        *("contains", "propertyNames", "unevaluatedItems", "unevaluatedProperties"),
    }
)
_KEYED: Final = frozenset({"properties", "patternProperties", "dependentSchemas"})
_LISTED: Final = frozenset({"allOf", "anyOf", "oneOf", "prefixItems"})
_BOUNDS: Final = frozenset({"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"})
_SIZES: Final = frozenset(
    {
        *("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"),
        *("minContains", "maxContains"),
    }
)
_WHOLE_NUMBERS: Final = {
    **{f"int{bits}": (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) for bits in (8, 16, 32, 64)},
    **{f"uint{bits}": (0, 2**bits - 1) for bits in (8, 16, 32, 64)},
}
"""The integer formats, each with its least and its greatest value."""

_DEPTH_OF_BASES: Final = 8
"""Up to how many levels of `allOf` and `$ref` properties are looked for that are of one direction only."""
_STANDARD: Final = frozenset(
    {
        *("date-time", "date", "time", "duration", "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6"),
        *("uri", "uri-reference", "iri", "iri-reference", "uuid", "uri-template", "json-pointer"),
        *("relative-json-pointer", "regex", "byte"),
    }
)
_SAME: Final = {"url": "uri", "base64": "byte", "guid": "uuid", "datetime": "date-time", "ip": "ipv4"}
"""Common synonyms of standard formats."""


def standard_format(name: JsonValue) -> str | None:
    """Return the standard name of a format of strings that is an assertion; None for any other value."""
    if not isinstance(name, str):
        return None
    name = _SAME.get(name, name)
    return name if name in _STANDARD else None


def is_base64(text: str) -> bool:
    """Whether `text` is base64 (RFC 4648, section 4), which is what `format: byte` asks for."""
    try:
        base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return False
    return True


@lru_cache(maxsize=4096)
def is_regular_expression(pattern: str) -> bool:
    """Whether a pattern is a valid regular expression."""
    try:
        Draft202012Validator({"pattern": pattern})
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Dialect:
    """The dialect of the schemas of one description.

    With `nullable_wraps`, `nullable` allows null also next to a `$ref`, a composition or an `enum` without null, which
    is what authors mean; without it, only next to `type`, as OpenAPI 3.0.3 says.
    """

    resolve: ResolveReference
    link_of: Callable[[str], str | None]
    """Returns the `$ref` to the schema at a pointer, where that schema is translated on its own; else None."""
    before_31: bool
    nullable_wraps: bool = True

    def translated(self, schema: JsonValue, pointer: str) -> JsonValue:
        """Return the schema at `pointer` translated to JSON Schema 2020-12."""
        if not isinstance(schema, dict):
            return schema if isinstance(schema, bool) else True
        reference = schema.get("$ref", schema.get("$dynamicRef"))
        if isinstance(reference, str) and self.before_31:
            return self._link(reference, pointer)
        out = dict(self._subschemas(schema, pointer))
        out.update(_assertions(schema))
        if isinstance(required := out.get("required"), list) and (spared := set(self._one_way(schema, pointer))):
            out["required"] = [name for name in required if name not in spared]
        if isinstance(reference, str):
            out["allOf"] = [self._link(reference, pointer), *_listed(out.get("allOf"))]
        if "discriminator" in schema:
            self._discriminate(schema, out, pointer)
        if self.before_31 and schema.get("nullable") is True:
            return self._nullable(out)
        return out

    def allows_null(self, schema: JsonValue, pointer: str) -> bool:
        """Whether the schema at `pointer` allows null where `nullable` counts only next to `type` (OpenAPI 3.0.3)."""
        if not isinstance(schema, dict):
            return schema is not False
        reference = schema.get("$ref")
        if isinstance(reference, str):
            target = self.resolve(reference, pointer)
            return target is None or self.allows_null(target.schema, target.pointer)
        types, values = schema.get("type"), schema.get("enum")
        if (
            types is not None
            and "null" not in _listed(types)
            and not (self.before_31 and schema.get("nullable") is True)
        ):
            return False
        if isinstance(values, list) and None not in values:
            return False
        parts = [
            (f"{pointer}/{keyword}", schema[keyword]) for keyword in ("allOf", "anyOf", "oneOf") if keyword in schema
        ]
        return all(
            (all if place.endswith("allOf") else any)(
                self.allows_null(subschema, f"{place}/{index}") for index, subschema in enumerate(_listed(part))
            )
            for place, part in parts
        )

    def _link(self, reference: str, pointer: str) -> JsonValue:
        target = self.resolve(reference, pointer)
        return True if target is None else {"$ref": target.link}

    def _one_way(self, schema: JsonObject, pointer: str, depth: int = 0) -> Iterator[str]:
        """Yield the properties of an object that are read or written only: in the other direction, none is required.

        OpenAPI 3.0.4, 4.7.24.2: `required` takes effect on the response or on the request only. A value may be of
        either direction here.
        """
        for name, written in _object(schema.get("properties")).items():
            below = _object(written)
            target = self.resolve(ref, pointer) if isinstance(ref := below.get("$ref"), str) else None
            for part in (below, _object(target.schema) if target is not None else below):
                if part.get("readOnly") is True or part.get("writeOnly") is True:
                    yield name
        parts = [(branch, f"{pointer}/allOf/{index}") for index, branch in enumerate(_listed(schema.get("allOf")))]
        if isinstance(ref := schema.get("$ref"), str) and (found := self.resolve(ref, pointer)) is not None:
            parts.append((found.schema, found.pointer))
        for base, place in parts if depth < _DEPTH_OF_BASES else ():
            yield from self._one_way(_object(base), place, depth + 1)

    def _below(self, schema: JsonValue, pointer: str) -> JsonValue:
        link = self.link_of(pointer)
        return self.translated(schema, pointer) if link is None else {"$ref": link}

    def _subschemas(self, schema: JsonObject, pointer: str) -> Iterator[tuple[str, JsonValue]]:
        for keyword, value in schema.items():
            place = f"{pointer}/{keyword}"
            if keyword in _SINGLE:
                if isinstance(value, dict | bool):
                    yield keyword, self._below(value, place)
            elif keyword in _KEYED:
                if isinstance(value, dict):
                    yield (
                        keyword,
                        {
                            name: self._below(subschema, f"{place}/{escape(name)}")
                            for name, subschema in value.items()
                            if keyword != "patternProperties" or is_regular_expression(name)
                        },
                    )
            elif keyword in _LISTED and isinstance(value, list) and value:
                yield keyword, [self._below(subschema, f"{place}/{index}") for index, subschema in enumerate(value)]

    def _nullable(self, out: JsonObject) -> JsonObject:
        """Return the translation of a schema of OpenAPI 3.0 with `nullable: true`."""
        types = out.get("type")
        if types is not None and not {"enum", "const", "allOf", "anyOf", "oneOf"} & out.keys():
            return {**out, "type": [*_listed(types), "null"]}
        if self.nullable_wraps:
            return {"anyOf": [out, {"type": "null"}]}
        return {**out, "type": [*_listed(types), "null"]} if types is not None else out

    def _discriminate(self, schema: JsonObject, out: JsonObject, pointer: str) -> None:
        """Make each branch of a union require the discriminator value that maps to it (OpenAPI 3.1, 4.8.25).

        A branch whose own schema allows none of these values is left unchanged: there the description contradicts
        itself.
        """
        discriminator = schema["discriminator"]
        name = discriminator.get("propertyName") if isinstance(discriminator, dict) else None
        for keyword in ("oneOf", "anyOf"):
            written, branches = schema.get(keyword), out.get(keyword)
            if not isinstance(name, str) or not isinstance(written, list) or not isinstance(branches, list):
                continue
            by_branch = [self._values_for(discriminator, name, branch, pointer) for branch in written]
            default = self._default_branch(discriminator, written, pointer)
            for index, values in enumerate(by_branch):
                asked: JsonValue = {"properties": {name: {"enum": values}}, "required": [name]}
                if index == default:
                    others = [value for other, known in enumerate(by_branch) if other != index for value in known]
                    asked = {"properties": {name: {"not": {"enum": others}}}} if others else True
                if values or index == default:
                    branches[index] = {"allOf": [branches[index], asked]}

    def _default_branch(self, discriminator: JsonValue, branches: list[JsonValue], pointer: str) -> int | None:
        """Return the index of the branch of values without a mapped tag (`defaultMapping`, OpenAPI 3.2)."""
        named = discriminator.get("defaultMapping") if isinstance(discriminator, dict) else None
        if not isinstance(named, str):
            return None
        target = self.resolve(named, pointer) or self.resolve(f"#/components/schemas/{named}", pointer)
        for index, branch in enumerate(branches):
            reference = branch.get("$ref") if isinstance(branch, dict) else None
            found = self.resolve(reference, pointer) if isinstance(reference, str) else None
            if found is not None and target is not None and found.pointer == target.pointer:
                return index
        return None

    def _values_for(self, discriminator: JsonValue, name: str, branch: JsonValue, pointer: str) -> list[JsonValue]:
        reference = branch.get("$ref") if isinstance(branch, dict) else None
        target = self.resolve(reference, pointer) if isinstance(reference, str) else None
        if target is None or not isinstance(discriminator, dict):
            return []
        mapping = discriminator.get("mapping")
        values: list[JsonValue] = []
        for value, leads_to in mapping.items() if isinstance(mapping, dict) else ():
            if isinstance(leads_to, str):
                mapped = self.resolve(leads_to, pointer) or self.resolve(f"#/components/schemas/{leads_to}", pointer)
                if mapped is not None and mapped.pointer == target.pointer:
                    values.append(value)
        values = values or [last_token(target.pointer)]
        own = self._own_values(target, name)
        return values if own is None else [value for value in values if value in own]

    def _own_values(self, target: Target, name: str, depth: int = 0) -> list[JsonValue] | None:
        """Return the values that an object schema lists for a property, else what those do that it extends.

        None stands for any string; the list is empty where the property is not declared.
        """
        schema = _object(target.schema)
        below = _object(schema.get("properties")).get(name)
        if isinstance(below, dict):
            values = [below["const"]] if "const" in below else below.get("enum")
            if isinstance(values, list):
                return values
            return None if below.get("type") == "string" else []
        parts = [Target(f"{target.pointer}/allOf/{i}", part, "") for i, part in enumerate(_listed(schema.get("allOf")))]
        if isinstance(ref := schema.get("$ref"), str) and (found := self.resolve(ref, target.pointer)) is not None:
            parts.append(found)
        for part in parts if depth < _DEPTH_OF_BASES else ():
            values = self._own_values(part, name, depth + 1)
            if values != []:
                return values
        return []


def _object(value: JsonValue) -> JsonObject:
    return value if isinstance(value, dict) else {}


def _listed(value: JsonValue) -> list[JsonValue]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _assertions(schema: JsonObject) -> JsonObject:
    """Return the assertions of `schema`, with the exclusive limits in the numeric form of 2020-12."""
    out: JsonObject = {}
    for keyword, value in schema.items():
        if keyword in _BOUNDS:
            if isinstance(value, int | float) and not isinstance(value, bool):
                out[keyword] = value
        elif keyword in _SIZES:
            if isinstance(value, int | float) and not isinstance(value, bool) and value >= 0 and value == int(value):
                out[keyword] = int(value)
        elif _well_formed(keyword, value):
            out[keyword] = _distinct(value) if keyword in ("required", "type") else value
    for keyword, bound in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if schema.get(keyword) is True and bound in out:
            out[keyword] = out.pop(bound)
    values = out.get("enum")
    if _has_text_values(schema, values):
        out["enum"] = [_as_text(value) for value in _listed(values)]
    _assert_format(schema, out)
    return out


def _has_text_values(schema: JsonObject, values: JsonValue) -> bool:
    """Whether the values of an `enum` are strings that YAML parsed as other types; lowering reads them so, too."""
    if not isinstance(values, list) or any(isinstance(value, str) for value in values):
        return False
    untyped = "type" not in schema and all(isinstance(value, bool | None) for value in values)
    return schema.get("type") == "string" or (untyped and any(isinstance(value, bool) for value in values))


def _well_formed(keyword: str, value: JsonValue) -> bool:
    match keyword:
        case "type":
            names = _listed(value)
            return bool(names) and all(isinstance(name, str) and name in _TYPES for name in names)
        case "const":
            return True
        case "enum":
            return isinstance(value, list)
        case "required":
            return isinstance(value, list) and all(isinstance(name, str) for name in value)
        case "uniqueItems":
            return isinstance(value, bool)
        case "multipleOf":
            return isinstance(value, int | float) and not isinstance(value, bool) and value > 0
        case "pattern":
            return isinstance(value, str) and is_regular_expression(value)
        case "dependentRequired":
            return isinstance(value, dict) and all(_well_formed("required", names) for names in value.values())
    return False


def _distinct(names: JsonValue) -> JsonValue:
    """Return names without duplicates, which the meta-schema forbids."""
    return list(dict.fromkeys(map(str, names))) if isinstance(names, list) else names


def _as_text(value: JsonValue) -> JsonValue:
    """Return the text of a value that YAML did not parse as a string."""
    if value is None or isinstance(value, str):
        return value
    return str(value).lower() if isinstance(value, bool) else str(value)


def _assert_format(schema: JsonObject, out: JsonObject) -> None:
    name = schema.get("format")
    if name is None and schema.get("contentEncoding") == "base64":
        name = "byte"
    if isinstance(name, str) and name in _WHOLE_NUMBERS and out.get("type") in ("integer", "number"):
        least, greatest = _WHOLE_NUMBERS[name]
        bounds: JsonObject = {"minimum": least, "maximum": greatest}
        out["allOf"] = [bounds, *_listed(out.get("allOf"))]
    known = standard_format(name)
    if known is not None:
        out["format"] = known
