"""What grows with nothing: the memory of a process that makes many calls, and of one that moves large files.

The measurements are those of `bench/client.py`, each in a process of its own, since they compare peaks.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.nightly
ROOT = Path(__file__).parents[3]
PROGRAM = """
import sys
from bench import client
print(getattr(client, sys.argv[1])(client.started_server(), int(sys.argv[2])))
"""


@pytest.mark.parametrize(
    ("measurement", "size", "most"),
    [("upload_growth", 1024, 30), ("download_growth", 1024, 30), ("call_growth", 100_000, 5)],
    ids=["upload of 1 GiB", "download of 1 GiB", "100,000 calls"],
)
def test_memory_does_not_grow(acme_folder: Path, measurement: str, size: int, most: int) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(acme_folder), str(ROOT)])}
    command = [sys.executable, "-c", PROGRAM, measurement, str(size)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert float(done.stdout) < most
