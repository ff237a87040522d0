"""`prove` and `check --prove` from the outside: what they say of tools that are missing, and of what fails."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typewright.cli import run

SPEC: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "t", "version": "1"},
    "paths": {
        "/": {
            "get": {
                "operationId": "it",
                "responses": {
                    "200": {
                        "description": "",
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}},
                    }
                },
            }
        }
    },
    "components": {
        "schemas": {
            "Pet": {"type": "object", "required": ["age"], "properties": {"age": {"type": "integer", "maximum": 9}}}
        }
    },
}
PAGE = "out/typescript/docs/models/components/pet.md"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: Path) -> Path:
    (tmp_path / "api.json").write_text(json.dumps(SPEC, indent=1))
    monkeypatch.chdir(tmp_path)
    return tmp_path


OPTIONS = ["--spec", "api.json", "--out", "out", "--target", "typescript"]


def test_a_tree_that_holds(project: Path, tsc: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["generate", *OPTIONS])
    capsys.readouterr()
    assert run(["prove", *OPTIONS, "--tsc", str(tsc)]) == 0
    head, counts, verdict = capsys.readouterr().out.splitlines()
    assert head.split() == ["found", "parsed", "values", "checked", "run", "compiled", "called", "failed"]
    assert counts.split() == ["typescript", "14", "14", "1", "-", "-", "14", "7", "0"]
    assert verdict == "every example holds"


def test_without_a_tree_the_one_is_proven_that_would_be_written(
    project: Path, tsc: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["prove", *OPTIONS, "--tsc", str(tsc)]) == 0
    assert capsys.readouterr().out.endswith("every example holds\n")
    assert not (project / "out").exists()


def test_what_cannot_be_done_is_said(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["generate", *OPTIONS])
    capsys.readouterr()
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert run(["prove", *OPTIONS]) == 0
    _, counts, skipped, verdict = capsys.readouterr().out.splitlines()
    assert counts.split() == ["typescript", "14", "-", "1", "-", "-", "-", "-", "0"]
    assert skipped == "skipped: typescript: nothing is compiled, because node is not installed"
    assert verdict.startswith("no example fails, but not everything was done")


def test_a_missing_compiler_says_how_to_get_one(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: "/bin/node" if name == "node" else None)
    assert run(["prove", *OPTIONS]) == 0
    assert "npm install typescript" in capsys.readouterr().out


def test_a_compiler_that_is_not_there_is_a_fault_of_usage(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["prove", *OPTIONS, "--tsc", "nowhere/tsc"]) == 2
    assert "there is no program 'nowhere/tsc'" in capsys.readouterr().err


def test_a_broken_example_is_told_with_page_line_schema_and_place(
    project: Path, tsc: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["generate", *OPTIONS])
    page = project / PAGE
    page.write_text(page.read_text().replace("age: ", "age: 1"))
    (project / "out/typescript/docs/sdks/it/README.md").unlink(missing_ok=True)
    capsys.readouterr()
    assert run(["prove", *OPTIONS, "--tsc", str(tsc)]) == 1
    lines = capsys.readouterr().out.splitlines()
    at = next(
        index for index, line in enumerate(lines) if line.startswith("typescript/docs/models/components/pet.md:9: ")
    )
    assert lines[at].endswith("is greater than the maximum of 9")
    assert lines[at + 1] == "  = schema #/components/schemas/Pet/properties/age"
    line = (project / "api.json").read_text().split("\n").index('     "age": {') + 1
    assert lines[at + 2].startswith(f"  = at api.json:{line}:")


def test_a_missing_page_is_a_failure(project: Path, tsc: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["generate", *OPTIONS])
    (project / PAGE).unlink()
    assert run(["prove", *OPTIONS, "--tsc", str(tsc)]) == 1
    assert f"{PAGE.removeprefix('out/')}:1: missing: " in capsys.readouterr().out


def test_check_proves_too(
    project: Path, tsc: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", f"{tsc.parent}:{Path(shutil.which('node') or '').parent}")
    run(["generate", *OPTIONS])
    capsys.readouterr()
    assert run(["check", *OPTIONS, "--prove", "--format", "json"]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["up_to_date"] is True
    assert "every example holds" in printed.err
    page = project / PAGE
    page.write_text(page.read_text().replace("age: ", "age: 1"))
    assert run(["check", *OPTIONS, "--prove"]) == 1
    assert "is greater than the maximum of 9" in capsys.readouterr().err


def test_what_is_unsatisfiable_is_listed_and_no_failure(
    project: Path, tsc: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = json.dumps(SPEC).replace('"maximum": 9', '"maximum": 9, "minimum": 10')
    (project / "api.json").write_text(text)
    assert run(["prove", *OPTIONS, "--tsc", str(tsc)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "no value is known that these schemas admit:" in lines
    assert "  #/components/schemas/Pet/properties/age (typescript/docs/models/components/pet.md:9)" in lines


def test_pages_that_options_of_the_reference_keep_from_holding_are_counted_and_named(
    project: Path, tsc: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    media = {"schema": {"type": "object", "properties": {"sky": {"type": "string"}}}}
    content = {"application/json": media, "application/xml": media}
    both = {"get": {"operationId": "weather", "responses": {"200": {"description": "ok", "content": content}}}}
    spec = {**SPEC, "paths": {**SPEC["paths"], "/weather": both}}
    (project / "api.json").write_text(json.dumps(spec).replace('"maximum": 9', '"maximum": 9, "example": 10'))
    habits = ["ref-siblings-ignored", "loops-over-two-media-types"]
    config = {"spec": "api.json", "output": "out", "reference_habits": habits, "targets": {"typescript": {}}}
    config["examples"] = {"style": "reference"}
    (project / "typewright.yaml").write_text(json.dumps(config))
    run(["generate"])
    capsys.readouterr()
    assert run(["prove", "--tsc", str(tsc)]) == 1
    lines = capsys.readouterr().out.splitlines()
    page = next(line.partition(":")[0] for line in lines if ": compile: " in line)
    told = lines.index("2 pages are kept from holding by 'reference_habits' and 'examples':")
    pet = PAGE.removeprefix("out/")
    assert lines[told + 1 : told + 3] == [
        f"  {pet}: examples: {{style: reference}}",
        f"  {page}: loops-over-two-media-types",
    ]
    run(["prove", "--tsc", str(tsc), "--format", "json"])
    reasons = json.loads(capsys.readouterr().out)["habits"]
    assert reasons == {pet: ["examples: {style: reference}"], page: ["loops-over-two-media-types"]}


def test_a_changed_description_explains_failures(project: Path, tsc: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["generate", *OPTIONS])
    (project / "api.json").write_text(json.dumps(SPEC).replace('"maximum": 9', '"maximum": 9, "const": 5'))
    capsys.readouterr()
    run(["prove", *OPTIONS, "--tsc", str(tsc), "--format", "json"])
    proof = json.loads(capsys.readouterr().out)
    assert [each["schema"] for each in proof["failures"]] == ["#/components/schemas/Pet/properties/age"]
    assert proof["notes"] == ["the description has changed since the files were generated"]


@pytest.mark.nightly
def test_members_of_unions_that_are_shown_without_values_are_skipped(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    union = {"oneOf": [{"type": "string"}, {"$ref": "#/components/schemas/Pet"}]}
    spec = json.loads(json.dumps(SPEC))
    spec["components"]["schemas"]["Pet"]["properties"]["friend"] = union
    (project / "api.json").write_text(json.dumps(spec))
    target = {"parts": ["models", "docs"], "docs": {"usage": "reference"}}
    config = {"spec": "api.json", "output": "out", "targets": {"python": target}}
    (project / "typewright.yaml").write_text(json.dumps(config))
    run(["generate"])
    capsys.readouterr()
    run(["prove", "--format", "json"])
    proof = json.loads(capsys.readouterr().out)
    assert proof["failures"] == []
    assert "python: members of unions without a value, which 'docs: {usage: reference}' asks for: 2" in proof["skipped"]
