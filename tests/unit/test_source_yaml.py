"""YAML by the rules of version 1.2, as far as JSON can hold it."""

import sys
import time

import pytest
from typewright.base.errors import Diagnostic, SpecError
from typewright.base.json_value import JsonValue
from typewright.openapi.files import yaml12
from typewright.openapi.files.limits import ALIAS_BUDGET, MAX_DEPTH, MAX_DIAGNOSTICS, MAX_DIGITS
from typewright.openapi.files.source import parse_source
from yaml import SafeLoader


@pytest.fixture(params=["libyaml", "pure Python"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML comes without libyaml, the result is the same."""
    if request.param == "pure Python":
        monkeypatch.setattr(yaml12, "Parser", SafeLoader)


def read(text: str) -> JsonValue:
    return parse_source(text.encode(), "api.yaml").value


def faults(text: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(SpecError) as caught:
        parse_source(text.encode(), "api.yaml")
    return caught.value.diagnostics


def codes(text: str) -> list[tuple[str, int, int]]:
    return [
        (fault.code, fault.location.line, fault.location.column) for fault in faults(text) if fault.location is not None
    ]


STRINGS = [
    "on", "off", "yes", "no", "y", "n", "Yes", "NO", "On", "tRue", "nULL", "12:30:00", "1:30", "190:20:30",
    "1_000", "2001-12-14", "2001-12-14t21:59:43.10-05:00", "0b1010", "0o18", "0xG", "-0x1F", "+0o7", "1e", "e3",
    ".", "--1", "+", "1.2.3", "1,000", "=", ".infinity", "nan", "inf", "0o", "0x", "١٢", "~x", "null1",
]  # fmt: skip


@pytest.mark.parametrize("text", STRINGS)
def test_plain_text_stays_text(text: str) -> None:
    assert read(f"a: {text}\n") == {"a": text}


SCALARS: list[tuple[str, JsonValue]] = [
    ("", None), ("~", None), ("null", None), ("Null", None), ("NULL", None),
    ("true", True), ("True", True), ("TRUE", True), ("false", False), ("False", False), ("FALSE", False),
    ("0", 0), ("-0", 0), ("12", 12), ("+12", 12), ("-12", -12), ("012", 12), ("0o17", 15), ("0x1F", 31),
    ("9007199254740993", 9007199254740993), ("123456789012345678901234567890", 123456789012345678901234567890),
    ("1.5", 1.5), ("-.5", -0.5), ("1.", 1.0), ("+1.5", 1.5), ("1e3", 1000.0), ("1E-2", 0.01), ("12e03", 12000.0),
    ("1.0", 1.0),
    ("'12'", "12"), ('"true"', "true"), ("!!str 5", "5"), ("! 5", "5"), ("!!str", ""), ("!!int '5'", 5),
    ("!!int 0x1F", 31), ("!!float 5", 5.0), ("!!bool 'true'", True), ("!!null ''", None), ("!!map {}", {}),
    ("!!seq [1]", [1]), ("! {}", {}), ("<<", "<<"), ("!<tag:yaml.org,2002:str> 5", "5"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), SCALARS, ids=[text for text, _ in SCALARS])
def test_scalars_of_the_core_schema(text: str, value: JsonValue) -> None:
    found = read(f"a: {text}\nb: {text}\n")
    assert found == {"a": value, "b": value}
    assert isinstance(found, dict)
    assert type(found["a"]) is type(found["b"]) is type(value)


def test_keys_become_strings_as_in_json() -> None:
    assert read("200: a\ntrue: b\nnull: c\n1.5: d\non: e\n") == {
        "200": "a", "true": "b", "null": "c", "1.5": "d", "on": "e",
    }  # fmt: skip


def test_a_key_that_changes_its_text_is_warned_about() -> None:
    source = parse_source(b"0x10: a\n? True\n: b\n1.10: c\n?\n: d\n", "api.yaml")
    assert source.value == {"16": "a", "true": "b", "1.1": "c", "null": "d"}
    assert [(found.code, found.message) for found in source.diagnostics] == [
        ("W101", "the key 0x10 is read as '16'"),
        ("W101", "the key True is read as 'true'"),
        ("W101", "the key 1.10 is read as '1.1'"),
        ("W101", "the empty key is read as 'null'"),
    ]


def test_a_key_given_twice_is_refused_with_both_places() -> None:
    (fault,) = faults("paths:\n  /a: 1\n  /b: 2\n  '/a': 3\n")
    assert (fault.code, fault.pointer) == ("E108", "#/paths/~1a")
    assert fault.message == "the key '/a' is given twice; first at api.yaml:2:3"
    assert str(fault.location) == "api.yaml:4:3"


def test_keys_that_become_the_same_string_are_the_same() -> None:
    assert codes("200: a\n'200': b\n") == [("E108", 2, 1)]


def test_all_faults_are_told_at_once() -> None:
    assert codes("a: .nan\nb: !x 1\na: 2\nc: *nowhere\nd: [\n") == [
        ("E110", 1, 4), ("E111", 2, 4), ("E108", 3, 1), ("E113", 4, 4), ("E105", 6, 1),
    ]  # fmt: skip


def test_faults_without_end_are_cut() -> None:
    assert len(faults("a: 1\n" * 5_000)) == MAX_DIAGNOSTICS


@pytest.mark.parametrize("text", [".nan", ".NaN", ".inf", "-.INF", "+.Inf", "1e999", "-1e999", "!!float .inf"])
def test_numbers_that_json_lacks(text: str) -> None:
    assert codes(f"a: {text}\n") == [("E110", 1, 4)]


@pytest.mark.parametrize("text", ["1" * (MAX_DIGITS + 1), "0x" + "f" * MAX_DIGITS])
def test_numbers_without_end(text: str) -> None:
    assert codes(f"a: {text}\n") == [("E119", 1, 4)]


@pytest.mark.parametrize(
    "text",
    ["!!python/object/apply:os.system [ls]", "!!binary aGk=", "!Ref x", "!!set {a, b}", "!!timestamp 2001-12-14",
     "!!int x", "!!bool maybe", "!!null x", "!!float x", "!!str [a]", "!!map [a]"],
)  # fmt: skip
def test_other_tags_are_refused(text: str) -> None:
    assert codes(f"a:\n  - {text}\n") == [("E111", 2, 5)]


@pytest.mark.parametrize("text", ["? [a, b]\n: c\n", "? {a: b}\n: c\n", "{[a]: b}\n", "x: &x [a]\n*x : b\n"])
def test_a_key_must_be_a_scalar(text: str) -> None:
    assert [code for code, _, _ in codes(text)] == ["E112"]


def test_aliases_share_their_value() -> None:
    value = read("a: &x [1]\nb: *x\nc: &x 2\nd: *x\ne: &k key\n*k : f\n")
    assert value == {"a": [1], "b": [1], "c": 2, "d": 2, "e": "key", "key": "f"}
    assert isinstance(value, dict)
    assert value["a"] is value["b"]


def test_the_latest_anchor_of_a_name_counts() -> None:
    assert read("- &x [&x inner, *x]\n- *x\n") == [["inner", "inner"], "inner"]


def test_a_value_cannot_contain_itself() -> None:
    (fault,) = faults("a: &x\n  b: [*x]\n")
    assert (fault.code, fault.pointer, str(fault.location)) == ("E114", "#/a/b/0", "api.yaml:2:7")


MERGES = [
    ("<<: *a\nc: 3\n", {"x": 1, "y": 2, "c": 3}),
    ("<<: *a\nx: 3\n", {"x": 3, "y": 2}),
    ("x: 3\n<<: *a\n", {"x": 3, "y": 2}),
    ("<<: [*a, *b]\n", {"x": 1, "y": 2, "z": 4}),
    ("<<: [*b, *a]\n", {"x": 3, "z": 4, "y": 2}),
    ("<<: {q: 1}\n", {"q": 1}),
    ("<<: *a\n<<: *b\n", {"x": 1, "y": 2, "z": 4}),
    ("<<: []\n", {}),
    ("'<<': 5\n", {"<<": 5}),
]


@pytest.mark.parametrize(("text", "value"), MERGES, ids=[text for text, _ in MERGES])
def test_merge_keys(text: str, value: JsonValue) -> None:
    indented = "".join(f"  {line}\n" for line in text.splitlines())
    found = read(f"a: &a {{x: 1, y: 2}}\nb: &b {{x: 3, z: 4}}\nc:\n{indented}")
    assert isinstance(found, dict)
    assert found["c"] == value
    assert found["a"] == {"x": 1, "y": 2}


def test_a_key_beside_a_merge_is_still_given_once() -> None:
    assert codes("a: &a {x: 1}\nb:\n  <<: *a\n  x: 2\n  x: 3\n") == [("E108", 5, 3)]


@pytest.mark.parametrize("text", ["<<: 5\n", "<<: [{a: 1}, b]\n", "<<: text\n", "<<:\n"])
def test_only_mappings_merge(text: str) -> None:
    assert [code for code, _, _ in codes(text)] == ["E116"]


def bomb(levels: int, width: int) -> str:
    rows = [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * width)}]" for level in range(1, levels)]
    return "\n".join(["a0: &a0 [x]", *rows]) + "\n"


def test_an_alias_bomb_is_refused_at_the_alias_and_at_once() -> None:
    started = time.process_time()
    (fault,) = faults(bomb(40, 10))
    assert time.process_time() - started < 1
    assert fault.code == "E115"
    assert f"at most {ALIAS_BUDGET:,} are read" in fault.message
    assert "'*a" in fault.message


def test_a_bomb_of_merges_is_refused_too() -> None:
    keys = ", ".join(f"k{number}: 1" for number in range(1_000))
    rows = [f"a0: &a0 {{{keys}}}"] + [f"a{n}: &a{n} {{<<: *a{n - 1}, n{n}: 1}}" for n in range(1, 1_000)]
    assert faults("\n".join(rows))[0].code == "E115"


def test_harmless_reuse_is_read() -> None:
    assert isinstance(read(bomb(4, 10)), dict)


def test_several_documents_are_refused() -> None:
    (fault,) = faults("a: 1\n---\nb: 2\n")
    assert (fault.code, str(fault.location)) == ("E109", "api.yaml:2:1")


def test_one_document_with_its_signs_is_read() -> None:
    assert read("%YAML 1.2\n---\na: 1\n...\n") == {"a": 1}


def nested(depth: int) -> str:
    return "[" * depth + "]" * depth + " # yaml"


@pytest.mark.parametrize("depth", [MAX_DEPTH, MAX_DEPTH + 1])
def test_the_limit_of_nesting_is_exact(depth: int) -> None:
    if depth <= MAX_DEPTH:
        assert read(nested(depth))[:0] == []  # type: ignore[index]
    else:
        (fault,) = faults(nested(depth))
        assert (fault.code, fault.location and fault.location.column) == ("E117", MAX_DEPTH + 1)


@pytest.mark.parametrize("text", [nested(10_000), "- " * 10_000 + "x", "? " * 10_000 + "x", "{a: " * 10_000])
def test_ten_thousand_levels_are_refused_without_a_crash(text: str) -> None:
    limit = sys.getrecursionlimit()
    assert "E117" in [fault.code for fault in faults(text)]
    assert sys.getrecursionlimit() == limit


def test_nesting_by_aliases_counts() -> None:
    half = MAX_DEPTH // 2
    deep = "[" * half + "]" * half
    assert isinstance(read(f"a: &a {deep}\nb: {'[' * (half - 1)}*a{']' * (half - 1)}\n"), dict)
    assert [code[:2] for code in codes(f"a: &a {deep}\nb: {'[' * half}*a{']' * half}\n")] == [("E117", 2)]
