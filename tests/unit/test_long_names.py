"""Names of hundreds of characters, wherever a description may have them: files keep names that every system holds."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from generator.cli.configuration import configuration
from generator.cli.invocation import Invocation
from generator.config import DocsConfig
from generator.pipeline import build
from generator.targets.page_names import page_stem

LONG = "x" * 300
PLACES = {
    "tag": ("paths", "/a", "post", "tags", 0),
    "operationId": ("paths", "/a", "post", "operationId"),
    "group": ("paths", "/a", "post", "x-speakeasy-group"),
    "title": ("components", "schemas", "Pet", "title"),
    "name": ("components", "schemas", "Pet", "x-speakeasy-name-override"),
    "inner name": ("components", "schemas", "Pet", "properties", "inner", "x-speakeasy-name-override"),
    "API": ("info", "title"),
}


def described(place: tuple[str | int, ...]) -> str:
    """Return a description with a long name at a place."""
    inner = {"type": "object", "properties": {"a": {"enum": ["b"]}}}
    schema = {"$ref": "#/components/schemas/Pet"}
    body = {"content": {"application/json": {"schema": schema}}}
    responses = {"200": {"description": "d", **body}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {"/a": {"post": {"tags": ["t"], "operationId": "o", "requestBody": body, "responses": responses}}},
        "components": {"schemas": {"Pet": {"type": "object", "properties": {"inner": inner}}}},
    }
    holder = document
    for key in place[:-1]:
        holder = holder[key]  # type: ignore[index,assignment]
    holder[place[-1]] = LONG  # type: ignore[index]
    return json.dumps(document)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("dialect", ["github", "mkdocs"])
def test_a_long_name_makes_files_all_the_same(place: str, dialect: str, tmp_path: Path) -> None:
    spec = tmp_path / "spec.json"
    spec.write_text(described(PLACES[place]))
    config = configuration(Invocation(spec=spec, formatter="none"))
    docs = DocsConfig(dialect=dialect, usage="enums")
    targets = tuple(replace(target, docs=docs) for target in config.targets)
    tree = build(replace(config, docs=docs, targets=targets)).tree
    assert tree
    assert max(len(part) for path in tree for part in path.split("/")) <= 200


def test_names_with_the_same_long_beginning_have_pages_of_their_own() -> None:
    assert page_stem(f"{LONG}a") != page_stem(f"{LONG}b")
    assert page_stem("Pet") == "pet"
