"""Decides whether null is valid against a schema: `nullable` (OpenAPI 3.0), `type`, `enum`, and compositions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from typewright.base.errors import SpecError
from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.files.limits import MAX_SCHEMA_DEPTH
from typewright.openapi.lower.keywords import is_annotation
from typewright.openapi.reading import Reader

_HABIT = "null-beside-enums"
_NULL_KEYWORDS = frozenset({"not", "nullable", "enum"})
"""The keywords besides `type` that can say of a schema itself whether null is valid."""


def is_nullable(schema: JsonObject, reader: Reader) -> bool:
    """Return whether a schema's own keywords allow null beside other values (3.0 `nullable`, 3.1 type lists).

    A type list with null does not if `enum` or `const` excludes null, because all assertions hold (JSON Schema 2020-12
    Core, 7.6.1), unless the description has the habit `null-beside-enums`.
    """
    if _NULL_KEYWORDS.isdisjoint(schema) and not isinstance(schema.get("type"), list):
        return False
    if is_null(schema.get("not")):
        return False
    types = schema.get("type")
    if isinstance(types, list) and "null" in types and len(types) > 1:
        return _HABIT in reader.habits or not _has_other_values(schema)
    if schema.get("nullable") is True and not is_bare_nullable(schema):
        return True
    values = schema.get("enum")
    return types is None and isinstance(values, list) and None in values and len(values) > 1


def _has_other_values(schema: JsonObject) -> bool:
    """Return whether `enum` or `const` lists values, and null is not among them."""
    values = schema.get("enum")
    if isinstance(values, list) and values and None not in values:
        return True
    return "const" in schema and schema["const"] is not None


def is_bare_nullable(schema: JsonObject) -> bool:
    """Return whether a schema has only `nullable` and annotations, so that any value is valid."""
    return all(map(is_annotation, schema))


def is_null(schema: JsonValue) -> bool:
    """Return whether null is the only valid value."""
    if not isinstance(schema, dict):
        return False
    if schema.get("type") in ("null", ["null"]):
        return True
    return schema.get("enum") == [None] or ("const" in schema and schema["const"] is None)


def null_rule(schema: JsonValue, pointer: str, reader: Reader, chain: tuple[str, ...] = ()) -> bool | None:
    """Return True if the schema at `pointer` explicitly allows null, False if it excludes null, else None.

    All keywords, compositions and targets of references are taken into account; one that excludes null decides (JSON
    Schema 2020-12 Core, 10.2.1.1). As an exception, `nullable: true` of OpenAPI 3.0 beside a composition allows null,
    which is what authors mean by it.
    """
    if not isinstance(schema, dict):
        return False if schema is False else None
    if len(chain) > MAX_SCHEMA_DEPTH:
        return None
    if schema.get("nullable") is True and not is_bare_nullable(schema) and "$ref" not in schema:
        return True
    return _conjunction(_rules(schema, pointer, reader, chain))


def _rules(schema: JsonObject, pointer: str, reader: Reader, chain: tuple[str, ...]) -> Iterator[bool | None]:
    """Yield the null rule of each keyword of a schema that has one."""
    types, values = schema.get("type"), schema.get("enum")
    if types is not None:
        yield "null" in types if isinstance(types, list) else types == "null"
    is_decided = _HABIT in reader.habits and isinstance(types, list) and "null" in types
    if isinstance(values, list) and values and not is_decided:
        yield None in values
    if "const" in schema and not is_decided:
        yield schema["const"] is None
    if is_null(schema.get("not")):
        yield False
    ref = schema.get("$ref")
    if isinstance(ref, str):
        yield _rule_of_target(ref, pointer, reader, chain)
    for keyword in ("allOf", "oneOf", "anyOf"):
        branches = schema.get(keyword)
        if isinstance(branches, list) and branches:
            branch_rules = [
                null_rule(branch, f"{pointer}/{keyword}/{index}", reader, (*chain, pointer))
                for index, branch in enumerate(branches)
            ]
            yield _conjunction(branch_rules) if keyword == "allOf" else _disjunction(branch_rules)


def _rule_of_target(ref: str, pointer: str, reader: Reader, chain: tuple[str, ...]) -> bool | None:
    try:
        target = reader.document.follow(ref, pointer)
    except SpecError:
        return None
    if target.pointer in chain:
        return None
    return null_rule(target.value, target.pointer, reader, (*chain, target.pointer))


def _conjunction(rules: Iterable[bool | None]) -> bool | None:
    """Return the null rule of a conjunction: False if one rule is False, None if all are None, else True."""
    stated = [rule for rule in rules if rule is not None]
    return all(stated) if stated else None


def _disjunction(rules: Iterable[bool | None]) -> bool | None:
    """Return the null rule of a disjunction: True if one rule is True, else None if one is None, else False."""
    stated = list(rules)
    return True if True in stated else None if None in stated else False
