"""The oracle of `diff`: what it says of two schemas is held against values that the one admits and the other does not.

For every keyword that models enforce, a schema is made stricter and looser, in what is sent and in what is received. A
value that was valid and no longer is breaks callers who send it, so a request's verdict is that of the values. In what
comes back, a change that values show is at least told, and breaks where a type admits more.
"""

from __future__ import annotations

import json
import random
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typewright.changes import Changes, NamedApi, compare
from typewright.openapi.document import document_from_bytes
from typewright.openapi.lower import lower

from tests.constraint_pairs import EQUAL, PAIRS
from tests.drawn_instances import STRANGE, Drawer

ROUNDS = 400
WHOLE_NUMBERS = {"int32": 2**31, "int64": 2**63}
OBJECTS = [
    {"a": "x"},
    {"b": 3},
    {"a": "x", "b": 3},
    {"a": "x", "b": 1},
    {"zzz": 1},
    {"zzz": "t"},
    {"zzz": 1.5},
    {"c": "x"},
    {"z": 1},
    {"a": "x", "zzz": 1},
    {"a": "x", "b": 3, "zzz": 1},
    {"b": 3, "zzz": "t"},
    {"a": "x", "c": "x"},
    {"abcdefgh": 1},
    {},
    {"abc": 1},
    {"z": 1.5},
    {"zzz": True},
    {"a": 1.5},
    {"a": 1},
    {"meow": "x"},
    {"bark": 1},
    {"bark": 9},
]
LISTS = [
    [],
    ["a"],
    ["b"],
    ["a", "a"],
    ["a", "b"],
    ["a", "a", "b"],
    ["x", 1],
    ["x", "y"],
    ["x", 1, "y"],
    [1.5],
    [1],
    ["x", 1.5],
]
SCALARS = [
    *range(-1, 12),
    1.5,
    2.5,
    2**40,
    "",
    "a",
    "b",
    "c",
    "abc",
    "z",
    "zzzzzz",
    "ab9",
    "1.2.3.4",
    "x" * 20,
    None,
    True,
]


def values(rng: random.Random, *schemas: Any) -> list[Any]:
    """Return values to try: fixed ones, and such as are drawn from the schemas and changed."""
    drawer = Drawer({}, rng)
    drawn = [drawer.draw(schema) for _ in range(ROUNDS // 4) for schema in schemas]
    return [*STRANGE, *SCALARS, *OBJECTS, *LISTS, *drawn, *map(drawer.changed, drawn)]


def admitted(schema: Any, candidates: list[Any]) -> set[int]:
    limit = WHOLE_NUMBERS.get(schema.get("format"), 0)
    bounds = {"minimum": -limit, "maximum": limit - 1} if limit else {}
    validator = jsonschema_rs.Draft202012Validator({**schema, **bounds}, validate_formats=True)
    return {index for index, value in enumerate(candidates) if validator.is_valid(value)}


def described(schema: Any, *, sent: bool, as_component: bool) -> NamedApi:
    reference = {"$ref": "#/components/schemas/S"} if as_component else schema
    content = {
        "application/json": {"schema": {"type": "object", "required": ["value"], "properties": {"value": reference}}}
    }
    body = {"requestBody": {"required": True, "content": content}} if sent else {}
    answer = {"204": {"description": "Done."}} if sent else {"200": {"description": "Done.", "content": content}}
    root = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {"/p": {"post": {"operationId": "send", **body, "responses": answer}}},
        "components": {"schemas": {"S": schema} if as_component else {}},
    }
    api, diagnostics = lower(document_from_bytes(json.dumps(root).encode(), "spec.json"))
    assert [fault for fault in diagnostics if fault.code.startswith("E")] == []
    return NamedApi(api)


def changes(old: Any, new: Any, *, sent: bool, as_component: bool) -> Changes:
    sides = (described(schema, sent=sent, as_component=as_component) for schema in (old, new))
    return compare(*sides)


def differences(old: Any, new: Any, seed: str) -> tuple[bool, bool]:
    """Return whether something valid became invalid, and something invalid valid."""
    candidates = values(random.Random(seed), old, new)  # noqa: S311 - not for secrets
    before, after = admitted(old, candidates), admitted(new, candidates)
    return bool(before - after), bool(after - before)


ROWS = [
    pytest.param(
        pair,
        tightened,
        as_component,
        id=f"{name}-{'tightened' if tightened else 'loosened'}-{'component' if as_component else 'inline'}",
    )
    for name, pair in PAIRS.items()
    for tightened in (True, False)
    for as_component in (True, False)
]


@pytest.mark.parametrize(("pair", "tightened", "as_component"), ROWS)
def test_requests_break_where_a_valid_value_became_invalid(pair: Any, *, tightened: bool, as_component: bool) -> None:
    old, new = (pair.loose, pair.strict) if tightened else (pair.strict, pair.loose)
    lost, gained = differences(old, new, "requests")
    assert (lost, gained) == (tightened, not tightened), "the values that are drawn do not show the difference"
    found = changes(old, new, sent=True, as_component=as_component)
    assert found.all, "no change is told"
    breaks = lost or ("tightened" if tightened else "loosened") in pair.breaks_code
    assert any(change.request for change in found.all) == breaks, [change.message for change in found.all]


@pytest.mark.parametrize(("pair", "tightened", "as_component"), ROWS)
def test_answers_tell_what_values_show(pair: Any, *, tightened: bool, as_component: bool) -> None:
    old, new = (pair.loose, pair.strict) if tightened else (pair.strict, pair.loose)
    found = changes(old, new, sent=False, as_component=as_component)
    assert found.all, "no change is told"
    breaks = (pair.by_type and not tightened) or ("tightened" if tightened else "loosened") in pair.breaks_code
    told = [change.message for change in found.all]
    assert bool(found.breaking) == breaks or (pair.by_type and tightened), told


SCHEMAS = [schema for pair in PAIRS.values() for schema in (pair.loose, pair.strict)]
BY_TYPE = [[schema for schema in SCHEMAS if schema.get("type") == type_] for type_ in ("object", "array", "string")]


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_no_break_between_any_two_schemas_is_missed(data: st.DataObject) -> None:
    """A property that becomes a declared one is the exception: code sends no property that is not declared."""
    schemas = data.draw(st.sampled_from(BY_TYPE))
    old, new = data.draw(st.sampled_from(schemas)), data.draw(st.sampled_from(schemas))
    lost, gained = differences(old, new, "any two")
    found = changes(old, new, sent=True, as_component=True)
    assert bool(found.all) or not (lost or gained)
    if all(change.code != "property-added" for change in found.all):
        assert not lost or any(change.request for change in found.all), [change.message for change in found.all]


@pytest.mark.parametrize(("one", "other"), EQUAL.values(), ids=EQUAL)
@pytest.mark.parametrize("sent", [True, False])
def test_what_admits_the_same_does_not_break(one: Any, other: Any, *, sent: bool) -> None:
    assert differences(one, other, "equal") == (False, False)
    for old, new in ((one, other), (other, one)):
        assert changes(old, new, sent=sent, as_component=True).breaking == ()
