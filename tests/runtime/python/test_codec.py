"""Arguments in and out of JSON, by their types."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath
from typing import Annotated, Any, Literal
from uuid import UUID

import pytest
from pydantic import Field, ValidationError
from runtime.assertions import Asserts
from runtime.base import Model
from runtime.client.codec import json_bytes, merged_json, plain_value, typed_value
from runtime.unions import Tagged


class Pet(Model):
    id: str
    tags: list[str] = []
    born: Annotated[str | None, Field(alias="bornOn")] = None


class Cat(Model):
    kind: Literal["cat"] = "cat"
    lives: int


class Dog(Model):
    kind: Literal["dog"] = "dog"
    name: str


def test_values_of_python_are_taken_where_the_wire_has_their_text() -> None:
    pet = {"id": UUID(int=1), "born": date(2026, 1, 2)}
    assert json_bytes(lambda: Pet, pet) == b'{"id":"00000000-0000-0000-0000-000000000001","bornOn":"2026-01-02"}'
    assert plain_value(lambda: list[Pet], [{"id": PurePosixPath("/a")}]) == [{"id": "/a"}]


def test_what_was_changed_is_sent() -> None:
    pet = Pet(id="a")
    assert json_bytes(lambda: Pet, pet) == b'{"id":"a"}'
    pet.tags.append("x")
    assert json_bytes(lambda: Pet, pet) == b'{"id":"a","tags":["x"]}'


def test_an_argument_that_fits_no_member_of_a_union_has_one_cause() -> None:
    with pytest.raises(ValueError, match="1 validation error for Pet or Cat"):
        typed_value(lambda: Pet | Cat, {"lives": "nine"})


@pytest.mark.parametrize(
    ("of", "title"),
    [
        (Annotated[Cat | Dog, Asserts({"required": ["name"]})], "Cat or Dog"),
        (Annotated[Cat | Dog, Tagged("kind", {"cat": Cat, "dog": Dog})] | None, "Cat or Dog"),
        (list[Cat], "list[Cat]"),
        (Cat, "Cat"),
    ],
)
def test_an_error_names_the_types_that_an_argument_may_be_of(of: Any, title: str) -> None:
    with pytest.raises(ValidationError) as caught:
        typed_value(lambda: of, 5)
    assert caught.value.title == title


NAN, INFINITY = float("nan"), float("inf")


@pytest.mark.parametrize(
    ("of", "value", "place"),
    [
        (float, NAN, "the value is nan"),
        (list[float], [1.0, -INFINITY], "1 is -inf"),
        (dict[str, Any], {"a": {"b": [None, NAN]}}, "a.b.1 is nan"),
        (Any, (INFINITY,), "0 is inf"),
    ],
)
def test_a_number_that_json_has_not_is_refused_with_its_place(of: Any, value: Any, place: str) -> None:
    with pytest.raises(ValueError, match=f"^{place}, which JSON has no number for$"):
        json_bytes(lambda: of, value)
    with pytest.raises(ValueError, match=r"^in"):
        plain_value(lambda: Any, {"in": value})


def test_such_a_number_is_refused_beside_the_body() -> None:
    with pytest.raises(ValueError, match=r"^a\.0 is nan"):
        merged_json(b"{}", {"a": [NAN]})
    assert merged_json(b'{"b": null}', {"a": 1.5}) == b'{"b":null,"a":1.5}'


def test_null_stays_null() -> None:
    assert json_bytes(lambda: dict[str, Any], {"a": None, "b": "null"}) == b'{"a":null,"b":"null"}'
