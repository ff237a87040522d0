"""`.typewrightignore`: what it matches belongs to the user."""

import json
from pathlib import Path

import pytest
from typewright.base.errors import ExitCode, UsageError
from typewright.cli import run
from typewright.writing.ignoring import NAME, read_ignore

SPEC = """
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths: {}
components: {schemas: {Pet: {type: object, description: A pet., properties: {name: {type: string}}}}}
"""
PAGE = "generated/python/docs/models/pet.md"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "openapi.yaml").write_text(SPEC)
    (tmp_path / "typewright.yaml").write_text("spec: openapi.yaml\ntargets: {python: {package: pets}}\n")
    assert run(["generate"]) == ExitCode.CLEAN
    return tmp_path


def test_a_file_of_ours_that_is_ignored_stays_and_is_no_longer_written(project: Path) -> None:
    (project / PAGE).write_text("mine")
    assert run(["check"]) == ExitCode.FINDINGS
    (project / NAME).write_text("# ours no more\n/generated/**/pet.md\n")
    assert run(["check"]) == ExitCode.CLEAN
    assert run(["generate"]) == ExitCode.CLEAN
    assert (project / PAGE).read_text() == "mine"
    files = json.loads((project / "typewright.lock").read_text())["files"]
    assert "python/docs/models/pet.md" not in files
    for _ in range(2):
        assert run(["check"]) == ExitCode.CLEAN
    (project / PAGE).unlink()
    assert run(["check"]) == ExitCode.CLEAN


def test_a_file_of_the_users_below_the_output_is_no_finding(project: Path) -> None:
    (project / "generated/python/notes.txt").write_text("mine")
    assert run(["check"]) == ExitCode.FINDINGS
    (project / NAME).write_text("*.txt\n")
    assert run(["generate"]) == ExitCode.CLEAN
    for _ in range(2):
        assert run(["check"]) == ExitCode.CLEAN
    (project / NAME).write_text("*.txt\n!notes.txt\n")
    assert run(["check"]) == ExitCode.FINDINGS


def test_what_is_ignored_no_more_is_written_again(project: Path) -> None:
    (project / NAME).write_text("pet.md\n")
    run(["generate"])
    (project / PAGE).unlink()
    (project / NAME).unlink()
    assert run(["check"]) == ExitCode.FINDINGS
    assert run(["generate"]) == ExitCode.CLEAN
    assert (project / PAGE).is_file()


@pytest.mark.parametrize(
    ("output", "path", "hidden"),
    [("generated", "a/b.md", True), ("out/generated", "a/b.md", False), (".", "generated/a/b.md", True)],
)
def test_patterns_are_relative_to_the_ignore_file(tmp_path: Path, output: str, path: str, hidden: bool) -> None:
    (tmp_path / NAME).write_text("/generated/a/\n")
    assert read_ignore(tmp_path, tmp_path / output).is_hidden(path) is hidden


@pytest.mark.parametrize("content", [b"!\n", b"\xff\n"])
def test_what_is_no_ignore_file_is_a_fault_of_the_user(project: Path, content: bytes) -> None:
    (project / NAME).write_bytes(content)
    with pytest.raises(UsageError, match="the ignore file cannot be used"):
        read_ignore(project, project / "generated")
    assert run(["check"]) == ExitCode.USAGE
