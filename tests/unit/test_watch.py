"""`typewright watch`: what it looks at, and that it goes on after a fault."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from typewright.base.errors import ExitCode, UsageError
from typewright.cli.invocation import Invocation
from typewright.cli.shell import run_command
from typewright.cli.watching import Watch, changes_in, watch

ROOT = Path(__file__).parent.parent.parent
SPEC = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths: {}
components:
  schemas:
    Pet: {type: object, description: A pet., properties: {owner: {$ref: "owner.yaml"}}}
"""
OWNER = "type: object\ndescription: An owner.\nproperties: {name: {type: string}}\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "openapi.yaml").write_text(SPEC)
    (tmp_path / "owner.yaml").write_text(OWNER)
    (tmp_path / "mine").mkdir()
    (tmp_path / "typewright.yaml").write_text("spec: openapi.yaml\ntemplates: mine\ntargets: {typescript: {}}\n")
    return tmp_path


def page(project: Path, name: str) -> str:
    return next((project / "generated").rglob(f"{name}.md")).read_text()


def edited(path: Path, old: str, new: str) -> None:
    """Change a file in one step: whoever looks at it sees one change, not one of content and one of time."""
    text = path.read_text()
    assert old in text
    changed = path.with_name(f".{path.name}.new")
    changed.write_text(text.replace(old, new))
    later = time.time_ns() + 10**9 * (1 + len(text) % 7)
    os.utime(changed, ns=(later, later))
    changed.replace(path)


def after(*steps: Callable[[], object]) -> Callable[[Iterable[Path]], Iterator[object]]:
    """Return ticks that take one step after the other, and then end."""
    left = list(steps)

    def ticks(folders: Iterable[Path]) -> Iterator[object]:
        while left:
            left.pop(0)()
            yield folders

    return ticks


def test_each_change_is_generated(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seen: list[str] = []
    watch(
        Invocation(),
        after(
            lambda: edited(project / "openapi.yaml", "A pet.", "An animal."),
            lambda: seen.append(page(project, "pet")),
            lambda: edited(project / "owner.yaml", "An owner.", "A keeper."),
            lambda: seen.append(page(project, "owner")),
            lambda: edited(project / "typewright.yaml", "typescript: {}", "typescript: {package: animals}"),
        ),
    )
    assert "An animal." in seen[0]
    assert "A keeper." in seen[1]
    assert capsys.readouterr().out.count(" written, ") == 4


def test_nothing_is_generated_where_nothing_changed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    watch(Invocation(), after(lambda: None, lambda: (project / "other.txt").write_text("x"), lambda: None))
    assert capsys.readouterr().out.count(" written, ") == 1


def test_a_fault_does_not_end_the_watch(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    watch(
        Invocation(),
        after(
            lambda: edited(project / "openapi.yaml", "type: object", "$ref: nowhere"),
            lambda: edited(project / "openapi.yaml", "$ref: nowhere", "type: object"),
            lambda: edited(project / "typewright.yaml", "spec:", "specs:"),
            lambda: edited(project / "typewright.yaml", "specs:", "spec:"),
        ),
    )
    captured = capsys.readouterr()
    assert "error[E206]" in captured.err
    assert "error[E002]" in captured.err
    assert captured.out.count(" written, ") == 3


def test_a_new_template_is_a_change(project: Path) -> None:
    def eject() -> None:
        run_command(["templates", "eject", "typescript/docs/object.md.jinja", "--block", "fields"])
        edited(project / "mine/typescript/docs/object.md.jinja", "## Fields", "## Members")

    watch(Invocation(), after(eject))
    assert "## Members" in page(project, "pet")


def test_what_is_read_is_watched(project: Path) -> None:
    run_command(["generate"])
    names = {path.name for path in Watch(Invocation()).files_read()}
    assert names == {"openapi.yaml", "owner.yaml", "typewright.yaml", ".typewrightignore", "*"}


def test_without_the_package_it_says_what_to_install(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    with pytest.raises(UsageError, match="watching needs the package watchfiles"):
        next(changes_in([project]))


INTERRUPTIBLE = """
import runpy, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.argv = ["typewright", "watch"]
runpy.run_module("typewright", run_name="__main__")
"""
"""Runs the program so that it can be interrupted, which a background job of a shell, and its children, can't be."""


def test_the_program_itself_watches_until_it_is_interrupted(project: Path) -> None:
    pytest.importorskip("watchfiles")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator"), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-c", INTERRUPTIBLE]
    with subprocess.Popen(command, cwd=project, env=environment, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        try:
            assert " written, " in program.stdout.readline()
            edited(project / "owner.yaml", "An owner.", "A keeper.")
            assert " written, " in program.stdout.readline()
            assert "A keeper." in page(project, "owner")
            program.send_signal(signal.SIGINT)
            assert program.stdout.readline() == "no longer watching\n"
            assert program.wait(timeout=20) == ExitCode.CLEAN
        finally:
            program.kill()  # a test that fails must not wait for a program that goes on
