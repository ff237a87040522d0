"""Whether a schema admits null: OpenAPI 3.0's `nullable`, lists of types and enumerations of 3.1, and compositions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from typewright.base.errors import SpecError
from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.files.limits import MAX_SCHEMA_DEPTH
from typewright.openapi.lower.notes import is_annotation
from typewright.openapi.reading import Reader


def nullable(schema: JsonObject) -> bool:
    """Whether the schema's own keywords admit null beside something else (OpenAPI 3.0 `nullable`, 3.1 type lists).

    A type list with null does whatever `enum` beside it lists: authors leave null out of that, and send it.
    """
    types = schema.get("type")
    if isinstance(types, list) and "null" in types and len(types) > 1:
        return True
    if schema.get("nullable") is True and not is_bare_nullable(schema):
        return True
    values = schema.get("enum")
    return types is None and isinstance(values, list) and None in values and len(values) > 1


def is_bare_nullable(schema: JsonObject) -> bool:
    """Whether nothing but `nullable` and annotations are said: any value, null among them."""
    return all(map(is_annotation, schema))


def is_null(schema: JsonValue) -> bool:
    """Whether null is the only valid value."""
    if not isinstance(schema, dict):
        return False
    if schema.get("type") in ("null", ["null"]):
        return True
    return schema.get("enum") == [None] or ("const" in schema and schema["const"] is None)


def null_rule(schema: JsonValue, pointer: str, reader: Reader, chain: tuple[str, ...] = ()) -> bool | None:
    """Return what the schema at `pointer` says of null, by its own keywords, its compositions and what it refers to.

    True where it names null among its values, False where it excludes it, None where null passes since nothing is said
    of it. All of these are asserted at once (JSON Schema 2020-12 Core, 10.2.1.1), so one that excludes null decides.
    OpenAPI 3.0's `nullable` beside a composition is taken as it is meant: null is admitted, whatever that says.
    """
    if not isinstance(schema, dict):
        return False if schema is False else None
    if len(chain) > MAX_SCHEMA_DEPTH:
        return None
    if schema.get("nullable") is True and not is_bare_nullable(schema) and "$ref" not in schema:
        return True
    return _all(_rules(schema, pointer, reader, chain))


def _rules(schema: JsonObject, pointer: str, reader: Reader, chain: tuple[str, ...]) -> Iterator[bool | None]:
    """Yield what each part of a schema says of null."""
    types, values = schema.get("type"), schema.get("enum")
    if types is not None:
        yield "null" in types if isinstance(types, list) else types == "null"
    named = isinstance(types, list) and "null" in types
    if isinstance(values, list) and values and not named:
        yield None in values
    if "const" in schema and not named:
        yield schema["const"] is None
    if is_null(schema.get("not")):
        yield False
    ref = schema.get("$ref")
    if isinstance(ref, str):
        yield _rule_of_target(ref, pointer, reader, chain)
    for keyword in ("allOf", "oneOf", "anyOf"):
        branches = schema.get(keyword)
        if isinstance(branches, list) and branches:
            below = [
                null_rule(branch, f"{pointer}/{keyword}/{index}", reader, (*chain, pointer))
                for index, branch in enumerate(branches)
            ]
            yield _all(below) if keyword == "allOf" else _any(below)


def _rule_of_target(ref: str, pointer: str, reader: Reader, chain: tuple[str, ...]) -> bool | None:
    try:
        target = reader.document.follow(ref, pointer)
    except SpecError:
        return None
    if target.pointer in chain:
        return None
    return null_rule(target.value, target.pointer, reader, (*chain, target.pointer))


def _all(rules: Iterable[bool | None]) -> bool | None:
    """Return what several rules say together, all of which hold."""
    said = [rule for rule in rules if rule is not None]
    return all(said) if said else None


def _any(rules: Iterable[bool | None]) -> bool | None:
    """Return what several rules say together, of which one holds."""
    said = list(rules)
    return True if True in said else None if None in said else False
