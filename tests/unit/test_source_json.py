"""JSON by RFC 8259: what the quick parser lets pass must be right, and what is wrong has its place."""

import json

import pytest
from typewright.base.errors import Diagnostic, SpecError
from typewright.base.json_value import JsonValue
from typewright.openapi.files.limits import MAX_DEPTH, MAX_DIAGNOSTICS, MAX_DIGITS
from typewright.openapi.files.source import parse_source


def read(text: str) -> JsonValue:
    return parse_source(text.encode(), "api.json").value


def faults(text: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(SpecError) as caught:
        parse_source(text.encode(), "api.json")
    return caught.value.diagnostics


def codes(text: str) -> list[tuple[str, int, int, str | None]]:
    return [
        (fault.code, fault.location.line, fault.location.column, fault.pointer)
        for fault in faults(text)
        if fault.location is not None
    ]


@pytest.mark.parametrize(
    "value",
    [{}, [], {"a": [1, -2.5, True, None, "x"]}, {"": {"": 10**50}}, {"é\u2028": "\x7f\0😀"}, {"a": 1e-300}],
)
def test_what_is_written_is_read(value: JsonValue) -> None:
    assert read(json.dumps(value)) == value
    assert read(json.dumps(value, indent=2, ensure_ascii=False)) == value


def test_members_keep_their_order() -> None:
    value = read('{"b": 1, "a": 2, "c": 3}')
    assert isinstance(value, dict)
    assert list(value) == ["b", "a", "c"]


def test_a_key_given_twice_has_both_places() -> None:
    (fault,) = faults('{"a": {"x": 1,\n "\\u0078": 2}}')
    assert fault.message == "the key 'x' is given twice; first at api.json:1:8"
    assert (str(fault.location), fault.pointer) == ("api.json:2:2", "#/a/x")


def test_all_faults_are_told_at_once() -> None:
    assert codes('{"a": NaN, "b": [1, -Infinity, 1e999],\n "a": "\\ud800", "\\udc00": 1}') == [
        ("E110", 1, 7, "#/a"),
        ("E110", 1, 21, "#/b/1"),
        ("E110", 1, 32, "#/b/2"),
        ("E108", 2, 2, "#/a"),
        ("E118", 2, 7, "#/a"),
        ("E118", 2, 17, "#"),
    ]


def test_faults_without_end_are_cut() -> None:
    assert len(faults("[" + "NaN," * 1_000 + "1]")) == MAX_DIAGNOSTICS


def test_numbers_without_end() -> None:
    assert codes(f'{{"a": {"1" * (MAX_DIGITS + 1)}}}') == [("E119", 1, 7, "#/a")]
    assert read(f"[{'1' * MAX_DIGITS}]") == [int("1" * MAX_DIGITS)]


def test_whole_surrogate_pairs_are_text() -> None:
    assert read('{"\\ud83d\\ude00": "\\uD83D\\uDE00"}') == {"😀": "😀"}


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
def test_the_limit_of_nesting_is_exact(opening: str, closing: str) -> None:
    def nested(depth: int) -> str:
        return opening * depth + "1" + closing * depth

    assert parse_source(nested(MAX_DEPTH).encode(), "api.json").syntax == "json"
    for depth in (MAX_DEPTH + 1, 10_000, 100_000):
        ((code, line, column, _),) = codes(nested(depth))
        assert (code, line, column) == ("E117", 1, len(opening) * MAX_DEPTH + 1)


def test_an_open_nesting_of_ten_thousand_levels_does_not_crash() -> None:
    assert [fault.code for fault in faults("[" * 10_000)] == ["E117"]
    assert [fault.code for fault in faults('{"a":' * 10_000)] == ["E117"]
