"""Generates packages for served tests with the command line, as a user does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml


def generate(description: str, folder: Path, language: str, **options: Any) -> Path:
    """Generate the target `language` of a description's text below `folder`, and return its folder.

    `options` are the target's. Raises RuntimeError where the generator refuses.
    """
    (folder / "openapi.yaml").write_text(description, encoding="utf-8")
    configuration = {"spec": "openapi.yaml", "output": ".", "targets": {language: options}}
    (folder / "typewright.yaml").write_text(yaml.safe_dump(configuration), encoding="utf-8")
    command = [sys.executable, "-m", "typewright", "generate"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(done.stderr or done.stdout)
    return folder / language
