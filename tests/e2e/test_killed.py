"""A run that is killed at any moment is repaired by the next one, and files of others stay."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
COMMAND = [sys.executable, "-m", "typewright", "generate"]
TARGETS = {
    "one": "{typescript: {package: one}, python: {package: one}}",
    "two": "{typescript: {package: two, parts: [docs]}, python: {package: two, paths: {shared: shared/types}}}",
}
"""Two configurations: files of each are changed, created and deleted on the way to the other."""
MINE = ("out/typescript/docs/mine.md", "out/python/docs/shared/mine.md", "out/mine.txt")
"""Files of the user's; one lies in a folder that comes and goes."""
WRITTEN_ONCE = ("hooks.py", "registration.ts")
"""The names of files that are made once, and then are the user's; they stay when their target goes."""


@dataclass(frozen=True)
class Moment:
    """When a run is killed: after a share of its usual time, or so many seconds after it began to write."""

    share: float = 0.0
    after_start_of_writing: float | None = None
    again: bool = False
    """Whether the run that repairs it is killed, too, before another one repairs both."""
    by: signal.Signals = signal.SIGKILL
    """What ends it."""


class Project:
    """A folder in which this repository's description is generated under a configuration that changes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT / "generator"),
            "XDG_CACHE_HOME": str(folder.parent / "cache"),
        }
        self.usual = 0.0
        folder.mkdir()
        shutil.copy(ROOT / "spec/openapi.yaml", folder / "openapi.yaml")

    def ask_for(self, name: str) -> None:
        text = f"spec: openapi.yaml\noutput: out\nformatter: none\ntargets: {TARGETS[name]}\n"
        (self.folder / "typewright.yaml").write_text(text)

    def start(self) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(COMMAND, cwd=self.folder, env=self.environment, stdout=subprocess.DEVNULL)

    def generate(self) -> None:
        started = time.perf_counter()
        assert self.start().wait(60) == 0
        self.usual = time.perf_counter() - started

    def kill(self, moment: Moment) -> tuple[bool, bool]:
        """Start a run and kill it; return whether it was under way, and whether it was writing."""
        before = self.noted()
        run = self.start()
        if moment.after_start_of_writing is None:
            time.sleep(moment.share * self.usual)
        else:
            while run.poll() is None and self.noted() <= before:
                time.sleep(0.0001)
            time.sleep(moment.after_start_of_writing)
        under_way, is_writing = run.poll() is None, self.noted() > before
        run.send_signal(moment.by)
        run.wait()
        return under_way, under_way and is_writing

    def noted(self) -> int:
        """Return the size of the note that a run leaves while it writes; a run that is interrupted removes it."""
        try:
            return (self.folder / "typewright.lock.running").stat().st_size
        except FileNotFoundError:
            return 0

    def tree(self) -> dict[str, bytes]:
        """Return the files below the output folder, but for those that are written once and then the user's."""
        files = [path for path in (self.folder / "out").rglob("*") if path.is_file() and path.name not in WRITTEN_ONCE]
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in files}


@dataclass
class Counts:
    """How many runs were killed while they were under way, and how many of those while they were writing."""

    killed: int = 0
    writing: int = 0

    def add(self, under_way: bool, writing: bool) -> None:
        self.killed += under_way
        self.writing += writing


def kill_and_repair(tmp_path: Path, moments: list[Moment]) -> Counts:
    """Kill a run at each of `moments`, and repair it; return how often it was under way."""
    project = Project(tmp_path / "project")
    trees: dict[str, dict[str, bytes]] = {}
    for name in TARGETS:
        project.ask_for(name)
        project.generate()
        trees[name] = project.tree()
    assert trees["one"].keys() - trees["two"].keys()
    assert trees["two"].keys() - trees["one"].keys()
    for path in MINE:
        (project.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (project.folder / path).write_text("mine")
    counts = Counts()
    for number, moment in enumerate(moments):
        project.ask_for(("one", "two")[number % 2])
        counts.add(*project.kill(moment))
        if moment.again:
            counts.add(*project.kill(moment))
        after = ("one", "two")[(number + (number % 5 == 4)) % 2]
        project.ask_for(after)
        project.generate()
        found = project.tree()
        assert [found.pop(path) for path in MINE] == [b"mine"] * len(MINE)
        assert found == trees[after], f"killed at {moment}"
        left = {"openapi.yaml", "out", "typewright.lock", "typewright.yaml"}
        assert {path.name for path in project.folder.iterdir()} == left
    return counts


def test_a_killed_run_is_repaired(tmp_path: Path) -> None:
    moments = [
        Moment(0.7),
        Moment(after_start_of_writing=0.0, by=signal.SIGINT),
        Moment(after_start_of_writing=0.002, again=True),
    ]
    assert kill_and_repair(tmp_path, moments).killed > 0


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT], ids=lambda by: by.name)
def test_a_run_killed_at_random_moments_is_repaired(by: signal.Signals, seed: int, tmp_path: Path) -> None:
    """Four times 50 moments for each signal: a third of them anywhere in the run, the others while it writes."""
    dice = random.Random(seed)  # noqa: S311 - the same moments every time
    moments = [
        Moment(dice.uniform(0.2, 1.0), by=by)
        if dice.random() < 1 / 3
        else Moment(after_start_of_writing=dice.uniform(0, 0.03), again=dice.random() < 0.3, by=by)
        for _ in range(50)
    ]
    counts = kill_and_repair(tmp_path, moments)
    print(f"killed {counts.killed} runs, {counts.writing} of them while they were writing")
    assert counts.killed > 25
    assert counts.writing > 10
