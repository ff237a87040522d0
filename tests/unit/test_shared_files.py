"""Files that the user shares with us: sections between markers, and files that are written once."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typewright.base.errors import ExitCode
from typewright.cli import run
from typewright.pages.page import Ownership
from typewright.pages.sections import between_sections, section_text, sections_of, with_sections
from typewright.writing.shared_files import entry_of, is_as_written, is_ours_alone

SPEC = """
openapi: 3.1.0
info: {title: Pets, version: "1"}
servers: [{url: "https://example.com"}]
paths: {/pets: {get: {operationId: listPets, responses: {"204": {description: None.}}}}}
"""
HOOKS = {"python": "pets/hooks.py", "typescript": "hooks/registration.ts"}
NAMES = st.sampled_from(["summary", "usage", "errors", "retries"])
WORDS = st.text(alphabet="abc <>!-[]\n", max_size=12)


def text_of(*names: str, body: str = "text") -> str:
    return "\n\n".join(section_text(name.title(), name, f"{body} of {name}") for name in names) + "\n"


def test_sections_are_replaced_where_they_stand() -> None:
    theirs = f"# Mine\n\n{text_of('errors', 'summary', body='old')}\nMy end.\n"
    merged = with_sections(theirs, text_of("summary", "errors"), {"summary": "", "errors": ""})
    assert merged == f"# Mine\n\n{text_of('errors', 'summary')}\nMy end.\n"


def test_a_section_that_the_user_took_out_stays_out_and_a_new_one_comes_behind_its_predecessor() -> None:
    theirs = f"{text_of('summary')}\nMine.\n"
    merged = with_sections(theirs, text_of("summary", "usage", "errors"), {"summary": "", "errors": ""})
    assert merged == f"{text_of('summary', 'usage')}\nMine.\n"


def test_a_section_that_is_no_more_goes_and_one_of_the_users_stays() -> None:
    theirs = text_of("summary", "errors", "own")
    assert with_sections(theirs, text_of("summary"), {"summary": "", "errors": ""}) == text_of("summary", "own")


def test_a_text_without_sections_is_the_users_alone() -> None:
    assert with_sections("# Mine\n", text_of("summary"), {}) == "# Mine\n"


def test_a_marker_in_a_body_ends_nothing() -> None:
    body = "before\n<!-- End Summary [summary] -->\nafter"
    assert list(sections_of(section_text("Summary", "summary", body))) == ["summary"]
    assert between_sections(section_text("Summary", "summary", body)) == ""


@given(st.lists(NAMES, unique=True, min_size=1), st.lists(NAMES, unique=True, min_size=1), st.lists(WORDS, min_size=5))
def test_all_text_of_the_users_survives_and_a_second_merge_changes_nothing(
    standing: list[str], wanted: list[str], words: list[str]
) -> None:
    between = [word.replace("<!--", "") for word in words]
    parts = [section_text(name, name, "old") for name in standing]
    theirs = between[-1] + "".join(f"\n{part}\n{word}" for part, word in zip(parts, between, strict=False))
    locked = dict.fromkeys(standing, "")
    merged = with_sections(theirs, text_of(*wanted), locked)
    assert between_sections(merged).split() == between_sections(theirs).split()
    assert with_sections(merged, text_of(*wanted), dict.fromkeys(wanted, "")) == merged


def test_the_lock_says_of_sections_what_they_hold_and_of_what_is_written_once_nothing() -> None:
    ours = text_of("summary", "usage").encode()
    entry = entry_of(ours, Ownership.SECTIONS)
    assert is_as_written(entry, b"# Mine\n\n" + text_of("usage").encode())
    assert is_as_written(entry, ours.replace(b"\n", b"\r\n"))
    assert not is_as_written(entry, text_of("usage", body="edited").encode())
    assert is_ours_alone(entry, ours)
    assert not is_ours_alone(entry, b"# Mine\n\n" + ours)
    assert not is_ours_alone(entry, text_of("summary", "usage", "own").encode())
    once = entry_of(b"anything", Ownership.ONCE)
    assert is_as_written(once, b"something else")
    assert is_ours_alone(once, b"anything")
    assert not is_ours_alone(once, b"something else")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "openapi.yaml").write_text(SPEC)
    (tmp_path / "typewright.yaml").write_text(
        "spec: openapi.yaml\ntargets: {python: {package: pets}, typescript: {package: pets}}\n"
    )
    assert run(["generate"]) == ExitCode.CLEAN
    return tmp_path


@pytest.mark.parametrize("language", HOOKS)
def test_what_is_written_once_is_never_overwritten_and_never_deleted(project: Path, language: str) -> None:
    file = project / "generated" / language / HOOKS[language]
    ours = file.read_bytes()
    file.write_bytes(b"mine = 1\n")
    for command in ("check", "generate", "check"):
        assert run([command]) == ExitCode.CLEAN
    (project / "openapi.yaml").write_text(SPEC.replace("listPets", "readPets"))
    assert run(["generate"]) == ExitCode.CLEAN
    assert file.read_bytes() == b"mine = 1\n"
    file.unlink()
    assert run(["check"]) == ExitCode.FINDINGS
    assert run(["generate"]) == ExitCode.CLEAN
    assert file.read_bytes() == ours
    file.write_bytes(b"mine = 1\n")
    (project / "typewright.yaml").write_text("spec: openapi.yaml\ntargets: {python: {package: cats}}\n")
    assert run(["generate"]) == ExitCode.CLEAN
    assert file.read_bytes() == b"mine = 1\n"


@pytest.mark.parametrize("language", HOOKS)
def test_what_is_written_once_and_was_never_edited_goes_with_its_package(project: Path, language: str) -> None:
    (project / "typewright.yaml").write_text("spec: openapi.yaml\ntargets: {python: {package: cats}}\n")
    assert run(["generate"]) == ExitCode.CLEAN
    assert not (project / "generated" / language / HOOKS[language]).exists()


def test_the_lock_knows_shared_files(project: Path) -> None:
    files = json.loads((project / "typewright.lock").read_text())["files"]
    assert {path for path, entry in files.items() if entry.startswith("once ")} == {
        f"{language}/{path}" for language, path in HOOKS.items()
    }
