"""A run that is killed at any moment is repaired by the next one, and files of others stay."""

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
COMMAND = [sys.executable, "-m", "generator", "generate"]


class Project:
    """A folder in which this repository's description is generated under a package name that changes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(folder.parent / "cache")}
        folder.mkdir()
        shutil.copy(ROOT / "spec/openapi.yaml", folder / "openapi.yaml")

    def ask_for(self, package: str) -> None:
        text = f"spec: openapi.yaml\noutput: out\ntargets: {{typescript: {{package: {package}}}}}\n"
        (self.folder / "typewright.yaml").write_text(text)

    def start(self) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(COMMAND, cwd=self.folder, env=self.environment, stdout=subprocess.DEVNULL)

    def generate(self) -> None:
        assert self.start().wait(60) == 0

    def tree(self) -> dict[str, bytes]:
        files = [path for path in (self.folder / "out").rglob("*") if path.is_file()]
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in files}


def kill_and_repair(tmp_path: Path, moments: list[float]) -> int:
    """Kill a run at each of `moments`, shares of its usual time, and repair it; return how often it was under way."""
    project = Project(tmp_path / "project")
    trees: dict[str, dict[str, bytes]] = {}
    usual = 0.0
    for package in ("one", "two"):
        project.ask_for(package)
        started = time.perf_counter()
        project.generate()
        usual = time.perf_counter() - started
        trees[package] = project.tree()
    assert trees["one"] != trees["two"]
    mine = project.folder / "out/typescript/docs/mine.md"
    mine.write_text("mine")
    killed = 0
    for number, moment in enumerate(moments):
        package = ("one", "two")[number % 2]
        project.ask_for(package)
        run = project.start()
        time.sleep(moment * usual)
        killed += run.poll() is None
        run.kill()
        run.wait()
        project.generate()
        found = project.tree()
        assert found.pop("out/typescript/docs/mine.md") == b"mine"
        assert found == trees[package], f"killed after {moment:.3f} of the usual time"
        assert sorted(path.name for path in project.folder.iterdir()) == [
            "openapi.yaml",
            "out",
            "typewright.lock",
            "typewright.yaml",
        ]
    return killed


def test_a_killed_run_is_repaired(tmp_path: Path) -> None:
    assert kill_and_repair(tmp_path, [0.6, 0.8, 0.95]) > 0


@pytest.mark.nightly
def test_a_run_killed_at_200_moments_is_repaired(tmp_path: Path) -> None:
    draw = random.Random(7)  # noqa: S311 - the same moments every time
    assert kill_and_repair(tmp_path, [draw.uniform(0.3, 1.0) for _ in range(200)]) > 100
