"""Checks of schemas that contradict themselves or are invalid (JSON Schema 2020-12 Validation, section 6)."""

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
from typewright.openapi.reading import Reader, json_type, shown
from typewright.openapi.traversal import Node

_BOUNDS = (
    ("minimum", "maximum"),
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
)
_OPEN_BOUNDS = (
    ("exclusiveMinimum", "maximum"),
    ("minimum", "exclusiveMaximum"),
    ("exclusiveMinimum", "exclusiveMaximum"),
)
"""Pairs of which at least one admits no value that equals it."""
_RARE = frozenset(
    (
        "pattern",
        "patternProperties",
        "discriminator",
        *(keyword for bounds in (*_BOUNDS, *_OPEN_BOUNDS) for keyword in bounds),
    )
)
_CHECKED = _RARE | {"type", "enum", "default"}
"""The keywords that are looked at; most schemas have few of them."""


def check_schema(node: Node, schema: JsonObject, reader: Reader) -> None:
    """Report what makes the schema at `node` useless or doubtful; the siblings of a `$ref` are ignored in 3.0."""
    if schema.keys().isdisjoint(_CHECKED) or ("$ref" in schema and reader.before_31):
        return
    _check_enum(node, schema, reader)
    _check_default(node, schema, reader)
    if not schema.keys().isdisjoint(_RARE):
        _check_patterns(node, schema, reader)
        _check_bounds(node, schema, reader)
        _check_discriminator(node, schema, reader)
    if reader.before_31 and schema.get("type") == "array" and "items" not in schema:
        message = "an array needs 'items'; without it, its elements can be anything"
        reader.warn("W308", message, node.pointer)


def types_of(schema: JsonObject) -> frozenset[str]:
    """Return the types that the `type` and `nullable` of a schema allow; none where it has neither."""
    written = schema.get("type")
    names = [name for name in (written if isinstance(written, list) else [written]) if isinstance(name, str)]
    if names and schema.get("nullable") is True:
        names.append("null")
    return frozenset(names)


def is_of_type(value: JsonValue, types: frozenset[str]) -> bool:
    """Whether `value` is of one of the JSON Schema `types`; always true where there are none."""
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
    """Whether `pattern` is a regular expression in the dialect of Python or of ECMA-262."""
    try:
        with warnings.catch_warnings():  # of what other dialects read differently
            warnings.simplefilter("ignore")
            re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        from jsonschema_rs import Draft202012Validator  # noqa: PLC0415 - hardly a description needs it

        try:
            Draft202012Validator({"pattern": pattern})
        except ValueError:
            return False
    return True


def _check_enum(node: Node, schema: JsonObject, reader: Reader) -> None:
    values = schema.get("enum")
    if not isinstance(values, list):
        return
    pointer = f"{node.pointer}/enum"
    seen: set[str] = set()
    for index, value in enumerate(values):
        canonical = json.dumps(value, sort_keys=True)
        if canonical in seen:
            message = f"enum value {shown(value)} is given twice"
            reader.warn("W306", message, f"{pointer}/{index}")
        seen.add(canonical)
    types = types_of(schema)
    expected = " or ".join(sorted(types - {"null"})) or "null"
    for index, value in enumerate(values):
        if not is_of_type(value, types):
            message = f"enum value {shown(value)} is {json_type(value)}, but the type is {expected}; it is left out"
            reader.warn("W304", message, f"{pointer}/{index}", help_="correct the value or 'type'")


def _check_default(node: Node, schema: JsonObject, reader: Reader) -> None:
    """Report a default that a `type` or an `enum` refuses, also one of those that are collected by reference."""
    value, pointer = schema.get("default"), f"{node.pointer}/default"
    for part in _parts(schema, node.pointer, reader) if value is not None else ():
        types, values = types_of(part), part.get("enum")
        if not is_of_type(value, types):
            expected = " or ".join(sorted(types))
            message = f"the default {shown(value)} is {json_type(value)}, but the type is {expected}"
        elif isinstance(values, list) and values and value not in values and str(value) not in map(str, values):
            message = f"the default {shown(value)} is not among the values of 'enum'"
        else:
            continue
        reader.warn("W322", message, pointer)
        return


def _parts(schema: JsonObject, pointer: str, reader: Reader) -> Iterator[JsonObject]:
    """Yield a schema and those that apply to the same value, through `$ref` and `allOf`."""
    left: list[tuple[JsonValue, str]] = [(schema, pointer)]
    met: set[str] = set()
    while left:
        part, place = left.pop(0)
        if not isinstance(part, dict) or place in met:
            continue
        met.add(place)
        yield part
        ref, branches = part.get("$ref"), part.get("allOf")
        if isinstance(ref, str) and (target := _target(ref, place, reader)) is not None:
            left.append(target)
        listed = branches if isinstance(branches, list) else []
        left += [(branch, f"{place}/allOf/{index}") for index, branch in enumerate(listed)]


def _target(ref: str, base: str, reader: Reader) -> tuple[JsonValue, str] | None:
    try:
        target = reader.document.follow(ref, base)
    except SpecError:
        return None
    return target.value, target.pointer


def check_depth(node: Node, parent: JsonObject, reader: Reader) -> None:
    """Report values in an object that become code literals and nest too deeply for an interpreter."""
    for key, value in parent.items():
        if not isinstance(value, dict | list):
            continue
        member = node.kind.members.get(key)
        if (member is None or member.kind == "any") and is_deeper(value, MAX_SCHEMA_DEPTH):
            message = f"the value of '{key}' nests more than {MAX_SCHEMA_DEPTH} levels deep"
            advice = "describe such values by a schema, or show a smaller one"
            severity = Severity.ERROR if _is_within(node.pointer, reader.reached) else Severity.WARNING
            reader.report("E117", message, f"{node.pointer}/{escape(key)}", help_=advice, severity=severity)


def _is_within(pointer: str, reached: set[str]) -> bool:
    """Whether code is generated from the object at `pointer` or from an enclosing one."""
    while pointer.partition("#")[2]:
        if pointer in reached:
            return True
        pointer = pointer.rpartition("/")[0]
    return False


def is_deeper(value: JsonValue, levels: int) -> bool:
    """Whether lists and objects in `value` nest more than `levels` deep."""
    layer = [value]
    for _ in range(levels + 1):
        layer = [
            inner
            for node in layer
            if isinstance(node, dict | list)
            for inner in (node.values() if isinstance(node, dict) else node)
        ]
        if not layer:
            return False
    return True


def _check_patterns(node: Node, schema: JsonObject, reader: Reader) -> None:
    keyed = schema.get("patternProperties")
    below = f"{node.pointer}/patternProperties"
    keys = [(key, f"{below}/{escape(key)}", True) for key in (keyed if isinstance(keyed, dict) else ())]
    written = [(schema.get("pattern"), f"{node.pointer}/pattern", False), *keys]
    for pattern, pointer, is_key in written:
        if isinstance(pattern, str) and not is_regular_expression(pattern):
            message = f"{shown(pattern)} is no regular expression"
            reader.warn("W320", message, pointer, key=is_key)


def _check_bounds(node: Node, schema: JsonObject, reader: Reader) -> None:
    for lower, upper in _BOUNDS:
        least, most = schema.get(lower), schema.get(upper)
        if _is_number(least) and _is_number(most) and least > most:  # type: ignore[operator]
            message = f"'{lower}' {least} is above '{upper}' {most}: no value fits"
            reader.warn("E302", message, f"{node.pointer}/{lower}")
    for lower, upper in _OPEN_BOUNDS:
        least, most = schema.get(lower), schema.get(upper)
        if _is_number(least) and _is_number(most) and least >= most:  # type: ignore[operator]
            message = f"'{lower}' {least} is not below '{upper}' {most}: no value fits"
            reader.warn("E302", message, f"{node.pointer}/{lower}")


def _is_number(value: JsonValue) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _check_discriminator(node: Node, schema: JsonObject, reader: Reader) -> None:
    """Report entries of a mapping that lead to a schema which is none of the variants."""
    written = schema.get("discriminator")
    mapping = written.get("mapping") if isinstance(written, dict) else None
    variants = set(variants_of(schema, node.pointer, reader)) if isinstance(mapping, dict) else set()
    for value, name in mapping.items() if isinstance(mapping, dict) and variants else ():
        pointer = f"{node.pointer}/discriminator/mapping/{escape(value)}"
        target = mapped(name, pointer, reader) if isinstance(name, str) else None
        if target is not None and target not in variants:
            message = f"the mapping leads to '{name}', which is none of the variants"
            reader.warn("W312", message, pointer, help_="add it to 'oneOf' or 'anyOf', or remove it")


def mapped(name: str, base: str, reader: Reader) -> str | None:
    """Return the canonical pointer of the target of a mapping's value: a component's name, or a reference."""
    components = reader.document.root.get("components")
    schemas = components.get("schemas") if isinstance(components, dict) else None
    if isinstance(schemas, dict) and name in schemas:
        return _end(f"#/components/schemas/{quote(escape(name))}", base, reader)
    return _end(name, base, reader)


def _end(ref: str, base: str, reader: Reader) -> str | None:
    target = _target(ref, base, reader)
    return None if target is None else target[1]


def variants_of(schema: JsonObject, pointer: str, reader: Reader) -> Iterator[str | None]:
    """Yield the canonical pointers of the schemas that a union lists by reference."""
    for keyword in ("oneOf", "anyOf"):
        branches = schema.get(keyword)
        for index, branch in enumerate(branches if isinstance(branches, list) else []):
            ref = branch.get("$ref") if isinstance(branch, dict) else None
            if isinstance(ref, str):
                yield _end(ref, f"{pointer}/{keyword}/{index}", reader)
