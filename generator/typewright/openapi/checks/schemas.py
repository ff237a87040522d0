"""Checks for contradictory and invalid schemas (JSON Schema 2020-12 Validation, section 6)."""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import quote

from typewright.base.errors import Severity, SpecError
from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.files.limits import MAX_SCHEMA_DEPTH
from typewright.openapi.reading import Reader, json_type, value_text
from typewright.openapi.traversal import Node
from typewright.openapi.type_names import TYPES

_BOUNDS = (
    ("minimum", "maximum"),
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
)
_EXCLUSIVE_BOUNDS = (
    ("exclusiveMinimum", "maximum"),
    ("minimum", "exclusiveMaximum"),
    ("exclusiveMinimum", "exclusiveMaximum"),
)
"""Pairs of a lower and an upper bound, at least one of them exclusive."""
_RARE_KEYWORDS = frozenset(
    (
        "pattern",
        "patternProperties",
        "discriminator",
        *(keyword for bounds in (*_BOUNDS, *_EXCLUSIVE_BOUNDS) for keyword in bounds),
    )
)
_CHECKED_KEYWORDS = _RARE_KEYWORDS | {"type", "enum", "default"}
"""The keywords that are checked. Schemas without one of them are skipped."""

_SINGLE_TYPES = {name: frozenset((name,)) for name in TYPES}
_CONTAINERS = (dict, list)
_MAX_ALTERNATIVES = 8
"""How many levels of alternatives within alternatives are looked at."""


def check_schema(node: Node, schema: JsonObject, reader: Reader) -> None:
    """Report contradictions and invalid values in `schema`. Siblings of a `$ref` are ignored in OpenAPI 3.0."""
    if _CHECKED_KEYWORDS.isdisjoint(schema) or ("$ref" in schema and reader.is_before_31):
        return
    if "enum" in schema:
        _check_enum(node, schema, reader)
    if "default" in schema:
        _check_default(node, schema, reader)
    if not _RARE_KEYWORDS.isdisjoint(schema):
        _check_patterns(node, schema, reader)
        _check_bounds(node, schema, reader)
        _check_discriminator(node, schema, reader)
    if reader.is_before_31 and schema.get("type") == "array" and "items" not in schema:
        message = "an array needs 'items'; without it, its elements can be anything"
        reader.warn("W308", message, node.pointer)


def types_of(schema: JsonObject) -> frozenset[str]:
    """Return the types that `type` and `nullable` allow; an empty set means any type."""
    written = schema.get("type")
    if isinstance(written, str) and "nullable" not in schema:
        return _SINGLE_TYPES.get(written) or frozenset((written,))
    names = [name for name in (written if isinstance(written, list) else [written]) if isinstance(name, str)]
    if names and schema.get("nullable") is True:
        names.append("null")
    return frozenset(names)


def is_of_type(value: JsonValue, types: frozenset[str]) -> bool:
    """Return whether `value` is of one of the JSON Schema `types`; an empty set allows any type."""
    if not types:
        return True
    match value:
        case None:
            return "null" in types
        case bool():
            return "boolean" in types
        case int():
            return bool(types & {"integer", "number"})
        case float():
            return "number" in types or ("integer" in types and value.is_integer())
        case str():
            return "string" in types
        case list():
            return "array" in types
    return "object" in types


@lru_cache(maxsize=4096)
def is_regular_expression(pattern: str) -> bool:
    """Return whether `pattern` is a regular expression in the dialect of Python or of ECMA-262."""
    try:
        with warnings.catch_warnings():  # Python warns of syntax that other dialects read differently
            warnings.simplefilter("ignore")
            re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        from jsonschema_rs import Draft202012Validator  # noqa: PLC0415 - few descriptions need it

        try:
            Draft202012Validator({"pattern": pattern})
        except ValueError:
            return False
    return True


def _check_enum(node: Node, schema: JsonObject, reader: Reader) -> None:
    values = schema.get("enum")
    if not isinstance(values, list):
        return
    pointer, types = f"{node.pointer}/enum", types_of(schema)
    texts = {value for value in values if isinstance(value, str)}
    if len(texts) == len(values) and is_of_type("", types):
        return
    seen: set[str] = set()
    for index, value in enumerate(values):
        canonical = json.dumps(value, sort_keys=True)
        if canonical in seen:
            message = f"enum value {value_text(value)} is given twice"
            reader.warn("W306", message, f"{pointer}/{index}")
        seen.add(canonical)
    expected = " or ".join(sorted(types - {"null"})) or "null"
    for index, value in enumerate(values):
        if not is_of_type(value, types):
            message = (
                f"enum value {value_text(value)} is {json_type(value)}, but the type is {expected}; it is left out"
            )
            reader.warn("W304", message, f"{pointer}/{index}", help_="correct the value or 'type'")


def _check_default(node: Node, schema: JsonObject, reader: Reader) -> None:
    """Report a default that is invalid against `type` or `enum`, of the schema or of one it refers to or includes."""
    value, pointer = schema.get("default"), f"{node.pointer}/default"
    for part, _ in applied_schemas(schema, node.pointer, reader) if value is not None else ():
        types, values = types_of(part), part.get("enum")
        if not is_of_type(value, types):
            expected = " or ".join(sorted(types))
            message = f"the default {value_text(value)} is {json_type(value)}, but the type is {expected}"
        elif isinstance(values, list) and values and value not in values and str(value) not in map(str, values):
            message = f"the default {value_text(value)} is not among the values of 'enum'"
        else:
            continue
        reader.warn("W322", message, pointer)
        return


def applied_schemas(schema: JsonObject, pointer: str, reader: Reader) -> Iterator[tuple[JsonObject, str]]:
    """Yield `schema` and the schemas that `$ref` and `allOf` apply to the same instance, each with its pointer."""
    worklist: list[tuple[JsonValue, str]] = [(schema, pointer)]
    seen: set[str] = set()
    while worklist:
        part, part_pointer = worklist.pop(0)
        if not isinstance(part, dict) or part_pointer in seen:
            continue
        seen.add(part_pointer)
        yield part, part_pointer
        ref, branches = part.get("$ref"), part.get("allOf")
        if isinstance(ref, str) and (target := _target(ref, part_pointer, reader)) is not None:
            worklist.append(target)
        branch_list = branches if isinstance(branches, list) else []
        worklist += [(branch, f"{part_pointer}/allOf/{index}") for index, branch in enumerate(branch_list)]


def possible_types(schema: JsonObject, pointer: str, reader: Reader, depth: int = 0) -> frozenset[str]:
    """Return the types that a schema allows with all that it refers to and consists of; an empty set for any type."""
    stated = []
    for part, part_pointer in applied_schemas(schema, pointer, reader):
        stated.append(types_of(part))
        for keyword in ("oneOf", "anyOf") if depth < _MAX_ALTERNATIVES else ():
            alternatives = [
                possible_types(*branch, reader, depth + 1) for branch in branches_of(part, keyword, part_pointer)
            ]
            stated.append(frozenset[str]().union(*alternatives) if all(alternatives) else frozenset())
    stated = [types for types in stated if types]
    return frozenset[str].intersection(*stated) if stated else frozenset()


def branches_of(schema: JsonObject, keyword: str, pointer: str) -> Iterator[tuple[JsonObject, str]]:
    """Yield the schemas that a keyword lists, each with its pointer; an empty schema for a boolean."""
    branches = schema.get(keyword)
    for index, branch in enumerate(branches if isinstance(branches, list) else ()):
        yield (branch if isinstance(branch, dict) else {}), f"{pointer}/{keyword}/{index}"


def _target(ref: str, base: str, reader: Reader) -> tuple[JsonValue, str] | None:
    try:
        target = reader.document.follow(ref, base)
    except SpecError:
        return None
    return target.value, target.pointer


def check_depth(node: Node, parent: JsonObject, reader: Reader) -> None:
    """Report values that become literals in generated code and nest deeper than an interpreter accepts."""
    if node.kind.structural_fields.issuperset(parent):
        return
    for key, value in parent.items():
        if not isinstance(value, _CONTAINERS):
            continue
        member = node.kind.members.get(key)
        if (member is None or member.kind == "any") and is_deeper(value, MAX_SCHEMA_DEPTH):
            message = f"the value of '{key}' nests more than {MAX_SCHEMA_DEPTH} levels deep"
            advice = "describe such values by a schema, or show a smaller one"
            severity = Severity.ERROR if _is_within(node.pointer, reader.reached) else Severity.WARNING
            reader.report("E117", message, f"{node.pointer}/{escape(key)}", help_=advice, severity=severity)


def _is_within(pointer: str, reached: set[str]) -> bool:
    """Return whether `pointer` or one of its parents is in `reached`."""
    while pointer.partition("#")[2]:
        if pointer in reached:
            return True
        pointer = pointer.rpartition("/")[0]
    return False


def is_deeper(value: JsonValue, levels: int) -> bool:
    """Return whether lists and objects in `value` nest more than `levels` deep."""
    level = [value]
    for _ in range(levels + 1):
        level = [
            inner
            for node in level
            if isinstance(node, _CONTAINERS)
            for inner in (node.values() if isinstance(node, dict) else node)
        ]
        if not level:
            return False
    return True


def _check_patterns(node: Node, schema: JsonObject, reader: Reader) -> None:
    keyed = schema.get("patternProperties")
    keyword_pointer = f"{node.pointer}/patternProperties"
    keys = [(key, f"{keyword_pointer}/{escape(key)}", True) for key in (keyed if isinstance(keyed, dict) else ())]
    written = [(schema.get("pattern"), f"{node.pointer}/pattern", False), *keys]
    for pattern, pointer, is_key in written:
        if isinstance(pattern, str) and not is_regular_expression(pattern):
            message = f"{value_text(pattern)} is no regular expression"
            reader.warn("W320", message, pointer, at_key=is_key)


def _check_bounds(node: Node, schema: JsonObject, reader: Reader) -> None:
    for lower, upper in _BOUNDS:
        least, most = schema.get(lower), schema.get(upper)
        if _is_number(least) and _is_number(most) and least > most:  # type: ignore[operator]
            message = f"'{lower}' {least} is above '{upper}' {most}: no value fits"
            reader.warn("E302", message, f"{node.pointer}/{lower}")
    for lower, upper in _EXCLUSIVE_BOUNDS:
        least, most = schema.get(lower), schema.get(upper)
        if _is_number(least) and _is_number(most) and least >= most:  # type: ignore[operator]
            message = f"'{lower}' {least} is not below '{upper}' {most}: no value fits"
            reader.warn("E302", message, f"{node.pointer}/{lower}")


def _is_number(value: JsonValue) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _check_discriminator(node: Node, schema: JsonObject, reader: Reader) -> None:
    """Report entries of a discriminator mapping whose target is none of the variants."""
    written = schema.get("discriminator")
    mapping = written.get("mapping") if isinstance(written, dict) else None
    variants = set(variants_of(schema, node.pointer, reader)) if isinstance(mapping, dict) else set()
    for value, name in mapping.items() if isinstance(mapping, dict) and variants else ():
        pointer = f"{node.pointer}/discriminator/mapping/{escape(value)}"
        target = mapping_target(name, pointer, reader) if isinstance(name, str) else None
        if target is not None and target not in variants:
            message = f"the mapping leads to '{name}', which is none of the variants"
            reader.warn("W312", message, pointer, help_="add it to 'oneOf' or 'anyOf', or remove it")


def mapping_target(name: str, base: str, reader: Reader) -> str | None:
    """Return the canonical pointer of the schema that a mapping value names: a component's name or a reference.

    Return None if there is no such schema. `base` is the pointer of the mapping value.
    """
    components = reader.document.root.get("components")
    schemas = components.get("schemas") if isinstance(components, dict) else None
    if isinstance(schemas, dict) and name in schemas:
        return _target_pointer(f"#/components/schemas/{quote(escape(name))}", base, reader)
    return _target_pointer(name, base, reader)


def _target_pointer(ref: str, base: str, reader: Reader) -> str | None:
    target = _target(ref, base, reader)
    return None if target is None else target[1]


def variants_of(schema: JsonObject, pointer: str, reader: Reader) -> Iterator[str | None]:
    """Yield the canonical pointers of the `$ref` branches of `oneOf` and `anyOf`; None for one without a target."""
    for keyword in ("oneOf", "anyOf"):
        branches = schema.get(keyword)
        for index, branch in enumerate(branches if isinstance(branches, list) else []):
            ref = branch.get("$ref") if isinstance(branch, dict) else None
            if isinstance(ref, str):
                yield _target_pointer(ref, f"{pointer}/{keyword}/{index}", reader)
