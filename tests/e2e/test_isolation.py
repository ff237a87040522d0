"""What lies in the working directory is never run in place of ours, by no process that we start."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typewright.base.errors import ExitCode
from typewright.base.isolation import isolated_path, python_command
from typewright.workspace import Job, Outcome, run_fleet

ROOT = Path(__file__).parents[2]
START = f"import sys; sys.path.insert(0, {str(ROOT / 'generator')!r}); from typewright.cli import main; main()"
TRAPS = (
    "typewright/__init__.py",
    "typewright/__main__.py",
    "typewright/cli/__init__.py",
    "click.py",
    "json.py",
    "mypy/__init__.py",
    "mypy/__main__.py",
    "runpy.py",
    "multiprocessing/__init__.py",
    "sitecustomize.py",
    "usercustomize.py",
    "yaml/__init__.py",
)


def set_traps(folder: Path, *traps: str) -> None:
    """Put a module at each place that a search path with the working directory would lead to."""
    for trap in traps:
        path = folder / trap
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"open({str(folder / 'sprung')!r}, 'a').write({trap!r})\nprint('fine')\nraise SystemExit(0)\n")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "tests/full_description.yaml", tmp_path / "spec.yaml")
    (tmp_path / "typewright.yaml").write_text("spec: spec.yaml\ntargets: {python: {package: api}}\n")
    set_traps(tmp_path, *TRAPS)
    return tmp_path


def typewright(folder: Path, *arguments: str, python_path: str = "") -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "PYTHONPATH": python_path}
    command = [sys.executable, "-I", "-c", START, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_a_workspace_runs_nothing_of_its_folder(project: Path) -> None:
    (project / "fleet.yaml").write_text("projects: [typewright.yaml]\n")
    done = typewright(project, "generate", "--workspace", "fleet.yaml", python_path=f".{os.pathsep}{project}")
    assert (done.returncode, done.stderr) == (0, "")
    assert (project / "generated/python/api/__init__.py").is_file()
    assert not (project / "sprung").exists()


def test_prove_runs_nothing_of_its_folder(project: Path) -> None:
    assert typewright(project, "generate").returncode == 0
    done = typewright(project, "prove", python_path=f".{os.pathsep}{project}")
    assert done.returncode == 0, done.stdout + done.stderr
    assert not (project / "sprung").exists()


def test_the_module_runs_nothing_of_its_folder(tmp_path: Path) -> None:
    set_traps(tmp_path, "click.py", "yaml/__init__.py", "jinja2.py")  # what `python -m` itself imports comes earlier
    shutil.copy(ROOT / "tests/full_description.yaml", tmp_path / "spec.yaml")
    command = [sys.executable, "-m", "typewright", "generate", "--spec", "spec.yaml", "--target", "typescript"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator"), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "generated/typescript/index.ts").is_file()
    assert not (tmp_path / "sprung").exists()


def test_the_search_path_of_a_child_is_absolute_and_without_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link").symlink_to(tmp_path)
    found = isolated_path(["", ".", "lib", str(tmp_path), str(tmp_path / "link"), "/usr/lib"])
    assert found == [str(ROOT / "generator"), str(tmp_path / "lib"), "/usr/lib"]
    assert python_command("mypy")[1] == "-I"


def test_a_success_that_our_code_has_not_told_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    impostor = tmp_path / "impostor.py"
    impostor.write_text("print('5 files are up to date')\n")
    monkeypatch.setattr("typewright.workspace.python_command", lambda _: [sys.executable, "-I", str(impostor)])
    ended: list[Outcome] = []
    assert [outcome.code for outcome in run_fleet([Job("a", ())], None, ended.append)] == [ExitCode.BUG]
    assert len(ended) == 1
