"""Every description of the corpus: values as an independent parser reads them, places that hold their text."""

import json
import re
import time
from pathlib import Path
from typing import ClassVar

import pytest
import yaml
from typewright.base.errors import SpecError
from typewright.base.json_value import JsonValue
from typewright.openapi.files.source import Source, parse_source

BROKEN = "truncated-json.json"
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
FILES = sorted(
    path
    for path in CORPUS.glob("*/*")
    if path.suffix in (".yaml", ".json") and path.name[:3] != "gen" and path.name != BROKEN
)
MOST_PLACES = 500

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not FILES, reason="the corpus is not beside this checkout, at ../shared/corpus"),
]


class CoreSchemaLoader(yaml.CSafeLoader):
    """PyYAML's own composer and constructor, with YAML 1.2's implicit types instead of 1.1's."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


for _tag, _pattern in {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+",
    "float": r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?",
    "merge": "<<",
}.items():
    CoreSchemaLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_pattern})\Z"), None)
CoreSchemaLoader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))
CoreSchemaLoader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(loader.construct_scalar(node)))


def independent_value(path: Path) -> JsonValue:
    content = path.read_bytes()
    if path.suffix == ".json":
        return json.loads(content)
    value = yaml.load(content, Loader=CoreSchemaLoader)  # noqa: S506 - a safe loader
    return json.loads(json.dumps(value))


def leaves(value: JsonValue) -> list[tuple[str, JsonValue]]:
    found: list[tuple[str, JsonValue]] = []
    stack: list[tuple[str, JsonValue]] = [("", value)]
    while stack:
        pointer, node = stack.pop()
        if isinstance(node, (dict, list)):
            members = node.items() if isinstance(node, dict) else enumerate(node)
            stack.extend((f"{pointer}/{str(t).replace('~', '~0').replace('/', '~1')}", child) for t, child in members)
        else:
            found.append((pointer, node))
    return found


def marked(source: Source, pointer: str, *, at_key: bool) -> str:
    location = source.locate(pointer, at_key=at_key)
    line = source.line(location.line)
    assert line is not None
    return line[location.column - 1 : location.column - 1 + location.length]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_values_and_places(path: Path) -> None:
    source = parse_source(path.read_bytes(), path.name)
    assert source.value == independent_value(path)
    found = leaves(source.value)
    for pointer, value in found[:: max(1, len(found) // MOST_PLACES)]:
        assert is_beginning(marked(source, pointer, at_key=False), value)
        last = pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")
        if not isinstance(source.value, list) and not last.isdigit():
            assert marked(source, pointer, at_key=True).strip("'\"") == last


def is_beginning(shown: str, value: JsonValue) -> bool:
    """Whether a value's text, of which `shown` is the first line, is what stands there."""
    if not shown:
        return value is None
    if shown[:1] in ("|", ">", "*"):
        return isinstance(value, str)
    if not isinstance(value, str):
        return parse_source(f"[{shown}]".encode(), "x.yaml").value == [value]
    plain = re.split(r"[\\'\"]", shown[1:] if shown[0] in "'\"" else shown)[0]
    return value.startswith(plain.rstrip())


def test_a_truncated_file_is_refused_where_it_ends() -> None:
    with pytest.raises(SpecError) as caught:
        parse_source((CORPUS / "broken" / BROKEN).read_bytes(), BROKEN)
    (fault,) = caught.value.diagnostics
    assert (fault.code, str(fault.location)) == ("E107", f"{BROKEN}:2:10")


def test_two_megabytes_are_read_in_a_third_of_a_second() -> None:
    path = CORPUS / "orq" / "openapi.yaml"
    content = path.read_bytes()
    spent = []
    for _ in range(3):
        started = time.process_time()
        parse_source(content, path.name)
        spent.append(time.process_time() - started)
    assert min(spent) <= 0.35
