"""Whatever JSON value is written as JSON or YAML, it is read back, and every pointer leads to its text."""

import json
import re

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from typewright.base.errors import Diagnostic, SpecError
from typewright.base.json_value import JsonObject, JsonValue
from typewright.openapi.files.positions import find_span_node, join_pointer, split_pointer
from typewright.openapi.files.single_position import Found, JsonPositions, YamlPositions
from typewright.openapi.files.source import Source, parse_source

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
PLAIN_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
WORDS = st.sampled_from(
    ["on", "no", "12:30:00", "0o17", "0x1F", "1_000", "2001-12-14", "null", "~", "true", "1", "1.5", "<<", "=", "- a"]
)
NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)


def values(text: st.SearchStrategy[str]) -> st.SearchStrategy[JsonValue]:
    scalars = st.none() | st.booleans() | NUMBERS | text | WORDS
    return st.recursive(
        scalars,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(text | WORDS, inner, max_size=4),
        max_leaves=20,
    )


def documents(text: st.SearchStrategy[str]) -> st.SearchStrategy[JsonObject]:
    return st.dictionaries(text, values(text), min_size=1, max_size=4)


class CoreDumper(yaml.SafeDumper):
    """Writes plain only what is text by YAML 1.1 and 1.2 alike; anchors nothing."""

    def ignore_aliases(self, data: object) -> bool:
        return True


CoreDumper.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str",
        text,
        style="'" if re.search(r"^[-+.0-9~<=]|^$|null|true|false|\.", text, re.IGNORECASE) else None,
    ),
)
CoreDumper.add_representer(
    float, lambda dumper, number: dumper.represent_scalar("tag:yaml.org,2002:float", repr(number))
)


def dump_yaml(value: JsonValue, *, flow: bool | None, width: int) -> str:
    return yaml.dump(
        value, Dumper=CoreDumper, default_flow_style=flow, sort_keys=False, allow_unicode=True, width=width
    )


def pointers(value: JsonValue) -> list[tuple[list[str], JsonValue]]:
    found: list[tuple[list[str], JsonValue]] = []
    stack: list[tuple[list[str], JsonValue]] = [([], value)]
    while stack:
        tokens, node = stack.pop()
        found.append((tokens, node))
        members = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
        stack.extend(([*tokens, str(token)], child) for token, child in members)
    return found


def marked(source: Source, pointer: str, *, at_key: bool = False) -> str:
    location = source.locate(pointer, at_key=at_key)
    line = source.line(location.line)
    assert line is not None
    return line[location.column - 1 : location.column - 1 + location.length]


@given(documents(ANY_TEXT), st.booleans(), st.sampled_from([None, 2]))
def test_json_is_read_back_and_every_value_found(value: JsonObject, ascii_only: bool, indent: int | None) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    source = parse_source(text.encode(), "api.json")
    assert source.value == value
    for tokens, node in pointers(value):
        pointer = join_pointer(tokens)
        if indent is None or not isinstance(node, (dict, list)):
            assert json.loads(marked(source, pointer)) == node
        if tokens and not tokens[-1].isdigit():
            assert json.loads(marked(source, pointer, at_key=True)) == tokens[-1]


@given(documents(PLAIN_TEXT), st.sampled_from([True, False, None]), st.sampled_from([20, 4096]))
def test_yaml_is_read_back_and_every_value_found(value: JsonObject, flow: bool | None, width: int) -> None:
    text = dump_yaml(value, flow=flow, width=width)
    source = parse_source(text.encode(), "api.yaml")
    assert source.value == value
    for tokens, node in pointers(value):
        shown = marked(source, join_pointer(tokens))
        if not isinstance(node, (dict, list, str)):
            assert parse_source(shown.encode(), "x.yaml").value == node
        elif isinstance(node, str) and node and shown[0] not in "'\"|>" and width > 1000:
            assert shown == node


def found_alike(source: Source, tokens: list[str], found: Found | None) -> None:
    """Hold a position that was searched for against that among all positions."""
    if found is not None:
        whole, exact = find_span_node(source._root, tokens)
        assert found == (whole._replace(children=None), exact)


@given(documents(ANY_TEXT), st.sampled_from([None, 2]), st.lists(ANY_TEXT | st.just("0"), max_size=2))
def test_a_position_of_json_is_that_among_all(value: JsonObject, indent: int | None, more: list[str]) -> None:
    source = parse_source(json.dumps(value, indent=indent).encode(), "api.json")
    positions = JsonPositions(source.text)
    for tokens, _ in pointers(value):
        assert JsonPositions(source.text).find(tokens) == positions.find(tokens) is not None
        for searched in (tokens, [*tokens, *more]):
            found_alike(source, searched, positions.find(searched))


@given(
    documents(PLAIN_TEXT),
    st.sampled_from([True, False, None]),
    st.lists(PLAIN_TEXT | st.just("0"), max_size=2),
)
def test_a_position_of_yaml_is_that_among_all(value: JsonObject, flow: bool | None, more: list[str]) -> None:
    source = parse_source(dump_yaml(value, flow=flow, width=4096).encode(), "api.yaml")
    positions = YamlPositions(source.text)
    for tokens, _ in pointers(value):
        for searched in (tokens, [*tokens, *more]):
            found_alike(source, searched, YamlPositions(source.text).find(searched))
            found_alike(source, searched, positions.find(searched))


@settings(max_examples=300)
@given(st.text(st.sampled_from(list("ab:-[]{},'\"|>&*!#\n\n  ?<~1\\\ufeffé")), max_size=40))
def test_a_position_of_any_yaml_is_that_among_all(text: str) -> None:
    source = read_or_refuse(text.encode(), "api.yaml")
    if isinstance(source, Source):
        positions = YamlPositions(source.text)
        for tokens, _ in pointers(source.value):
            for searched in (tokens, [*tokens, "a"]):
                found_alike(source, searched, YamlPositions(source.text).find(searched))
                found_alike(source, searched, positions.find(searched))


@given(st.lists(ANY_TEXT, max_size=5))
def test_pointers_split_what_they_join(tokens: list[str]) -> None:
    assert split_pointer(join_pointer(tokens)) == tokens


def read_or_refuse(content: bytes, file: str) -> Source | tuple[Diagnostic, ...]:
    try:
        return parse_source(content, file)
    except SpecError as error:
        return error.diagnostics


@settings(max_examples=300)
@given(
    st.text(st.sampled_from(list("ab:-[]{},'\"|>&*!#%@`\n\t ?<0.1~\\\r\x85\ufeffé")), max_size=40),
    st.sampled_from(["api.yaml", "api.json"]),
)
def test_any_text_is_read_or_refused_with_places(text: str, file: str) -> None:
    result = read_or_refuse(text.encode(), file)
    if isinstance(result, Source):
        json.dumps(result.value, allow_nan=False)
        for tokens, _ in pointers(result.value):
            assert result.locate(join_pointer(tokens)).line >= 1
    else:
        assert result
        assert all(fault.location is not None and fault.help for fault in result)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    assert read_or_refuse(content, "api.yaml")
