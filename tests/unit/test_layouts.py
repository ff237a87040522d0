"""Texts are laid out again only where they are others; what is noted of that can make no answer wrong."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
import typewright.writing.target_files
from typewright.base.errors import ExitCode
from typewright.cli import run
from typewright.config.options import FormatterName
from typewright.rendering.formatting import formatted

SPEC = """
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths: {}
components:
  schemas:
    Pet: {type: object, description: A pet., properties: {name: {type: string}}}
    Shop: {type: object, description: A shop., properties: {city: {type: string}}}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "openapi.yaml").write_text(SPEC)
    (tmp_path / "typewright.yaml").write_text("spec: openapi.yaml\ntargets: {python: {package: pets}}\n")
    return tmp_path


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that the formatter gets."""
    paths: list[str] = []

    def noted(sources: Mapping[str, str], formatter: FormatterName) -> dict[str, str]:
        paths.extend(sources)
        return formatted(sources, formatter)

    monkeypatch.setattr(typewright.writing.target_files, "formatted", noted)
    return paths


def tree(project: Path) -> dict[str, bytes]:
    files = (path for path in (project / "generated").rglob("*") if path.is_file())
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in files}


def generate(project: Path) -> dict[str, bytes]:
    assert run(["generate"]) == ExitCode.CLEAN
    return tree(project)


def changed(project: Path, old: str, new: str) -> None:
    spec = project / "openapi.yaml"
    assert old in spec.read_text()
    spec.write_text(spec.read_text().replace(old, new))


def fresh(project: Path, cache: Path) -> dict[str, bytes]:
    """Return what a run without a memory writes."""
    for path in cache.rglob("*.json"):
        path.unlink()
    assert run(["check"]) == ExitCode.CLEAN
    return tree(project)


def test_only_what_changed_is_laid_out_again(project: Path, cache: Path, asked: list[str]) -> None:
    generate(project)
    assert len(asked) > 3
    asked.clear()
    changed(project, "A pet.", "An animal.")
    after = generate(project)
    assert [path for path in asked if "/models/" in path] == ["python/pets/models/pet.py"]
    assert len(asked) < 5
    assert fresh(project, cache) == after


def test_a_file_that_was_edited_is_laid_out_again(project: Path, cache: Path, asked: list[str]) -> None:
    before = generate(project)
    path = project / "generated/python/pets/models/pet.py"
    path.write_text(path.read_text() + "# mine\n")
    asked.clear()
    assert generate(project) == before
    assert "python/pets/models/pet.py" in asked
    assert "python/pets/models/shop.py" not in asked


def test_another_formatter_lays_everything_out(project: Path, cache: Path, asked: list[str]) -> None:
    generate(project)
    count = len(asked)
    asked.clear()
    (project / "typewright.yaml").write_text((project / "typewright.yaml").read_text() + "formatter: black\n")
    generate(project)
    assert len(asked) == count


@pytest.mark.parametrize(
    "damage", ["", "[]", "{}", '{"formatter": 1}', "\x00", '{"formatter": "FORMATTER", "files": []}']
)
def test_damaged_notes_are_no_notes(project: Path, cache: Path, asked: list[str], damage: str) -> None:
    before = generate(project)
    for path in cache.rglob("*.layouts.json"):
        formatter = json.loads(path.read_text())["formatter"]
        path.write_text(damage.replace("FORMATTER", formatter))
    changed(project, "A pet.", "An animal.")
    generate(project)
    changed(project, "An animal.", "A pet.")
    assert generate(project) == before


def test_notes_of_another_text_are_not_believed(project: Path, cache: Path) -> None:
    """Digests that were swapped, as no run of ours does."""
    generate(project)
    for path in cache.rglob("*.layouts.json"):
        notes = json.loads(path.read_text())
        pet, shop = (f"python/pets/models/{name}.py" for name in ("pet", "shop"))
        notes["files"][pet], notes["files"][shop] = notes["files"][shop], notes["files"][pet]
        path.write_text(json.dumps(notes))
    changed(project, "A pet.", "An animal.")
    after = generate(project)
    assert fresh(project, cache) == after
