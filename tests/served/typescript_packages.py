"""Generates and compiles TypeScript clients, and plays cases with them in one process of node."""

from __future__ import annotations

import json
import re
import select
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.served.generating import generate

DRIVER = Path(__file__).parent / "typescript_cases.mjs"
CASE_SECONDS = 60
PREFIXES = {"openapi.yaml": "SERVEDAPI", "openapi-3.2.yaml": "NEWERAPI"}
"""What environment variables begin with, by description."""


def compiled_package(description: str, folder: Path, compiler: Path) -> Path:
    """Generate the client of a description's text below `folder`, compile it, and return its folder.

    The constant `operation` of each function's module is exported, so that the driver can read it.
    """
    package = generate(description, folder, "typescript", package="served-api", parts=["models", "client"])
    command = ["node", str(compiler), "--project", str(package / "tsconfig.json")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    if not (
        package / "dist/core.js"
    ).is_file():  # wrong types are found by other tests, and don't keep code from running
        raise RuntimeError(done.stdout or done.stderr)
    for module in (package / "dist/funcs").glob("*.js"):
        text = module.read_text(encoding="utf-8")
        module.write_text(
            re.sub(r"^const operation = ", "export const operation = ", text, flags=re.M), encoding="utf-8"
        )
    return package


class TypeScriptPlayer:
    """A process of node that plays cases with the packages of several descriptions; close it when they are played."""

    def __init__(self, packages: Mapping[str, Path]) -> None:
        self.names = tuple(packages)
        folders = json.dumps({name: str(folder) for name, folder in packages.items()})
        self._process = subprocess.Popen(
            ["node", str(DRIVER), folders], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def outcomes_of(self, case: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Make the calls of a case and return the outcome of each. Raises RuntimeError where none comes."""
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            raise RuntimeError("the process has no pipes")
        stdin.write(json.dumps({**case, "variables": environment(case, PREFIXES.get(case["description"], ""))}) + "\n")
        stdin.flush()
        readable, _, _ = select.select([stdout], [], [], CASE_SECONDS)
        if not readable:
            raise RuntimeError(f"no outcome came within {CASE_SECONDS} s")
        outcomes = json.loads(stdout.readline())
        if "fault" in outcomes:
            raise RuntimeError(outcomes["fault"])
        found: list[dict[str, Any]] = outcomes
        return found

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()


def environment(case: Mapping[str, Any], prefix: str) -> dict[str, str]:
    """Return the environment variables that a case writes by scheme."""
    written = case.get("environment", {})
    return {f"{prefix}_{re.sub('(?<=[a-z])(?=[A-Z])', '_', name).upper()}": value for name, value in written.items()}
