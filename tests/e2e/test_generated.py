"""`generated/` is what `spec/` asks for, and it works: it imports, type-checks, runs and compiles."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.type_checkers import checked

ROOT = Path(__file__).parent.parent.parent
PYTHON = ROOT / "generated/python"
TYPESCRIPT = ROOT / "generated/typescript"

IMPORT_EVERYTHING = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
found = pkgutil.walk_packages(package.__path__, package.__name__ + ".")
modules = [importlib.import_module(module.name) for module in found]
names = [(module, name) for module in (package, *modules) for name in getattr(module, "__all__", ())]
for module, name in names:
    getattr(module, name)
print(len(names))
"""


def run(*command: str | Path, folder: Path = ROOT) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONPATH": str(PYTHON), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=280
    )


def package() -> str:
    """Return the name of the generated package."""
    (found,) = [folder.name for folder in PYTHON.iterdir() if (folder / "__init__.py").is_file()]
    return found


def test_it_is_current(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    done = run(sys.executable, "-m", "typewright", "check")
    assert done.returncode == 0, f"{done.stdout}{done.stderr}\nrun 'make generate'"


def test_every_name_imports() -> None:
    imported = run(sys.executable, "-W", "error", "-c", IMPORT_EVERYTHING, package())
    assert imported.returncode == 0, imported.stderr
    assert int(imported.stdout) > 0


@pytest.mark.parametrize("checker", ["mypy", pytest.param("pyright", marks=pytest.mark.nightly)])
def test_it_is_strictly_typed(tmp_path: Path, checker: str) -> None:
    shutil.copytree(PYTHON, tmp_path / "python")
    done = checked(checker, tmp_path / "python", ["."])
    assert done.returncode == 0, done.stdout


def test_every_example_runs(tmp_path: Path) -> None:
    scripts = sorted(path for path in PYTHON.rglob("*.py") if "examples" in path.relative_to(PYTHON).parts)
    assert scripts, "there is no example"
    for script in scripts:
        ran = run(sys.executable, "-W", "error", script, folder=tmp_path)
        assert ran.returncode == 0, f"{script}\n{ran.stderr}"


def test_the_declarations_compile(tsc: Path, tmp_path: Path) -> None:
    copy = tmp_path / "typescript"
    shutil.copytree(TYPESCRIPT, copy)
    assert sorted(copy.rglob("*.ts")), "there is no declaration"
    compiled = run("node", tsc, "--strict", "--noEmit", "-p", copy, folder=tmp_path)
    assert compiled.returncode == 0, compiled.stdout
