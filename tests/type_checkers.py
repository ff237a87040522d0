"""Python's type checkers over generated packages: mypy and pyright, both as strict as they can be."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

CHECKERS = ("mypy", "pyright")
_FAULT = {
    "mypy": re.compile(r"^(?P<file>[^:\n]+):(?P<line>\d+): error: ", re.MULTILINE),
    "pyright": re.compile(r"^\s+(?P<file>/[^:\n]+):(?P<line>\d+):\d+ - (?:error|warning): ", re.MULTILINE),
}


def checked(checker: str, folder: Path, paths: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Return what a checker says of `paths` below `folder`, for Python 3.10.

    Skips the test where pyright, which comes through npm when it is first run, is not to be had.
    """
    command = [sys.executable, "-m", checker]
    if checker == "mypy":
        command += ["--strict", "--config-file=", f"--cache-dir={folder / '.mypy_cache'}", *paths]
    else:
        if _run([*command, "--version"], folder).returncode != 0:
            pytest.skip("pyright is not installed, nor can npm install it")
        settings = {"include": list(paths), "typeCheckingMode": "strict", "pythonVersion": "3.10"}
        (folder / "pyrightconfig.json").write_text(json.dumps(settings))
        command += ["--pythonpath", sys.executable]
    return _run(command, folder)


def faulty_lines(checker: str, output: str) -> set[int]:
    """Return the lines of a file, the only one with errors, that a checker objects to."""
    return {int(found["line"]) for found in _FAULT[checker].finditer(output)}


def _run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
