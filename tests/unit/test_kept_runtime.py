"""Runtime modules are taken from the disk after an edit, unless another source would be copied."""

from pathlib import Path
from typing import Any

import pytest
import typewright.rendering.environment
from typewright.base.errors import ExitCode
from typewright.cli import run
from typewright.rendering.runtime_files import runtime_text

SPEC = """
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths: {}
components:
  schemas:
    Pet: {type: object, description: A pet., properties: {name: {type: string}}}
"""
MODULE = "python/runtime/absence.py"


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources that are copied."""
    sources: list[str] = []

    def noted(file: Any, folders: Any) -> str:
        sources.append(file.source)
        return runtime_text(file, folders)

    monkeypatch.setattr(typewright.rendering.environment, "runtime_text", noted)
    return sources


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "templates/python/runtime").mkdir(parents=True)
    (tmp_path / "openapi.yaml").write_text(SPEC)
    (tmp_path / "typewright.yaml").write_text(
        "spec: openapi.yaml\ntemplates: templates\ntargets: {python: {package: pets}}\n"
    )
    assert run(["generate"]) == ExitCode.CLEAN
    return tmp_path


def test_no_module_is_copied_after_an_edit(project: Path, copied: list[str]) -> None:
    (project / "openapi.yaml").write_text(SPEC.replace("A pet.", "Who lives here."))
    assert run(["generate"]) == ExitCode.CLEAN
    assert copied == []
    assert run(["check", "--no-cache"]) == ExitCode.CLEAN
    assert MODULE in copied


def test_a_module_of_the_user_is_copied(project: Path, copied: list[str]) -> None:
    (generated,) = (project / "generated").rglob("_runtime/absence.py")
    for text in ("# the user's\n", "# another one\n"):
        (project / "templates" / MODULE).write_text(text)
        assert run(["generate"]) == ExitCode.CLEAN
        assert generated.read_text().endswith(text)
    assert copied.count(MODULE) == 2


def test_a_module_that_was_edited_is_copied(project: Path, copied: list[str]) -> None:
    (generated,) = (project / "generated").rglob("_runtime/absence.py")
    before = generated.read_text()
    generated.write_text("# edited\n")
    (project / "openapi.yaml").write_text(SPEC.replace("A pet.", "Who lives here."))
    assert run(["generate"]) == ExitCode.CLEAN
    assert generated.read_text() == before
    assert copied == [MODULE]
