"""Whatever becomes of the lock, the note of a killed run and the memory of this machine: no traceback and no hang."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typewright.cli import run
from typewright.writing import session
from typewright.writing.session import Session

ROOT = Path(__file__).parents[2]
COMMANDS = (["generate"], ["check"], ["lock"], ["lock", "--prune"], ["explain", "Cat"])
VALUES: tuple[Any, ...] = (
    *(None, True, 7, 1.5, "", "x", "\0", "a\0b", "\ud800", "../..", "/", "/dev/zero", "fifo", "." * 300, "x" * 100_000),
    *([], {}, [1], {"a": 1}, {"": ""}, {"a": "b"}, {"\0": "x"}, {"fifo": "0"}, {"/dev/zero": "0"}, {"../../x": "0"}),
    *({"python": "x"}, {"python type": "Cat"}, {"python type #/x": "class"}, {"a b c": "1Cat"}, {"#/x": "0:"}),
)


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that is up to date."""
    folder = tmp_path_factory.mktemp("right")
    shutil.copy(ROOT / "tests/full_description.yaml", folder / "api.yaml")
    (folder / "typewright.yaml").write_text("spec: api.yaml\noutput: out\nformatter: none\ntargets: {typescript: {}}\n")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator"), "XDG_CACHE_HOME": str(folder / "cache")}
    subprocess.run([sys.executable, "-m", "typewright", "generate"], cwd=folder, env=environment, check=True)
    return folder


@pytest.fixture
def project(right: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "project"
    shutil.copytree(right, folder)
    os.mkfifo(folder / "fifo")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    return folder


def changed_lock(folder: Path, change: Callable[[dict[str, Any]], None]) -> None:
    path = folder / "typewright.lock"
    lock = json.loads(path.read_text())
    change(lock)
    path.write_text(json.dumps(lock))


def codes() -> set[int]:
    """Return the exit codes of commands; a traceback has one of its own, and a hang ends the test by its time."""
    started = time.monotonic()
    found = {run(command) for command in COMMANDS}
    assert time.monotonic() - started < 60
    return found


MEMBERS = ("format", "generator", "formatter", "settings", "output", "spec", "inputs", "templates", "files", "names")


@pytest.mark.parametrize("member", [*MEMBERS, "fingerprints"])
def test_a_member_of_the_lock_that_is_damaged(project: Path, member: str) -> None:
    lock = (project / "typewright.lock").read_text()
    for value in random.Random(member).sample(VALUES, 6):  # noqa: S311 - the same every time
        (project / "typewright.lock").write_text(lock)
        changed_lock(project, lambda found, value=value: found.update({member: value}))  # type: ignore[misc]
        assert 4 not in codes(), (member, value)


@pytest.mark.nightly
@pytest.mark.parametrize("member", [*MEMBERS, "fingerprints"])
def test_a_member_of_the_lock_that_is_damaged_in_any_way(project: Path, member: str) -> None:
    lock = (project / "typewright.lock").read_text()
    for value in VALUES:
        (project / "typewright.lock").write_text(lock)
        changed_lock(project, lambda found, value=value: found.update({member: value}))  # type: ignore[misc]
        assert 4 not in codes(), (member, value)
        (project / "typewright.lock").write_text(lock)

        def deep(found: dict[str, Any], value: Any = value) -> None:
            if isinstance(found[member], dict):
                found[member] |= {str(value)[:50]: value}

        changed_lock(project, deep)
        assert 4 not in codes(), (member, value)


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"a":' * 50_000, "", "\0", "null", "[]", "\ufeff{}", "{", '"\\ud800"']
)
def test_a_lock_that_is_none(project: Path, text: str) -> None:
    (project / "typewright.lock").write_text(text)
    assert codes() <= {0, 2}
    assert (project / "out/typescript/index.ts").is_file()


@pytest.mark.parametrize("name", ["typewright.lock", "typewright.lock.running", "typewright.lock.tmp"])
def test_a_fifo_in_the_place_of_state(project: Path, name: str) -> None:
    (project / name).unlink(missing_ok=True)
    os.mkfifo(project / name)
    assert codes() <= {0, 2}


@pytest.mark.parametrize(
    "content",
    [
        b"\0\n",
        b"0a out/\0x\n",
        b"\xff\xfe\n",
        b"0a\n",
        b" \n",
        b"zz out/x\n",
        b"0a ../../etc/passwd\n",
        b"\r\n" * 9,
        b"[" * 9999,
    ],
)
def test_a_damaged_note_of_a_killed_run(project: Path, content: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "typewright.lock.running").write_bytes(b"\n0a out/typescript/x.ts\n" + content)
    assert run(["check"]) in {0, 1}
    capsys.readouterr()
    assert run(["generate"]) == 0
    is_line = content.endswith(b"\n") and not content.startswith(b"0a ..")
    assert ("damaged line" in capsys.readouterr().out) == is_line
    assert not (project / "typewright.lock.running").exists()


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{}",
        "[]",
        "null",
        '{"lock": 1}',
        "\0",
        '{"lock": "%s", "code": 1}\n{"files": 7}',
        '{"lock": "%s", "code": 1}\n' + "[" * 100_000,
        '{"lock": "%s", "code": 1, "statuses": "1", "inputs": "[]"}\n',
        '{"lock": "%s", "code": "", "statuses": 1, "inputs": "{}", "landmarks": [1], "file_count": "1"}\n{}',
    ],
)
def test_damaged_memory_of_this_machine(project: Path, text: str) -> None:
    for path in (project / "cache").rglob("*.json"):
        lock = json.loads(path.read_text().splitlines()[0]).get("lock", "")
        path.write_text(text.replace("%s", lock))
    assert codes() <= {0}


def test_a_clone_with_other_line_ends_is_up_to_date(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in (project / "out").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert run(["check"]) == 0, capsys.readouterr().out
    assert run(["generate"]) == 0
    assert "0 written" in capsys.readouterr().out


def test_a_run_waits_for_another_one(project: Path) -> None:
    with Session(project / "typewright.lock"):
        waiting = threading.Thread(target=lambda: found.append(run(["generate"])))
        found: list[int] = []
        (project / "api.yaml").write_text((project / "api.yaml").read_text() + "\n")
        waiting.start()
        time.sleep(0.5)
        assert found == []
    waiting.join(30)
    assert found == [0]


def test_a_run_says_who_is_at_work(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(session, "PATIENCE", 0.1)
    (project / "api.yaml").write_text((project / "api.yaml").read_text() + "\n")
    with Session(project / "typewright.lock"):
        assert run(["generate"]) == 2
    assert f"process {os.getpid()} holds" in capsys.readouterr().err


def test_runs_at_the_same_time_all_end_well(project: Path) -> None:
    shutil.rmtree(project / "out")
    (project / "typewright.lock").unlink()
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    command = [sys.executable, "-m", "typewright", "generate"]
    runs = [subprocess.Popen(command, cwd=project, env=environment, stderr=subprocess.PIPE) for _ in range(6)]
    said = [each.communicate()[1].decode() for each in runs]
    assert [each.returncode for each in runs] == [0] * 6, said


@pytest.mark.nightly
@pytest.mark.parametrize("moment", [0.05, 0.1, 0.2, 0.4])
def test_an_interrupted_run_ends_with_a_word(project: Path, moment: float) -> None:
    (project / "typewright.lock").unlink()
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    start = "import sys; from typewright.cli import main; print('up', flush=True); sys.argv[1:] = ['generate']; main()"
    with subprocess.Popen(
        [sys.executable, "-c", start],
        cwd=project,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "up\n"
        time.sleep(moment)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode in {0, 2, 130}
    assert "Traceback" not in said
    if process.returncode == 130:
        assert "interrupted" in said
