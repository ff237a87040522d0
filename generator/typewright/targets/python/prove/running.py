"""Type checking and execution of all Python blocks of a tree together, each in a separate module."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from typewright.base.isolation import python_command
from typewright.base.json_value import JsonValue

_FAULT = re.compile(r"^(?P<file>.+?):(?P<line>\d+)(?::\d+)?: error: (?P<text>.*)$")
_SECONDS = 3600
_RUNNER = "typewright.targets.python.prove.runner"


class Outcome(Struct, frozen=True):
    """The outcome of a block: the value in its wire form, or the exception with its line.

    `path` is the path in the value to the part that its model rejects; empty for any other exception.
    """

    module: str
    value: JsonValue = None
    error: str | None = None
    line: int = 1
    path: tuple[str | int, ...] = ()


class Fault(Struct, frozen=True):
    """A fault that mypy finds in a file: the line from 1, and the message."""

    file: str
    line: int
    text: str


def missing(module: str) -> str | None:
    """Return why a module cannot be used; None if it is installed."""
    return (
        None
        if find_spec(module) is not None
        else f"{module} is not installed beside this program: 'pip install {module}'"
    )


def type_checked(files: Mapping[str, str], checked: str) -> Iterator[Fault]:
    """Yield the faults that mypy finds in the folder `checked` of `files`, text by path.

    Raises RuntimeError if mypy fails without a message about a file.
    """
    with TemporaryDirectory() as folder:
        _write(Path(folder), files)
        command = python_command("mypy", "--strict", "--config-file=", "--no-error-summary")
        command += ["--no-color-output", "--hide-error-context", "--no-pretty", f"--cache-dir={os.devnull}", checked]
        run = _run(command, folder)
    found = [_FAULT.match(line) for line in run.stdout.splitlines()]
    faults = [Fault(error["file"].replace("\\", "/"), int(error["line"]), error["text"]) for error in found if error]
    if run.returncode and not faults:
        raise RuntimeError(f"mypy failed: {(run.stdout + run.stderr)[:500]}")
    yield from faults


def executed(files: Mapping[str, str], modules: list[str]) -> Iterator[Outcome]:
    """Yield the outcomes of `modules`, paths of files that bind `value` or `request`, in a separate process.

    Raises RuntimeError if the process ends before all have run.
    """
    with TemporaryDirectory() as folder:
        _write(Path(folder), files)
        Path(folder, "modules.json").write_text(json.dumps(modules), encoding="utf-8")
        run = _run(python_command(_RUNNER, folder, options=["-B"]), folder)
        results = Path(folder, "outcomes.json")
        if run.returncode or not results.is_file():
            raise RuntimeError(f"the examples ended the process that ran them: {(run.stdout + run.stderr)[-500:]}")
        written = json.loads(results.read_text(encoding="utf-8"))
    for line in written:
        yield Outcome(
            module=line["module"],
            value=line["value"],
            error=line["error"],
            line=line["line"],
            path=tuple(line["path"]),
        )


def _run(command: list[str], folder: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False, timeout=_SECONDS
    )


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
