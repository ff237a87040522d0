"""The configuration that `init` leaves, and the schema from which editors complete and check it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from typewright.base.errors import ExitCode, UsageError
from typewright.cli.shell import run_command
from typewright.config.initial import initial_configuration
from typewright.config.options import Config
from typewright.config.reading import read_config
from typewright.config.schema import SCHEMA_FILE, configuration_schema
from typewright.targets.finding import DefaultOptions, languages

ROOT = Path(__file__).parent.parent.parent
SCHEMA = configuration_schema(DefaultOptions())
VALUES: list[Any] = [
    True,
    0,
    3,
    -1,
    "",
    "x",
    "a-b",
    "a b",
    "../x",
    "@a/b",
    "github",
    "black",
    None,
    [],
    ["x"],
    ["a b"],
    {},
]


def options(schema: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the path of every option that is no section."""
    for name, inner in schema["properties"].items():
        if "properties" in inner:
            yield from options(inner, (*path, name))
        else:
            yield (*path, name)


def configured(path: tuple[str, ...], value: Any) -> dict[str, Any]:
    whole: dict[str, Any] = {"spec": "a.yaml", "targets": {"python": {}}}
    node = whole
    for name in path[:-1]:
        node = node.setdefault(name, {})
    node[path[-1]] = value
    return whole


def is_read(node: Any) -> bool:
    try:
        read_config(node, folder=Path(), locate=lambda _: None, defaults=DefaultOptions())
    except UsageError:
        return False
    return True


def is_valid(node: Any) -> bool:
    return jsonschema.Draft7Validator(SCHEMA).is_valid(node)


@pytest.mark.parametrize("path", sorted(options(SCHEMA)), ids=".".join)
def test_the_schema_admits_what_is_read_and_nothing_else(path: tuple[str, ...]) -> None:
    for value in VALUES:
        node = configured(path, value)
        assert is_valid(node) == is_read(node), (path, value)


@pytest.mark.parametrize(
    "node",
    [{}, {"spec": "a"}, {"spec": "a", "targets": {}}, {"spec": "a", "targets": {"cobol": {}}}, {"specs": "a"}, []],
)
def test_what_is_missing_or_unknown_is_refused_by_both(node: Any) -> None:
    assert not is_valid(node)
    assert not is_read(node)


def test_the_schema_is_one() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    described = [path for path in options(SCHEMA) if not at(path)["description"]]
    assert described == []


def at(path: tuple[str, ...]) -> Any:
    node: Any = SCHEMA
    for name in path:
        node = node["properties"][name]
    return node


def test_our_own_configuration_is_valid() -> None:
    assert is_valid(yaml.safe_load((ROOT / "typewright.yaml").read_text()))


@pytest.mark.parametrize("package", [None, "pets", "@acme/pets", "no"])
def test_a_new_configuration_says_nothing_but_what_is_given(package: str | None) -> None:
    text = initial_configuration("spec/api.yaml", package, DefaultOptions())
    named = {"package": package} if package else None
    assert yaml.safe_load(text) == {"spec": "spec/api.yaml", "targets": dict.fromkeys(languages(), named)}


def test_its_comments_show_what_holds_without_them() -> None:
    text = initial_configuration("api.yaml", "pets", DefaultOptions())
    lines = text.splitlines()
    opened = "\n".join(re.sub(r"^(\s*)# (?=\s*\w+:)", r"\1", line) for line in lines)
    assert opened.count("\n#") < 4

    def read(node: Any) -> Config:
        return read_config(node, folder=Path(), locate=lambda _: None, defaults=DefaultOptions())

    whole = yaml.safe_load(opened)
    assert read(whole) == read(yaml.safe_load(text))
    shown = set(options({"properties": {name: at((name,)) for name in SCHEMA["properties"] if name != "targets"}}))  # type: ignore
    assert {".".join(path) for path in shown} <= {".".join(path) for path in leaves(whole)}


def leaves(node: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, value in node.items():
        yield from leaves(value, (*path, name)) if isinstance(value, dict) else [(*path, name)]


def test_init_leaves_a_configuration_and_its_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec/openapi.yaml").write_text(
        'openapi: 3.1.0\ninfo: {title: T, version: "1"}\npaths: {}\ncomponents: {schemas: {A: {type: object}}}\n'
    )
    assert run_command(["init"]) == ExitCode.CLEAN
    first = (tmp_path / "typewright.yaml").read_text().splitlines()[0]
    assert first == f"# yaml-language-server: $schema={SCHEMA_FILE}"
    assert json.loads((tmp_path / SCHEMA_FILE).read_text()) == SCHEMA
    assert run_command(["generate"]) == ExitCode.CLEAN
    (tmp_path / SCHEMA_FILE).unlink()
    assert run_command(["init"]) == ExitCode.USAGE
    assert run_command(["init", "--schema"]) == ExitCode.CLEAN
    assert (tmp_path / SCHEMA_FILE).is_file()
