"""The calls of Python pages, written beside the package and run against the mock in a separate process."""

from __future__ import annotations

import ast
import json
import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from typewright.base.isolation import python_command
from typewright.prove.calls import CALL_HEADER, LIMIT_SECONDS, CallEnvironment, Outcome
from typewright.prove.subjects import Sample

_RUNNER = "typewright.targets.python.prove.call_runner"
_CONTENT = "example content\n"


def call_outcomes(
    calls: Sequence[Sample], around: CallEnvironment, *, package: Mapping[str, str], name: str, library: str
) -> Iterator[Outcome]:
    """Yield the outcome of each call, by its index. `package` are the texts of the package `name` by path.

    Raises RuntimeError if the process that runs them fails.
    """
    with TemporaryDirectory() as folder:
        _write(Path(folder, "package"), package)
        modules = {f"calls/call_{number:05}.py": call.block.code for number, call in enumerate(calls)}
        _write(Path(folder), modules)
        _write(Path(folder, "files"), {path: _CONTENT for call in calls for path in opened_files(call.block.code)})
        plan = {
            "package": name,
            "library": library,
            "port": around.port,
            "hosts": around.hosts,
            "environment": dict(around.environment),
            "header": CALL_HEADER,
            "seconds": LIMIT_SECONDS,
            "calls": list(modules),
        }
        Path(folder, "calls.json").write_text(json.dumps(plan), encoding="utf-8")
        run = subprocess.run(
            python_command(_RUNNER, folder, options=["-B"]),
            cwd=folder,
            env=_environment(),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=60 + LIMIT_SECONDS * len(calls),
        )
        results = Path(folder, "outcomes.json")
        if run.returncode or not results.is_file():
            raise RuntimeError(f"the calls ended the process that ran them: {(run.stdout + run.stderr)[-500:]}")
        for outcome in json.loads(results.read_text(encoding="utf-8")):
            yield Outcome(**outcome)


def cannot_fork() -> str | None:
    """Return why calls cannot have separate processes; None if they can."""
    return None if hasattr(os, "fork") else "this system cannot fork processes"


def _environment() -> dict[str, str]:
    """Return the environment of this process without proxies, so that calls reach the mock directly."""
    return {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}


def opened_files(code: str) -> Iterator[str]:
    """Yield the relative paths below the working directory that code opens by a literal."""
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Call(func=ast.Name(id="open") | ast.Name(id="Path"), args=[ast.Constant(value=str(path)), *_]):
                parts = PurePosixPath(path).parts
                if parts and not path.startswith("/") and ".." not in parts:
                    yield path


def _write(folder: Path, files: Mapping[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
