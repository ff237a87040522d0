"""The process of node's that inspects TypeScript and MDX."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from tests.hostile.markdown_oracle import Ask

FOLDER = Path(__file__).parent / "node"


@pytest.fixture(scope="session")
def inspector() -> Iterator[Ask]:
    """Return what asks a parser of node's, all questions in one process; installed from npm where it is not there."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        pytest.skip("node and npm are not installed, so no TypeScript and no MDX is parsed")
    with FileLock(FOLDER / ".lock"):
        if not all((FOLDER / "node_modules" / name).is_dir() for name in ("@mdx-js/mdx", "marked")):
            command = ["npm", "install", "--no-audit", "--no-fund", "--no-package-lock"]
            subprocess.run(command, cwd=FOLDER, check=True, capture_output=True, timeout=300)
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(["node", "inspect.mjs"], cwd=FOLDER, text=True, encoding="utf-8", **pipes) as node:
        assert node.stdin is not None
        assert node.stdout is not None

        def ask(kind: str, text: str) -> dict[str, Any]:
            node.stdin.write(json.dumps({"kind": kind, "text": text}) + "\n")
            node.stdin.flush()
            answer = json.loads(node.stdout.readline())
            assert isinstance(answer, dict)
            return answer

        yield ask
        node.stdin.close()
