"""Work grows with the description, not faster: constructs that nest or repeat, n, 2n and 4n of them.

Time is that of the processor. Four times as much may take eight times as long: machines have caches, and a budget that
is not reached at n is at 2n. What is quadratic takes sixteen times as long.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from typewright.base.errors import TypewrightError
from typewright.config.options import Config, target_for
from typewright.targets.finding import DefaultOptions, languages

from tests.fuzz.trying import build_of

Schemas = dict[str, Any]
MOST = 8
LEAST_SECONDS = 0.4
"""What is faster than this is not compared: most of it is what every run takes."""


def ref(name: str) -> Schemas:
    return {"$ref": f"#/components/schemas/{name}"}


def holder(schema: Schemas) -> Schemas:
    """Return the components of an object whose property is of the schema."""
    return {"L0": {"type": "object", "required": ["v"], "properties": {"v": schema}}}


def chain(length: int, make: Callable[[Schemas], Schemas], last: Schemas | None = None) -> Schemas:
    """Return components of which each is made of a reference to the next."""
    found = {f"L{number}": make(ref(f"L{number + 1}")) for number in range(length)}
    return {**found, f"L{length}": last or {"type": "object", "properties": {"x": {"type": "string"}}}}


def nested(depth: int, make: Callable[[Schemas], Schemas]) -> Schemas:
    schema: Schemas = {"type": "string"}
    for _ in range(depth):
        schema = make(schema)
    return holder(schema)


def described(text: str) -> Schemas:
    return holder({"type": "string", "description": text})


def both(inner: Schemas) -> Schemas:
    return {"type": "object", "required": ["a", "b"], "properties": {"a": inner, "b": inner}}


def an_object(**properties: Schemas) -> Schemas:
    return {"type": "object", "properties": properties}


CONSTRUCTS: dict[str, tuple[int, Callable[[int], Schemas]]] = {
    "two required references": (10, lambda n: chain(n, both)),
    "two optional references": (10, lambda n: chain(n, lambda inner: an_object(a=inner, b=inner))),
    "a chain of lists": (10, lambda n: chain(n, lambda inner: an_object(a={"type": "array", "items": inner}))),
    "a chain of maps": (10, lambda n: chain(n, lambda inner: an_object(a={"additionalProperties": inner}))),
    "a chain of aliases": (10, lambda n: chain(n, lambda inner: inner)),
    "a chain of allOf": (10, lambda n: chain(n, lambda inner: {"allOf": [inner, an_object(a={"type": "string"})]})),
    "a chain of oneOf": (5, lambda n: chain(n, lambda inner: {"oneOf": [an_object(a=inner), {"type": "string"}]})),
    "a chain of nullables": (10, lambda n: chain(n, lambda inner: {"anyOf": [an_object(a=inner), {"type": "null"}]})),
    "objects in objects": (10, lambda n: nested(n, lambda inner: an_object(a=inner))),
    "lists in lists": (10, lambda n: nested(n, lambda inner: {"type": "array", "items": inner})),
    "maps in maps": (10, lambda n: nested(n, lambda inner: {"additionalProperties": inner})),
    "not in not": (10, lambda n: nested(n, lambda inner: {"not": inner})),
    "oneOf in oneOf": (5, lambda n: nested(n, lambda inner: {"oneOf": [inner, {"type": "integer"}]})),
    "properties": (250, lambda n: {"L0": an_object(**{f"p{number}": {"type": "string"} for number in range(n)})}),
    "required properties": (
        100,
        lambda n: {
            "L0": {
                **an_object(**{f"p{i}": {"type": "string"} for i in range(n)}),
                "required": [f"p{i}" for i in range(n)],
            }
        },
    ),
    "pattern properties": (
        50,
        lambda n: {"L0": {"type": "object", "patternProperties": {f"^p{i}": {"type": "string"} for i in range(n)}}},
    ),
    "members of a union": (25, lambda n: holder({"oneOf": [an_object(k={"const": i}) for i in range(n)]})),
    "members without a tag": (25, lambda n: holder({"anyOf": [an_object(**{f"p{i}": {}}) for i in range(n)]})),
    "values of an enumeration": (500, lambda n: holder({"enum": [f"v{i}" for i in range(n)]})),
    "parts of allOf": (25, lambda n: holder({"allOf": [an_object(**{f"p{i}": {}}) for i in range(n)]})),
    "items of a tuple": (25, lambda n: holder({"type": "array", "prefixItems": [{"type": "string"}] * n})),
    "schemas": (100, lambda n: {f"L{i}": an_object(a={"type": "string"}) for i in range(n)}),
    "dependent schemas": (
        25,
        lambda n: {"L0": {"type": "object", "dependentRequired": {f"p{i}": [f"q{i}"] for i in range(n)}}},
    ),
    "alternatives of a pattern": (
        200,
        lambda n: holder({"type": "string", "pattern": f"^({'|'.join(f'word{i}x' for i in range(n))})$"}),
    ),
    "groups of a pattern": (25, lambda n: holder({"type": "string", "pattern": "(" * n + "a" + ")" * n})),
    "minLength": (10_000, lambda n: holder({"type": "string", "minLength": n})),
    "minItems": (1_000, lambda n: holder({"type": "array", "items": {"type": "string"}, "minItems": n})),
    "uniqueItems": (
        100,
        lambda n: holder({"type": "array", "uniqueItems": True, "minItems": n, "items": {"type": "integer"}}),
    ),
    "words of a description": (10_000, lambda n: described("word " * n)),
    "lines of a description": (2_000, lambda n: described("word\n" * n)),
    "emphasis in a description": (500, lambda n: described("*a_ " * n)),
    "code spans in a description": (50, lambda n: described(" ".join("`" * i for i in range(n)))),
    "tags in a description": (500, lambda n: described("<a " * n)),
    "quotes in a description": (50, lambda n: described("> " * n + "x")),
    "links in a description": (1_000, lambda n: described("[a](" * n)),
    "images in a description": (500, lambda n: described("![" * n)),
    "a large example": (500, lambda n: holder({"type": "array", "items": {}, "example": [{"a": i} for i in range(n)]})),
    "a large default": (500, lambda n: holder({"type": "object", "default": {f"k{i}": i for i in range(n)}})),
}


@cache
def configuration() -> Config:
    base = Config(formatter="none")
    return replace(base, targets=tuple(target_for(language, base, DefaultOptions()) for language in languages()))


def seconds(schemas: Schemas) -> float:
    """Return the seconds of a processor that a description takes, be it generated or refused."""
    content = {"application/json": {"schema": ref("L0")}}
    operation = {"operationId": "send", "requestBody": {"content": content}, "responses": {"204": {"description": ""}}}
    spec = {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {"/a": {"post": operation}}}
    text = json.dumps(spec | {"components": {"schemas": schemas}}).encode()
    started = time.process_time()
    with suppress(TypewrightError):
        build_of(text, configuration(), "spec.json")
    return time.process_time() - started


@pytest.mark.nightly
@pytest.mark.parametrize("name", CONSTRUCTS)
def test_work_grows_with_the_description(name: str) -> None:
    count, make = CONSTRUCTS[name]
    seconds(make(2))
    taken = [seconds(make(count * factor)) for factor in (1, 2, 4)]
    assert taken[2] < MOST * max(taken[0], LEAST_SECONDS), taken


@pytest.mark.nightly
def test_an_example_has_a_budget() -> None:
    seconds(chain(2, both))
    at_budget = seconds(chain(15, both))  # twice the length is 32,768 times the objects
    assert seconds(chain(30, both)) < MOST * max(at_budget, LEAST_SECONDS)
