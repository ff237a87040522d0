"""Compiled templates of earlier runs: used while they are right, never for templates of others."""

import sys
from pathlib import Path

import pytest
from jinja2 import FileSystemLoader
from typewright.rendering.compiled_templates import CompiledTemplates, TemplateEnvironment


@pytest.fixture(autouse=True)
def _writes_bytecode(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)


def _rendered(folder: Path, ours: Path) -> str:
    environment = TemplateEnvironment(loader=FileSystemLoader(folder), bytecode_cache=CompiledTemplates(ours))
    return environment.get_template("page.md.jinja").render(view="a")


def _stored(folder: Path) -> list[Path]:
    return list(folder.rglob("*.pyc*"))


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.md.jinja").write_text("{{ view }}!")
    assert _rendered(tmp_path, tmp_path) == "a!"
    assert len(_stored(tmp_path)) == 1
    monkeypatch.setattr(TemplateEnvironment, "_parse", None)
    assert _rendered(tmp_path, tmp_path) == "a!"


def test_another_text_is_compiled_again(tmp_path: Path) -> None:
    (tmp_path / "page.md.jinja").write_text("{{ view }}!")
    _rendered(tmp_path, tmp_path)
    (tmp_path / "page.md.jinja").write_text("{{ view }}?")
    assert _rendered(tmp_path, tmp_path) == "a?"


@pytest.mark.parametrize("keeps_head", [False, True])
def test_a_damaged_file_is_replaced(tmp_path: Path, keeps_head: bool) -> None:
    (tmp_path / "page.md.jinja").write_text("{{ view }}!")
    _rendered(tmp_path, tmp_path)
    (stored,) = _stored(tmp_path)
    whole = stored.read_bytes()
    stored.write_bytes(whole[: len(whole) // 2] if keeps_head else b"nothing")
    assert _rendered(tmp_path, tmp_path) == "a!"
    assert stored.read_bytes() == whole


def test_templates_of_others_are_not_stored(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    ours.mkdir()
    theirs.mkdir()
    (theirs / "page.md.jinja").write_text("{{ view }}!")
    assert _rendered(theirs, ours) == "a!"
    assert not _stored(tmp_path)


def test_a_folder_that_cannot_be_written_to_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "page.md.jinja").write_text("{{ view }}!")
    (tmp_path / "__pycache__").write_text("no folder")
    assert _rendered(tmp_path, tmp_path) == "a!"


def test_nothing_is_written_where_python_writes_no_bytecode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    (tmp_path / "page.md.jinja").write_text("{{ view }}!")
    assert _rendered(tmp_path, tmp_path) == "a!"
    assert not _stored(tmp_path)
