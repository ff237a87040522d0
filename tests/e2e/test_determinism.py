"""The same description gives the same bytes: again, in another process, folder, locale and time zone."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SURROUNDINGS = {
    "hash seed 0": {"PYTHONHASHSEED": "0"},
    "hash seed 1": {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    "again": {"PYTHONHASHSEED": "1"},
}


def generated(folder: Path, environment: dict[str, str]) -> dict[str, bytes]:
    """Return what a process of its own generates from this repository's description, the lock included."""
    (folder / "spec").mkdir(parents=True)
    shutil.copy(ROOT / "spec/openapi.yaml", folder / "spec/openapi.yaml")
    shutil.copy(ROOT / "typewright.yaml", folder)
    subprocess.run(
        [sys.executable, "-m", "typewright", "generate"],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT / "generator"),
            "XDG_CACHE_HOME": str(folder / "cache"),
            **environment,
        },
        check=True,
        capture_output=True,
    )
    files = [folder / "typewright.lock", *(path for path in (folder / "generated").rglob("*") if path.is_file())]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("second", ["hash seed 1", "again"])
def test_the_same_in_every_process(tmp_path: Path, second: str) -> None:
    first = "hash seed 0" if second == "hash seed 1" else "hash seed 1"
    one = generated(tmp_path / "one", SURROUNDINGS[first])
    two = generated(tmp_path / "somewhere else" / "two", SURROUNDINGS[second])
    assert list(one) != []
    assert sorted(one) == sorted(two)
    assert [path for path in one if one[path] != two[path]] == []
