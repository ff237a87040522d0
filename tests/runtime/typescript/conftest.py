"""The runtime of TypeScript packages, built once with the fixture package around it."""

import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def built(tsc: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the fixture package, compiled together with the runtime. Skips where node is missing."""
    folder = tmp_path_factory.mktemp("fixture")
    command = ["node", str(HERE / "run.mjs"), "build", str(tsc), str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert run.returncode == 0, run.stdout + run.stderr
    return folder


@pytest.fixture(scope="session")
def node() -> str:
    """Return the path of node. Skips where it is missing."""
    path = shutil.which("node")
    if path is None:
        pytest.skip("node is not installed, so nothing of TypeScript is run")
    return path
