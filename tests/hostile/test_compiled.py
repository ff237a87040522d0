"""TypeScript with payloads in it, under the real compiler: many trees in one program, each a package of its own."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typewright.pipeline import build

from tests.hostile.making import Files, RefusedError, configuration, made, templates_once
from tests.hostile.payloads import PAYLOADS
from tests.hostile.places import places

__all__ = ["templates_once"]

pytestmark = pytest.mark.usefixtures("templates_once")
SAMPLE = ["double quotes thrice", "comment end", "template literal", "prototype", "line separator", "keyword"]


TOGETHER = 12
"""In how many places of one tree a payload is tried at once."""


def trees(payload: str, chosen: Sequence[str]) -> Iterator[tuple[Sequence[str], Files]]:
    """Yield trees with a payload in all of the chosen places that are not refused, as many as go together in each."""
    try:
        yield chosen, made(PAYLOADS[payload], chosen, "pydantic", "github", plain=False)
    except RefusedError:
        half = len(chosen) // 2
        for part in (chosen[:half], chosen[half:]) if half else ():
            yield from trees(payload, part)


def hold(payloads: Iterable[str], chosen: Sequence[str], folder: Path, tsc: Path) -> int:
    """Hold that payloads in places compile, all at once; return in how many places there was one."""
    parts = [chosen[start : start + TOGETHER] for start in range(0, len(chosen), TOGETHER)]
    made_trees = (tree for payload in payloads for part in parts for tree in trees(payload, part))
    count = 0
    for number, (together, files) in enumerate(made_trees):
        count += len(together)
        _write(files, number, folder)
    assert compiler_errors(folder, tsc)[:20] == []
    return count


def _write(files: Files, number: int, folder: Path) -> None:
    for path, text in files.items():
        if path.startswith("typescript/") and path.endswith((".ts", ".json")):
            written = folder / f"{number:03}" / path
            written.parent.mkdir(parents=True, exist_ok=True)
            written.write_text(_numbered(path, text, number), encoding="utf-8")


def compiler_errors(folder: Path, tsc: Path) -> list[str]:
    """Return what the compiler says of all packages below `folder`."""
    options = {
        "strict": True,
        "noEmit": True,
        "target": "es2022",
        "module": "nodenext",
        "types": [],
        "skipLibCheck": True,
    }
    (folder / "tsconfig.json").write_text(json.dumps({"compilerOptions": options, "include": ["*/typescript/**/*.ts"]}))
    command = ["node", str(tsc), "-p", str(folder), "--pretty", "false"]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert run.stderr == ""
    return run.stdout.splitlines()


def _numbered(path: str, text: str, number: int) -> str:
    """Return a file of the package `number`; the compiler takes packages of one name and version for one.

    The package is not built: its exports, by which its examples import it, lead to the sources.
    """
    if not path.endswith("/package.json"):
        return text
    exports = re.sub(r"\./dist/([^\"]*)\.(d\.ts|js)", r"./\1.ts", json.dumps(json.loads(text)["exports"]))
    return json.dumps(json.loads(text) | {"version": f"0.0.{number}", "exports": json.loads(exports)})


def test_a_sample_of_declarations_compiles(tmp_path: Path, tsc: Path) -> None:
    chosen = ["property: name", "enum: value"]
    assert hold(SAMPLE, chosen, tmp_path, tsc) == len(SAMPLE) * len(chosen)


@pytest.mark.nightly
@pytest.mark.parametrize("payload", PAYLOADS)
def test_declarations_compile_whatever_is_in_them(payload: str, tmp_path: Path, tsc: Path) -> None:
    assert hold([payload], list(places()), tmp_path, tsc) > len(places()) // 2


NAMESAKES = {
    "Client": ["API promise", "Client core"],
    "SDK options": ["Request options", "Pet"],
}
"""Titles and tags that are called like classes of the runtime, and like a type."""


def namesake(title: str, tags: Sequence[str]) -> dict[str, Any]:
    """Return a description whose options of the client have one name: a credential, a parameter, a variable."""
    pet = {
        "200": {
            "description": "A pet",
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}},
        }
    }
    region = {"name": "region", "in": "query", "schema": {"type": "string"}}
    return {
        "openapi": "3.1.0",
        "info": {"title": title, "version": "1"},
        "servers": [{"url": "https://{region}.test", "variables": {"region": {"default": "eu"}}}],
        "security": [{"region": []}],
        "x-speakeasy-globals": {"parameters": [region]},
        "paths": {
            f"/{number}": {
                "get": {"operationId": f"get{number}", "tags": [tag], "parameters": [region], "responses": pet}
            }
            for number, tag in enumerate(tags)
        },
        "components": {
            "schemas": {"Pet": {"type": "object", "properties": {"born": {"type": "string", "format": "date-time"}}}},
            "securitySchemes": {"region": {"type": "apiKey", "in": "header", "name": "X-Region"}},
        },
    }


def test_classes_and_options_of_a_client_are_told_apart(tmp_path: Path, tsc: Path) -> None:
    for number, (title, tags) in enumerate(NAMESAKES.items()):
        spec = tmp_path / "spec.json"
        spec.write_text(json.dumps(namesake(title, tags)))
        config = configuration("pydantic", "github", plain=False)
        tree = build(replace(config, spec=spec, root=tmp_path)).tree
        files = {path: content.decode() for path, content in tree.items()}
        _write(files, number, tmp_path)
        for path, text in files.items():
            if path.endswith(".py"):
                compile(text, path, "exec")
    assert compiler_errors(tmp_path, tsc) == []
