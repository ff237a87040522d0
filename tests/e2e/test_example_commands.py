"""What `typewright examples` and `code-samples` print can be parsed, run, compiled, and is what the schemas ask for."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from typewright.cli import run
from typewright.cli.shell import typewright
from typewright.openapi.document import load_document
from typewright.targets.python.prove.running import executed, type_checked
from typewright.targets.typescript.prove.compiling import Compiler, compiled

from .proof_of_pets import ANIMALS, pets

pytestmark = pytest.mark.xdist_group("example-commands")

SHOWN = [(f"put{name}", status) for name in ANIMALS[:3] for status in (None, "200")] + [("getHolder", "200")]
"""Operations with a status; None where the request is shown."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    (folder / "pets.yaml").write_text(pets())
    assert (
        run(["generate", "--spec", str(folder / "pets.yaml"), "--out", str(folder / "out"), "--package", "pets"]) == 0
    )
    return folder


def printed(project: Path, *words: str, code: int = 0) -> str:
    """Return what a command prints about the project: to stdout where it ends well, else to stderr."""
    options = ["--spec", str(project / "pets.yaml"), "--package", "pets"]
    result = CliRunner().invoke(typewright, [*words, *options], standalone_mode=False)
    if code == 0:
        assert result.exception is None
        return result.stdout
    assert result.exception is not None
    return str(getattr(result.exception, "diagnostics", result.exception))


def example(project: Path, operation: str, status: str | None, form: str) -> str:
    asked = ["--operation", operation, "--format", form, *([] if status is None else ["--status", status])]
    return printed(project, "examples", "--out", str(project / "out"), *asked)


def files(project: Path, language: str) -> dict[str, str]:
    """Return the package of a language, docs and scripts left out, by path."""
    folder = project / "out" / language
    found = (path for path in folder.rglob("*") if path.suffix in (".py", ".ts", ".json"))
    texts = {path.relative_to(folder).as_posix(): path.read_text() for path in found}
    return {path: text for path, text in texts.items() if not path.startswith(("docs/", "examples/"))}


def test_yaml_says_what_json_says(project: Path) -> None:
    for operation, status in SHOWN:
        value = json.loads(example(project, operation, status, "json"))
        assert yaml.safe_load(example(project, operation, status, "yaml")) == value


def test_requests_are_ordered_by_place(project: Path) -> None:
    value = json.loads(example(project, "putAnt", None, "json"))
    assert set(value) == {"path", "query", "body"}
    assert value["path"]["case_id"] in range(1, 100)
    assert value["query"]["sort"] in ("up", "down")
    by_header = printed(project, "examples", "--operation", "PUT /Ant/{case_id}")
    assert json.loads(by_header)["body"]["name"] == value["body"]["name"]


def test_python_is_checked_and_runs_to_what_json_says(project: Path) -> None:
    modules = {}
    for number, (operation, status) in enumerate(SHOWN):
        code = example(project, operation, status, "python")
        modules[f"blocks/block_{number}.py"] = code.replace("\nresponse = ", "\nvalue = ")
    program = {**files(project, "python"), **modules}
    assert list(type_checked(program, "blocks")) == []
    for (operation, status), outcome in zip(SHOWN, executed(program, list(modules)), strict=True):
        assert outcome.error is None
        value = json.loads(example(project, operation, status, "json"))
        shown: Any = outcome.value
        assert (shown if status else shown["requestBody"]) == (value if status else value["body"])


def test_typescript_compiles(project: Path, tsc: Path, tmp_path: Path) -> None:
    blocks = {
        f"blocks/block_{number}.ts": example(project, operation, status, "typescript")
        for number, (operation, status) in enumerate(SHOWN)
    }
    faults = list(compiled({**files(project, "typescript"), **blocks}, Compiler(("node", str(tsc))), tmp_path))
    assert faults == []


def test_a_status_may_be_covered_by_a_range(tmp_path: Path) -> None:
    content = {"application/json": {"schema": {"type": "string", "example": "gone"}}}
    responses = {"4XX": {"description": "", "content": content}, "default": {"description": ""}}
    root = {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "paths": {"/": {"get": {"operationId": "it", "responses": responses}}},
    }
    (tmp_path / "pets.yaml").write_text(json.dumps(root))
    for status in ("404", "4XX", "4xx"):
        assert json.loads(printed(tmp_path, "examples", "--operation", "it", "--status", status)) == "gone"
    assert "has no body" in printed(tmp_path, "examples", "--operation", "it", "--status", "500", code=2)
    assert "takes nothing" in printed(tmp_path, "examples", "--operation", "it", code=2)
    assert printed(tmp_path, "examples", "--operation", "it", "--format", "curl").startswith("curl --request GET ")


def test_what_is_not_there_is_told_with_a_suggestion(project: Path) -> None:
    assert "did you mean 'putAnt'?" in printed(project, "examples", "--operation", "putAn", code=2)
    told = printed(project, "examples", "--operation", "putAnt", "--status", "404", code=2)
    assert "it has 200" in told


def test_code_samples_are_an_overlay_that_gives_each_operation_its_calls(project: Path) -> None:
    overlay = project / "samples.yaml"
    printed(project, "code-samples", "--out", str(overlay))
    written = yaml.safe_load(overlay.read_text())
    assert (written["overlay"], written["extends"]) == ("1.0.0", "pets.yaml")
    document = load_document(project / "pets.yaml", overlays=(overlay,))
    root: Any = document.value_at("#")
    operations = [operation for item in root["paths"].values() for operation in item.values()]
    assert len(operations) == len(ANIMALS) + 1
    for operation in operations:
        samples = {each["lang"]: each["source"] for each in operation["x-codeSamples"]}
        assert list(samples) == ["python", "typescript"]
        ast.parse(samples["python"])
        assert samples["python"].endswith("\n")
        assert operation["operationId"].lower() in samples["python"].replace("_", "")


def test_code_samples_may_be_of_one_language(project: Path) -> None:
    overlay = yaml.safe_load(printed(project, "code-samples", "--target", "typescript"))
    assert "extends" not in overlay
    assert {sample["lang"] for each in overlay["actions"] for sample in each["update"]["x-codeSamples"]} == {
        "typescript"
    }
