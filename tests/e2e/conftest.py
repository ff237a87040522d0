"""What the end-to-end tests of several targets share."""

import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from typewright.openapi.document import load_document
from typewright.openapi.lower import lower
from typewright.rendering.environment import render
from typewright.targets.typescript.options import TypeScriptOptions
from typewright.writing.tree import make_tree

from tests.planned_files import planned_files

PACKAGE = "@example/api"


@dataclass(frozen=True)
class Program:
    """A folder of TypeScript declarations, and the compiler."""

    folder: Path
    compiler: Path

    def faults(self, probes: Mapping[str, str] | None = None, *options: str) -> list[str]:
        """Return what the compiler says of the declarations together with `probes`, text by file name."""
        for name, text in (probes or {}).items():
            (self.folder / name).write_text(text)
        command = ["node", str(self.compiler), "-p", ".", "--pretty", "false", *options]
        run = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False, timeout=120)
        lines = (run.stdout + run.stderr).splitlines()
        assert run.returncode == 0 or lines, "the compiler failed and said nothing"
        return lines


Declare = Callable[..., Program]


@pytest.fixture
def declare(tsc: Path, tmp_path: Path) -> Declare:
    """Return a function that writes declarations and example scripts: `declare(spec, **options of the target)`."""

    def write(spec: Path, **options: Any) -> Program:
        api, _ = lower(load_document(spec))
        target = TypeScriptOptions(language="typescript", package=PACKAGE, **options)
        files = [file for file in planned_files(api, target) if not file.path.startswith("docs/")]
        for path, content in make_tree((rendered.file.path, rendered.text) for rendered in render(files, None)).items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(content)
        return Program(tmp_path, tsc)

    return write


@pytest.fixture(scope="session")
def tools(tsc: Path) -> Path:
    """The folder of the bundlers, runtimes and checkers of npm, installed where they are not there yet."""
    folder = Path(__file__).parent / "typescript_package/tools"
    with FileLock(folder / ".lock"):
        if not (folder / "node_modules/.installed").is_file():
            command = ["npm", "install", "--no-audit", "--no-fund", "--no-package-lock"]
            subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=600)
            (folder / "node_modules/.installed").touch()
    return folder / "node_modules"
