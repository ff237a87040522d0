"""`typewright generate --format json`."""

import json
from pathlib import Path

import pytest
from typewright.cli import run

SPEC = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths: {}
components:
  schemas:
    Pet: {type: object, properties: {name: {type: strnig}}}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "openapi.yaml").write_text(SPEC.replace("strnig", "string"))
    (tmp_path / "typewright.yaml").write_text(
        "spec: openapi.yaml\ntargets: {python: {package: pets, parts: [models]}}\n"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def report(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    assert run(["generate", "--format", "json"]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    found: dict[str, object] = json.loads(told.out)
    return found


def test_a_run_says_what_it_wrote(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = report(capsys)
    written = first["written"]
    assert isinstance(written, list)
    assert all((project / path).is_file() for path in written)
    assert (first["removed"], first["unchanged"], first["edited"]) == ([], 0, [])

    second = report(capsys)
    assert (second["written"], second["unchanged"]) == ([], len(written))

    (project / written[0]).write_text("mine")
    assert report(capsys)["edited"] == [written[0]]

    (project / "openapi.yaml").write_text(SPEC.split("components", maxsplit=1)[0])
    removed = report(capsys)["removed"]
    assert removed
    assert not any((project / path).exists() for path in removed)


def test_warnings_are_in_the_report(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "openapi.yaml").write_text(SPEC.replace("strnig", "string, default: 3"))
    found = report(capsys)["diagnostics"]
    assert isinstance(found, list)
    assert {"code", "severity", "message", "file", "line", "column", "pointer", "help"} == set(found[0])
    assert found[0]["file"] == "openapi.yaml"


def test_an_error_is_told_as_ever(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "openapi.yaml").write_text("openapi: 3.1.0\n")
    assert run(["generate", "--format=json"]) == 3
    told = capsys.readouterr()
    assert told.out == ""
    assert "error[" in told.err
