"""Runs the calls of pages, each in a process forked from one that has imported the package.

A program of its own, started by `typewright.base.isolation` with a folder: it reads `calls.json` there, and writes
`outcomes.json`. Every request is redirected to the mock on loopback; a connection to any other address is refused.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import pkgutil
import signal
import sys
import traceback
from pathlib import Path
from typing import Any, NoReturn

from typewright.targets.python.prove.redirection import Redirection

_AT_ONCE = 2
"""The number of calls that run at a time: one waits for the mock while the other one computes."""


def main(folder: Path) -> None:
    """Run the calls that are listed in `folder`."""
    plan = json.loads((folder / "calls.json").read_text(encoding="utf-8"))
    sys.path.insert(0, str(folder / "package"))
    os.chdir(folder / "files")
    os.environ.update(plan["environment"])
    redirection = Redirection(
        importlib.import_module(plan["library"]), plan["port"], frozenset(plan["hosts"]), plan["header"]
    )
    redirection.begin()
    import_package(plan["package"])
    gc.collect()
    gc.freeze()
    outcomes = folder / "outcomes"
    outcomes.mkdir()
    numbers = {number: folder / module for number, module in enumerate(plan["calls"])}
    ended = dict(run_all(numbers, outcomes, redirection, plan["seconds"]))
    read = [outcome_of(number, outcomes, ended[number], plan["seconds"]) for number in numbers]
    (folder / "outcomes.json").write_text(json.dumps(read), encoding="utf-8")


def import_package(name: str) -> None:
    """Import a package with its modules, so that no call has to; modules with missing dependencies are skipped."""
    package = importlib.import_module(name)
    for module in pkgutil.walk_packages(package.__path__, f"{name}."):
        if "._runtime." not in module.name:
            with contextlib.suppress(ImportError):
                importlib.import_module(module.name)


def run_all(
    numbers: dict[int, Path], outcomes: Path, redirection: Redirection, seconds: float
) -> list[tuple[int, int]]:
    """Run the calls, a few at a time; return their numbers with the exit codes of their processes."""
    pending = list(numbers)
    running: dict[int, int] = {}
    ended: list[tuple[int, int]] = []
    while pending or running:
        while pending and len(running) < _AT_ONCE:
            number = pending.pop(0)
            child = os.fork()
            if child == 0:
                run_child(number, numbers[number], outcomes, redirection, seconds)
            running[child] = number
        process, status = os.wait()
        if process in running:
            ended.append((running.pop(process), os.waitstatus_to_exitcode(status)))
    return ended


def run_child(number: int, path: Path, outcomes: Path, redirection: Redirection, seconds: float) -> NoReturn:
    """Run one call in this process, write its outcome, and end; the alarm ends a call that takes too long."""
    try:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)
        silence()
        redirection.number = number
        text = json.dumps(executed(path))
        written = outcomes / f"{number}.part"
        written.write_text(text, encoding="utf-8")
        written.rename(outcomes / f"{number}.json")
    finally:
        os._exit(0)


def silence() -> None:
    """Discard the output of a call's code."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)


def executed(path: Path) -> dict[str, Any]:
    """Return the outcome of the code in a file: the exception that it raised, and the location."""
    name = str(path)
    try:
        space: dict[str, Any] = {"__name__": "__main__", "__file__": name}
        exec(compile(path.read_text(encoding="utf-8"), name, "exec"), space)  # noqa: S102 - running examples is the purpose
    except BaseException as fault:
        frames = [frame for frame in traceback.extract_tb(fault.__traceback__) if frame.filename == name]
        line = frames[-1].lineno if frames else getattr(fault, "lineno", None)
        column = getattr(frames[-1], "colno", None) if frames else None
        text = f"{type(fault).__name__}: {fault}"
        return {"error": text, "line": line or 1, "column": 0 if column is None else column + 1}
    return {"error": None, "line": 1, "column": 0}


def outcome_of(number: int, outcomes: Path, code: int, seconds: float) -> dict[str, Any]:
    """Return the outcome that a call has written, else the exit status of its process."""
    path = outcomes / f"{number}.json"
    if path.is_file():
        read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return {"number": number, **read}
    is_late = code == -signal.SIGALRM
    error = f"it takes more than {seconds} seconds" if is_late else f"its process ended with {code}"
    return {"number": number, "error": error, "line": 1, "column": 0}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
