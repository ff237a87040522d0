"""Runs the steps of a GitHub workflow on this machine, and those of our own action inside it.

As much of a runner as the recipes need: `run` steps in bash, `env`, `with`, `if: a == b`, expressions that name a value
or have a default. Steps of other people's actions are left out.
"""

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent.parent
_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


@dataclass
class Runner:
    """Where a workflow runs, and what its expressions can name."""

    folder: Path
    temporary: Path
    environment: Mapping[str, str]
    values: dict[str, str] = field(default_factory=dict)
    install: bool = False
    printed: str = ""

    def run(self, workflow: Path) -> int:
        """Run all jobs of a workflow; return the exit code of the first step that fails, 0 where none does."""
        for job in yaml.safe_load(workflow.read_text())["jobs"].values():
            for step in job["steps"]:
                code = self._step(step, {})
                if code:
                    return code
        return 0

    def _step(self, step: Mapping[str, Any], values: Mapping[str, str]) -> int:
        if "if" in step and not self._holds(str(step["if"]), values):
            return 0
        if "run" in step:
            return self._shell(step, values)
        if "/typewright@" not in step["uses"]:
            return 0
        return self._action({key: self._said(str(each), values) for key, each in step.get("with", {}).items()})

    def _action(self, given: Mapping[str, str]) -> int:
        action = yaml.safe_load((ROOT / "action.yml").read_text())
        unknown = given.keys() - action["inputs"].keys()
        assert not unknown, f"the action has no input {unknown}"
        inputs = {name: str(each["default"]) for name, each in action["inputs"].items()} | dict(given)
        inputs["install"] = str(self.install).lower()
        values = {f"inputs.{name}": each for name, each in inputs.items()}
        values |= {"github.action_path": str(ROOT), "runner.temp": str(self.temporary)}
        for step in action["runs"]["steps"]:
            code = self._step(step, values)
            if code:
                return code
        return 0

    def _shell(self, step: Mapping[str, Any], values: Mapping[str, str]) -> int:
        paths = self.temporary / "path"
        added = paths.read_text().split() if paths.is_file() else []
        environment = {**self.environment, "GITHUB_PATH": str(paths)}
        environment["PATH"] = os.pathsep.join([*reversed(added), environment["PATH"]])
        environment |= {name: self._said(str(each), values) for name, each in step.get("env", {}).items()}
        assert "${{" not in step["run"], "an expression in a script is an injection"
        folder = self.folder / self._said(step.get("working-directory", "."), values)
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=300
        )
        self.printed += done.stdout + done.stderr
        return done.returncode

    def _said(self, text: str, values: Mapping[str, str]) -> str:
        return _EXPRESSION.sub(lambda match: self._value(match[1], values), text)

    def _value(self, expression: str, values: Mapping[str, str]) -> str:
        for part in expression.split("||"):
            name = part.strip()
            found = name[1:-1] if name.startswith("'") else {**self.values, **values}.get(name, "")
            if found:
                return found
        return ""

    def _holds(self, condition: str, values: Mapping[str, str]) -> bool:
        left, _, right = condition.partition("==")
        return self._value(left.strip(), values) == self._value(right.strip(), values)
