"""Descriptions from real life, and broken ones: each is generated or refused with a place, none ends in a traceback."""

import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typewright.cli import run
from typewright.targets.finding import languages

pytestmark = pytest.mark.corpus

CORPUS = Path(__file__).parent.parent.parent.parent / "shared/corpus"
SPECS = sorted(CORPUS.glob("specs/*"))
BROKEN = sorted(path for path in CORPUS.glob("broken/*") if path.suffix in {".yaml", ".yml", ".json"})


@pytest.mark.parametrize("spec", SPECS, ids=lambda path: path.name)
def test_a_real_description_is_generated_or_refused_with_a_place(
    spec: Path, tmp_path: Path, cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(["generate", "--spec", str(spec), "--out", str(tmp_path / "out")])
    said = capsys.readouterr().err
    assert code in {0, 3}, said
    assert code == 0 or f"{spec.name}:" in said


@pytest.mark.parametrize("spec", BROKEN, ids=lambda path: path.name)
def test_a_broken_description_ends_in_no_traceback(
    spec: Path, tmp_path: Path, cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(["generate", "--spec", str(spec), "--out", str(tmp_path / "out")])
    said = capsys.readouterr().err
    assert code in {0, 3}, said
    assert code == 0 or f"{spec.name}:" in said


FLOOR = """
import os, sys
def look_at_files(folder):
    for entry in os.scandir(folder):
        look_at_files(entry.path) if entry.is_dir(follow_symlinks=False) else entry.stat(follow_symlinks=False)
look_at_files(sys.argv[1])
"""
"""The least that a check of a tree can do in Python: start, and ask for the status of each file."""


def test_nothing_to_do_takes_a_blink(tmp_path: Path, corpus: Path, cache: Path) -> None:
    """Over the tree of a 2 MB description, a whole process takes at most four times what any such check takes.

    Processor time is what is held: such a run waits for nothing, and the wall time of a busy machine is not ours. Both
    run by turns, since machines differ, and with compiled modules, as users have them.
    """
    options = ["--spec", str(corpus / "corpus/orq/openapi.yaml"), "--out", str(tmp_path / "out")]
    assert run(["generate", *options]) == 0
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) > 2000 * len(languages())
    time.sleep(2.1)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(tmp_path / "compiled")
    check = [str(Path(sys.executable).with_name("typewright")), "check", *options]
    floor = [sys.executable, "-c", FLOOR, str(tmp_path / "out")]
    pairs = [(processor_seconds(check, environment), processor_seconds(floor, environment)) for _ in range(13)]
    seconds, least = map(min, zip(*pairs, strict=True))
    assert seconds <= 4 * least, (seconds, least)


def processor_seconds(command: list[str], environment: dict[str, str]) -> float:
    """Return the user and system time that a command takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@pytest.mark.parametrize("name", ["telegram-bot.json", "train-travel.yaml"])
def test_python_of_a_real_description_is_stable_under_black(
    name: str, tmp_path: Path, corpus: Path, cache: Path
) -> None:
    spec = corpus / "corpus/specs" / name
    assert run(["generate", "--spec", str(spec), "--out", str(tmp_path / "out"), "--target", "python"]) == 0
    command = [sys.executable, "-m", "black", "--check", "--diff", "--quiet", str(tmp_path / "out")]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout[:3000]
