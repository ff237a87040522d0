"""The oldest releases that we say suffice do: pydantic's for generated packages, datamodel-code-generator's for us."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
MANIFESTS = {"pydantic": "generated/python/pyproject.toml", "datamodel-code-generator": "pyproject.toml"}
HELD = {
    "pydantic": ("test_python_models.py", "test_python_unions.py", "test_python_one_way.py", "test_python_names.py"),
    "datamodel-code-generator": ("test_python_flavours.py",),
}

pytestmark = pytest.mark.nightly


@pytest.mark.parametrize("package", MANIFESTS)
def test_the_oldest_release_suffices(tmp_path: Path, package: str) -> None:
    floor = re.search(rf'"{package}>=([\d.]+)"', (ROOT / MANIFESTS[package]).read_text())
    assert floor is not None
    exact = [f"{package}=={floor[1]}.*"] if floor[1].count(".") == 1 else [f"{package}=={floor[1]}"]
    alone = ["--no-deps"] if package != "pydantic" else []
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--target", tmp_path, *alone, *exact]
    subprocess.run(install, check=True, capture_output=True)
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"}
    version = [sys.executable, "-c", f"from importlib.metadata import version; print(version({package!r}))"]
    found = subprocess.run(version, env=environment, check=True, capture_output=True, text=True).stdout
    assert found.startswith(floor[1])
    tests = [ROOT / "tests/unit" / name for name in HELD[package]]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:]
