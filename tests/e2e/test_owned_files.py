"""What a lock owns: files of its own output folder, as they were written, and nothing else anywhere."""

import json
import os
import shutil
from pathlib import Path

import pytest
from typewright.base.digest import digest
from typewright.cli import run

ROOT = Path(__file__).parents[2]
TARGETS = "{typescript: {package: shop}, python: {package: shop}}"


def configure(folder: Path, output: str, targets: str = TARGETS) -> None:
    text = f"spec: api.yaml\noutput: {output}\nformatter: none\ntargets: {targets}\n"
    (folder / "typewright.yaml").write_text(text)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    shutil.copy(ROOT / "tests/full_description.yaml", folder / "api.yaml")
    configure(folder, "out")
    assert run(["generate"]) == 0
    return folder


def locked(folder: Path) -> list[str]:
    return list(json.loads((folder / "typewright.lock").read_text())["files"])


def fill(folder: Path, paths: list[str]) -> dict[Path, str]:
    """Put a file of the user's at each of `paths` below `folder`."""
    mine = {folder / path: f"mine: {path}" for path in paths}
    for path, text in mine.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return mine


def still(mine: dict[Path, str]) -> bool:
    return all(path.is_file() and path.read_text() == text for path, text in mine.items())


@pytest.mark.parametrize("output", ["src", ".", "out/typescript", "../elsewhere", "deep/src", "./out/../src"])
def test_a_lock_of_another_output_folder_owns_nothing_here(project: Path, output: str) -> None:
    mine = fill(project / output, locked(project))
    configure(project, output)
    assert run(["check"]) != 0
    assert run(["generate"]) == 2
    assert still(mine)


def test_a_target_dropped_in_the_same_edit_deletes_nothing_in_the_new_folder(project: Path) -> None:
    mine = fill(project / "src", [path for path in locked(project) if path.startswith("typescript/")])
    configure(project, "src", "{python: {package: shop}}")
    assert run(["generate"]) == 0
    assert still(mine)
    assert (project / "src/python").is_dir()
    assert run(["generate"]) == 0
    assert still(mine)


def test_the_files_in_the_old_folder_stay_and_are_told_of(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    configure(project, "src")
    assert run(["generate"]) == 0
    assert "stay in 'out'" in capsys.readouterr().out
    assert (project / "out/typescript/index.ts").is_file()
    assert run(["check"]) == 0


@pytest.mark.parametrize("output", ["./out", "out/", "../project/out", "out/../out"])
def test_another_spelling_is_the_same_folder(project: Path, output: str) -> None:
    configure(project, output, "{typescript: {package: shop}}")
    assert run(["generate"]) == 0
    assert not (project / "out/python").exists()


def test_a_link_in_the_place_of_the_folder_is_another_folder(project: Path) -> None:
    mine = fill(project / "other", [path for path in locked(project) if path.startswith("typescript/")])
    (project / "out").rename(project / "old")
    (project / "out").symlink_to(project / "other")
    (project / "api.yaml").write_text((project / "api.yaml").read_text().replace("title: ", "title: The ", 1))
    assert run(["generate"]) == 2
    configure(project, "out", "{python: {package: other}}")
    assert run(["generate"]) == 0
    assert still(mine)


def test_an_obsolete_file_that_was_edited_is_not_deleted(project: Path) -> None:
    (project / "out/typescript/index.ts").write_text("mine")
    configure(project, "out", "{python: {package: shop}}")
    assert run(["generate"]) == 0
    assert [path.name for path in (project / "out/typescript").rglob("*") if path.is_file()] == ["index.ts"]
    assert (project / "out/typescript/index.ts").read_text() == "mine"


def test_what_git_has_given_other_line_ends_is_still_ours(project: Path) -> None:
    index = project / "out/typescript/index.ts"
    index.write_bytes(index.read_bytes().replace(b"\n", b"\r\n"))
    configure(project, "out", "{python: {package: shop}}")
    assert run(["generate"]) == 0
    assert not (project / "out/typescript").exists()


def test_the_claims_of_a_killed_run_hold_in_its_own_folder_only(project: Path) -> None:
    path = next(path for path in locked(project) if path.endswith("index.ts"))
    content = (project / "out" / path).read_bytes()
    claim = f"\n{digest(content)} src/{path}\n"
    (project / "typewright.lock.running").write_text(claim)
    (project / "typewright.lock").unlink()
    shutil.rmtree(project / "out")
    mine = project / "other" / path
    mine.parent.mkdir(parents=True)
    mine.write_bytes(content)
    configure(project, "other", "{python: {package: shop}}")
    assert run(["generate"]) == 0
    assert mine.read_bytes() == content


def test_a_lock_moved_beside_other_files_owns_none_of_them(project: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    mine = fill(clone / "out", locked(project))
    for name in ("api.yaml", "typewright.yaml", "typewright.lock"):
        shutil.copy(project / name, clone)
    os.chdir(clone)
    assert run(["generate"]) == 2
    assert still(mine)
