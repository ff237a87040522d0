"""Translation of OpenAPI 3.0 and 3.1 schemas to JSON Schema 2020-12, for validators of that draft.

Keywords that a validator would reject are left out: unknown and malformed ones, and invalid regular expressions.
Formats are assertions; the formats of OpenAPI's registry are translated to assertions of JSON Schema.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Iterator
from typing import Final

from msgspec import Struct

from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.schemas.discriminators import NOTHING, Conditions, Discriminators
from typewright.schemas.implied_types import implied_type
from typewright.schemas.references import static_reference
from typewright.schemas.validator_patterns import is_regular_expression, validator_pattern

ResolveReference = Callable[[str, str], "Target | None"]
"""`resolve(ref, base)` returns the target of a `$ref` at the canonical pointer `base`, or None."""


class Target(Struct, frozen=True):
    """The target of a reference: its canonical pointer, the schema, and the `$ref` to it in translations (`link`)."""

    pointer: str
    schema: JsonValue
    link: str


_TYPES: Final = frozenset({"string", "integer", "number", "boolean", "array", "object", "null"})
_SCHEMA_KEYWORDS: Final = frozenset(
    {
        *("items", "additionalProperties", "not", "if", "then", "else"),
        *("contains", "propertyNames", "unevaluatedItems", "unevaluatedProperties"),
    }
)
_SCHEMA_MAP_KEYWORDS: Final = frozenset({"properties", "patternProperties", "dependentSchemas"})
_SCHEMA_LIST_KEYWORDS: Final = frozenset({"allOf", "anyOf", "oneOf", "prefixItems"})
_BOUNDS: Final = frozenset({"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"})
_SIZES: Final = frozenset(
    {
        *("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"),
        *("minContains", "maxContains"),
    }
)
_ASSERTIONS: Final = frozenset(
    {"type", "const", "enum", "required", "uniqueItems", "multipleOf", "pattern", "dependentRequired"}
)
"""The other keywords that `_is_well_formed` knows."""
_INTEGER_FORMATS: Final = {
    **{f"int{bits}": (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) for bits in (8, 16, 32, 64)},
    **{f"uint{bits}": (0, 2**bits - 1) for bits in (8, 16, 32, 64)},
}
"""The minimum and maximum of each integer format."""

_MAX_BASE_DEPTH: Final = 8
"""How many levels of `allOf` and `$ref` are searched for read-only and write-only properties."""
_ASSERTED_FORMATS: Final = frozenset(
    {
        *("date-time", "date", "time", "duration", "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6"),
        *("uri", "uri-reference", "iri", "iri-reference", "uuid", "uri-template", "json-pointer"),
        *("relative-json-pointer", "regex", "byte"),
    }
)
_FORMAT_SYNONYMS: Final = {"url": "uri", "base64": "byte", "guid": "uuid", "datetime": "date-time", "ip": "ipv4"}
"""Common synonyms of standard formats."""


def standard_format(name: JsonValue) -> str | None:
    """Return the standard name of a string format that validators assert; None for any other value."""
    if not isinstance(name, str):
        return None
    name = _FORMAT_SYNONYMS.get(name, name)
    return name if name in _ASSERTED_FORMATS else None


def is_base64(text: str) -> bool:
    """Return whether `text` is base64 (RFC 4648, section 4), which `format: byte` requires."""
    try:
        base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return False
    return True


class Dialect(Struct, frozen=True):
    """Translates the schemas of one description.

    With `nullable_wraps`, `nullable` also allows null next to a `$ref`, a composition or an `enum` without null, as
    authors mean it; otherwise only next to `type`, as in OpenAPI 3.0.3.
    """

    resolve: ResolveReference
    link_of: Callable[[str], str | None]
    """Returns the `$ref` to the schema at a pointer if that schema is translated separately, else None."""
    is_before_31: bool
    nullable_wraps: bool = True
    prefers_names: bool = False
    """Whether a discriminator's value must name a branch also where generated code admits other values."""
    dynamic_anchors: frozenset[str] = frozenset()
    decoded: frozenset[str] = frozenset()
    """Pointers of string schemas whose values can also be what their `contentSchema` admits."""

    def translate(self, schema: JsonValue, pointer: str) -> JsonValue:
        """Return the translation of the schema at `pointer`."""
        if not isinstance(schema, dict):
            return schema if isinstance(schema, bool) else True
        reference = static_reference(schema, self.dynamic_anchors)
        if reference is not None and self.is_before_31:
            return self._reference_to(reference, pointer)
        out = dict(self._subschemas(schema, pointer))
        out.update(_assertions(schema))
        if (implied := implied_type(schema, pointer)) is not None:
            out["type"] = implied
        if isinstance(required := out.get("required"), list) and (
            optional := set(self._single_direction_properties(schema, pointer))
        ):
            out["required"] = [name for name in required if name not in optional]
        if reference is not None:
            out["allOf"] = [self._reference_to(reference, pointer), *_as_list(out.get("allOf"))]
        if "discriminator" in schema:
            self._require_discriminator_values(schema, out, pointer)
        if pointer in self.decoded:
            content = self._translate_subschema(schema.get("contentSchema"), f"{pointer}/contentSchema")
            return {"anyOf": [content, out]}
        if self.is_before_31 and schema.get("nullable") is True:
            return self._with_null(out)
        return out

    def is_null_allowed(self, schema: JsonValue, pointer: str) -> bool:
        """Return whether the schema at `pointer` allows null; `nullable` counts next to `type` only (OpenAPI 3.0.3)."""
        if not isinstance(schema, dict):
            return schema is not False
        reference = schema.get("$ref")
        if isinstance(reference, str):
            target = self.resolve(reference, pointer)
            return target is None or self.is_null_allowed(target.schema, target.pointer)
        types, values = schema.get("type"), schema.get("enum")
        if (
            types is not None
            and "null" not in _as_list(types)
            and not (self.is_before_31 and schema.get("nullable") is True)
        ):
            return False
        if isinstance(values, list) and None not in values:
            return False
        parts = [
            (f"{pointer}/{keyword}", schema[keyword]) for keyword in ("allOf", "anyOf", "oneOf") if keyword in schema
        ]
        return all(
            (all if keyword_pointer.endswith("allOf") else any)(
                self.is_null_allowed(subschema, f"{keyword_pointer}/{index}")
                for index, subschema in enumerate(_as_list(subschemas))
            )
            for keyword_pointer, subschemas in parts
        )

    def _reference_to(self, reference: str, pointer: str) -> JsonValue:
        target = self.resolve(reference, pointer)
        return True if target is None else {"$ref": target.link}

    def _single_direction_properties(self, schema: JsonObject, pointer: str, depth: int = 0) -> Iterator[str]:
        """Yield the read-only and write-only properties of an object. They are not required in the other direction.

        OpenAPI 3.0.4, 4.7.24.2: `required` applies to responses or to requests only. The validated values can be of
        either direction.
        """
        for name, property_schema in _object(schema.get("properties")).items():
            schema_members = _object(property_schema)
            target = self.resolve(ref, pointer) if isinstance(ref := schema_members.get("$ref"), str) else None
            for part in (schema_members, _object(target.schema) if target is not None else schema_members):
                if part.get("readOnly") is True or part.get("writeOnly") is True:
                    yield name
        parts = [(branch, f"{pointer}/allOf/{index}") for index, branch in enumerate(_as_list(schema.get("allOf")))]
        if (
            isinstance(ref := schema.get("$ref"), str)
            and (target_of_reference := self.resolve(ref, pointer)) is not None
        ):
            parts.append((target_of_reference.schema, target_of_reference.pointer))
        for base, base_pointer in parts if depth < _MAX_BASE_DEPTH else ():
            yield from self._single_direction_properties(_object(base), base_pointer, depth + 1)

    def _translate_subschema(self, schema: JsonValue, pointer: str) -> JsonValue:
        link = self.link_of(pointer)
        return self.translate(schema, pointer) if link is None else {"$ref": link}

    def _subschemas(self, schema: JsonObject, pointer: str) -> Iterator[tuple[str, JsonValue]]:
        for keyword, value in schema.items():
            keyword_pointer = f"{pointer}/{keyword}"
            if keyword in _SCHEMA_KEYWORDS:
                if isinstance(value, dict | bool):
                    yield keyword, self._translate_subschema(value, keyword_pointer)
            elif keyword in _SCHEMA_MAP_KEYWORDS:
                if isinstance(value, dict):
                    members = {
                        name: self._translate_subschema(subschema, f"{keyword_pointer}/{escape(name)}")
                        for name, subschema in value.items()
                    }
                    yield keyword, _named_by_patterns(members) if keyword == "patternProperties" else members
            elif keyword in _SCHEMA_LIST_KEYWORDS and isinstance(value, list) and value:
                repeated = _repeated_branches(value) if keyword == "oneOf" else ()
                yield (
                    keyword,
                    [
                        index not in repeated and self._translate_subschema(subschema, f"{keyword_pointer}/{index}")
                        for index, subschema in enumerate(value)
                    ],
                )

    def _with_null(self, out: JsonObject) -> JsonObject:
        """Return the translation `out` of an OpenAPI 3.0 schema, extended by null for `nullable: true`."""
        types = out.get("type")
        if types is not None and not {"enum", "const", "allOf", "anyOf", "oneOf"} & out.keys():
            return {**out, "type": [*_as_list(types), "null"]}
        if self.nullable_wraps:
            return {"anyOf": [out, {"type": "null"}]}
        return {**out, "type": [*_as_list(types), "null"]} if types is not None else out

    def _require_discriminator_values(self, schema: JsonObject, out: JsonObject, pointer: str) -> None:
        """Add the conditions of a discriminator to the branches of a union, in place."""
        for keyword in ("oneOf", "anyOf"):
            branches = out.get(keyword)
            conditions = Discriminators(self._located).conditions(schema, keyword, pointer)
            if conditions is None or not isinstance(branches, list):
                continue
            if self.prefers_names:
                conditions = Conditions(conditions.preferred, conditions.preferred, overlaps=False)
            conditioned: list[JsonValue] = [
                branch if required is None and preferred is None else {"allOf": [branch, _either(preferred, required)]}
                for branch, required, preferred in zip(branches, conditions.branches, conditions.preferred, strict=True)
            ]
            overlapping = conditions.overlaps and keyword == "oneOf" and "anyOf" not in out
            del out[keyword]
            out["anyOf" if overlapping else keyword] = conditioned

    def _located(self, ref: str, base: str) -> tuple[JsonValue, str] | None:
        target = self.resolve(ref, base)
        return None if target is None else (target.schema, target.pointer)


def _either(preferred: JsonObject | None, required: JsonObject | None) -> JsonObject:
    """Return a schema for the values of `required`, whose first alternative is `preferred`; None is any value."""
    if preferred in (required, None, NOTHING):
        return required or {}
    return {"anyOf": [preferred, required or {}]}


def _object(value: JsonValue) -> JsonObject:
    return value if isinstance(value, dict) else {}


def _as_list(value: JsonValue) -> list[JsonValue]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _named_by_patterns(members: JsonObject) -> JsonObject:
    """Return `patternProperties` by the patterns of the validator, without names that are no patterns."""
    return {validator_pattern(name): member for name, member in members.items() if is_regular_expression(name)}


def _assertions(schema: JsonObject) -> JsonObject:
    """Return the valid assertions of `schema`, with boolean exclusive limits converted to numeric ones."""
    out: JsonObject = {}
    for keyword, value in schema.items():
        if keyword in _BOUNDS:
            if isinstance(value, int | float) and not isinstance(value, bool):
                out[keyword] = value
        elif keyword in _SIZES:
            if isinstance(value, int | float) and not isinstance(value, bool) and value >= 0 and value == int(value):
                out[keyword] = int(value)
        elif keyword in _ASSERTIONS and _is_well_formed(keyword, value):
            out[keyword] = _without_duplicates(value) if keyword in ("required", "type") else value
            if keyword == "pattern":
                out[keyword] = validator_pattern(str(value))
    for keyword, bound in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if schema.get(keyword) is True and bound in out:
            out[keyword] = out.pop(bound)
    values = out.get("enum")
    if _has_text_values(schema, values):
        out["enum"] = [_as_text(value) for value in _as_list(values)]
    _assert_format(schema, out)
    return out


def _repeated_branches(branches: list[JsonValue]) -> set[int]:
    """Return the indexes of the branches of a `oneOf` that repeat an earlier one, so that no value satisfies just one.

    A branch that is repeated is replaced by `false`.
    """
    first: dict[str, int] = {}
    texts = [json.dumps(branch, sort_keys=True) for branch in branches]
    return {index for index, text in enumerate(texts) if first.setdefault(text, index) != index}


def _has_text_values(schema: JsonObject, values: JsonValue) -> bool:
    """Return whether the values of an `enum` are strings that YAML parsed as other types, as in lowering."""
    if not isinstance(values, list) or any(isinstance(value, str) for value in values):
        return False
    untyped = "type" not in schema and all(isinstance(value, bool | None) for value in values)
    return schema.get("type") == "string" or (untyped and any(isinstance(value, bool) for value in values))


def _is_well_formed(keyword: str, value: JsonValue) -> bool:
    match keyword:
        case "type":
            names = _as_list(value)
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
            return isinstance(value, dict) and all(_is_well_formed("required", names) for names in value.values())
    return False


def _without_duplicates(names: JsonValue) -> JsonValue:
    """Return the names without duplicates, which the meta-schema forbids."""
    return list(dict.fromkeys(map(str, names))) if isinstance(names, list) else names


def _as_text(value: JsonValue) -> JsonValue:
    """Return the text of a scalar that YAML did not parse as a string; null stays null."""
    if value is None or isinstance(value, str):
        return value
    return str(value).lower() if isinstance(value, bool) else str(value)


def _assert_format(schema: JsonObject, out: JsonObject) -> None:
    name = schema.get("format")
    if name is None and schema.get("contentEncoding") == "base64":
        name = "byte"
    if isinstance(name, str) and name in _INTEGER_FORMATS and out.get("type") in ("integer", "number"):
        least, greatest = _INTEGER_FORMATS[name]
        bounds: JsonObject = {"minimum": least, "maximum": greatest}
        out["allOf"] = [bounds, *_as_list(out.get("allOf"))]
    standard = standard_format(name)
    if standard is not None:
        out["format"] = standard
