"""Parameters are written as RFC 6570 expands templates, and can be read back."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from typing import Any
from urllib.parse import parse_qsl, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from runtime.client import parameter_styles as styles
from runtime.client.operation import (
    CookieArgument,
    HeaderArgument,
    Operation,
    PathArgument,
    QueryArgument,
    QueryStringArgument,
)
from runtime.client.request_plan import ArgumentError
from runtime.client.wire_values import text_of, wire_value

COUNT = ["one", "two", "three"]
KEYS = {"semi": ";", "dot": ".", "comma": ","}
LIST = ["red", "green", "blue"]


def path(value: Any, style: str, *, explode: bool, wire: str = "x", **rest: Any) -> str:
    argument = PathArgument("x", wire, style=style, explode=explode, **rest)
    return Operation[Any, Any](id="o", method="GET", path=f"{{{wire}}}", arguments=(argument,)).plan.path({"x": value})


def query(value: Any, wire: str = "x", **rest: Any) -> str:
    argument = QueryArgument("x", wire, **rest)
    return Operation[Any, Any](id="o", method="GET", path="/", arguments=(argument,)).plan.query_text({"x": value})


# RFC 6570, section 3.2
@pytest.mark.parametrize(
    ("value", "style", "explode", "expected"),
    [
        ("value", "simple", False, "value"),
        ("Hello World!", "simple", False, "Hello%20World%21"),
        (COUNT, "simple", False, "one,two,three"),
        (COUNT, "simple", True, "one,two,three"),
        (KEYS, "simple", False, "semi,%3B,dot,.,comma,%2C"),
        (KEYS, "simple", True, "semi=%3B,dot=.,comma=%2C"),
        ("value", "label", False, ".value"),
        (LIST, "label", False, ".red,green,blue"),
        (LIST, "label", True, ".red.green.blue"),
        (KEYS, "label", False, ".semi,%3B,dot,.,comma,%2C"),
        (KEYS, "label", True, ".semi=%3B.dot=..comma=%2C"),
        ("1024", "matrix", False, ";x=1024"),
        ("", "matrix", False, ";x"),
        (LIST, "matrix", False, ";x=red,green,blue"),
        (LIST, "matrix", True, ";x=red;x=green;x=blue"),
        (KEYS, "matrix", False, ";x=semi,%3B,dot,.,comma,%2C"),
        (KEYS, "matrix", True, ";semi=%3B;dot=.;comma=%2C"),
    ],
)
def test_paths_expand_as_rfc_6570_says(value: Any, style: str, expected: str, *, explode: bool) -> None:
    assert path(value, style, explode=explode) == expected


@pytest.mark.parametrize(
    ("value", "style", "explode", "expected"),
    [
        ("Hello World!", "form", True, "x=Hello%20World%21"),
        ("", "form", True, "x="),
        (LIST, "form", False, "x=red,green,blue"),
        (LIST, "form", True, "x=red&x=green&x=blue"),
        (KEYS, "form", False, "x=semi,%3B,dot,.,comma,%2C"),
        (KEYS, "form", True, "semi=%3B&dot=.&comma=%2C"),
        (LIST, "spaceDelimited", False, "x=red%20green%20blue"),
        (LIST, "pipeDelimited", False, "x=red%7Cgreen%7Cblue"),
        (LIST, "pipeDelimited", True, "x=red&x=green&x=blue"),
        (
            {"R": 100, "G": [1, 2], "B": {"C": True}},
            "deepObject",
            True,
            "x%5BR%5D=100&x%5BG%5D=1&x%5BG%5D=2&x%5BB%5D%5BC%5D=true",
        ),
        (["a", "b"], "deepObject", True, "x%5B0%5D=a&x%5B1%5D=b"),
        ({"k": [{"l": 1}, {"l": 2}]}, "deepObject", True, "x%5Bk%5D%5B0%5D%5Bl%5D=1&x%5Bk%5D%5B1%5D%5Bl%5D=2"),
        (
            {"k": [{"l": 1.5}], "m": {"n": True, "o": None}},
            "form",
            True,
            "k=%7B%22l%22%3A1.5%7D&m=%7B%22n%22%3Atrue%7D",
        ),
        ([[1, "2"], [False]], "form", False, "x=%5B1%2C%222%22%5D,%5Bfalse%5D"),
        ([], "form", True, ""),
        (None, "form", True, ""),
        ([1.5, None, False], "form", False, "x=1.5,false"),
    ],
)
def test_queries_expand_as_openapi_says(value: Any, style: str, expected: str, *, explode: bool) -> None:
    assert query(value, style=style, explode=explode) == expected


def test_reserved_characters_stay_where_that_is_allowed() -> None:
    assert path("/foo/b r%20", "simple", explode=False, allow_reserved=True) == "/foo/b%20r%20"
    assert query("a/b?c&d=#", allow_reserved=True) == "x=a/b?c%26d=%23"


def test_names_are_escaped_and_content_is_json() -> None:
    assert query({"a": [1]}, "f[x]", media_type="application/json") == "f%5Bx%5D=%7B%22a%22%3A%5B1%5D%7D"


@pytest.mark.parametrize("value", ["", None, []])
def test_a_path_cannot_lose_a_variable(value: Any) -> None:
    with pytest.raises(ArgumentError, match=r"'x' is (empty|missing)"):
        path(value, "simple", explode=False)


@pytest.mark.parametrize("value", [".", ".."])
def test_a_path_cannot_climb(value: str) -> None:
    with pytest.raises(ArgumentError, match="another path"):
        path(value, "simple", explode=False)
    with pytest.raises(ArgumentError, match="another path"):
        path(f"a/{value}/b", "simple", explode=False, allow_reserved=True)
    assert path("...", "simple", explode=False) == "..."


def test_headers_and_cookies() -> None:
    arguments = (
        HeaderArgument("a", "X-A"),
        HeaderArgument("b", "X-B", explode=True),
        CookieArgument("c"),
        CookieArgument("d", explode=False),
    )
    plan = Operation[Any, Any](id="o", method="GET", path="/", arguments=arguments).plan
    fields = plan.header_fields({"a": ["x y", 2], "b": {"k": "v"}, "c": "a;b", "d": [1, 2]})
    assert fields == {"X-A": "x y,2", "X-B": "k=v", "Cookie": "c=a%3Bb; d=1,2"}
    with pytest.raises(ArgumentError, match="line break"):
        plan.header_fields({"a": "x\r\nX-Evil: 1"})


def test_a_whole_query() -> None:
    operation = Operation[Any, Any](id="o", method="GET", path="/", arguments=(QueryStringArgument("q"),))
    assert operation.plan.query_text({"q": {"a": [1, 2], "b": "x&y"}}) == "a=1&a=2&b=x%26y"
    json = QueryStringArgument("q", media_type="application/json")
    operation = Operation[Any, Any](id="o", method="GET", path="/", arguments=(json,))
    assert unquote(operation.plan.query_text({"q": {"a": 1}})) == '{"a":1}'


class Colour(str, Enum):
    RED = "red"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Colour.RED, "red"),
        (datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone.utc), "2026-01-02T03:04:05Z"),
        (datetime(2026, 1, 2, tzinfo=timezone(timedelta(hours=1))), "2026-01-02T00:00:00+01:00"),
        (date(2026, 1, 2), "2026-01-02"),
        (Decimal("1.50"), "1.50"),
        (b"\xff", "/w=="),
        (timedelta(days=1, seconds=2.5), "P1DT2.5S"),
        (timedelta(), "PT0S"),
        (10**20, "100000000000000000000"),
    ],
)
def test_scalars_as_text(value: Any, expected: str) -> None:
    assert text_of(value) == expected


texts = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.dictionaries(texts.filter(bool), texts | st.lists(texts, min_size=1), min_size=1))
def test_exploded_objects_are_read_back(value: dict[str, Any]) -> None:
    pairs = styles.form("x", wire_value(value), style="form", explode=True, escape=styles.escaped)
    read: list[tuple[str, str]] = parse_qsl("&".join(f"{key}={text}" for key, text in pairs), keep_blank_values=True)
    lists = {key: member if isinstance(member, list) else [member] for key, member in value.items()}
    assert read == [(key, item) for key, members in lists.items() for item in members]


@given(st.lists(texts, min_size=1), st.sampled_from(["form", "spaceDelimited", "pipeDelimited"]))
def test_delimited_arrays_are_read_back(value: list[str], style: str) -> None:
    [(_, text)] = styles.form("x", value, style=style, explode=False, escape=styles.escaped)
    delimiter = {"form": ",", "spaceDelimited": "%20", "pipeDelimited": "%7C"}[style]
    if style == "form" or not any(character in item for item in value for character in " |"):
        assert [unquote(item) for item in text.split(delimiter)] == value


@given(texts)
def test_whatever_is_reserved_survives_once_escaped(value: str) -> None:
    assert unquote(styles.escaped(value)) == value
    again = styles.escaped_but_reserved(styles.escaped_but_reserved(value))
    assert again == styles.escaped_but_reserved(value)


def test_what_can_be_read_once_is_refused() -> None:
    with pytest.raises(ValueError, match="a generator, which can be read only once: give a list"):
        wire_value(letter for letter in "ab")
