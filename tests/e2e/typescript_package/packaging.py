"""Packages of TypeScript clients as users make and install them."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import yaml
from typewright.cli import run

HERE = Path(__file__).parent
PROGRAMS = HERE / "programs"


def said(command: list[Any], folder: Path, timeout: float = 120) -> str:
    """Return what a command prints. Fails where it does."""
    done = subprocess.run(
        [str(part) for part in command], cwd=folder, capture_output=True, text=True, check=False, timeout=timeout
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def generated(folder: Path, **options: Any) -> Path:
    """Generate the package in `folder`, with options of the target, and return its folder."""
    target = {"package": "@example/gallery", **options}
    configuration = {"spec": str(HERE / "openapi.yaml"), "output": ".", "targets": {"typescript": target}}
    folder.mkdir()
    (folder / "typewright.yaml").write_text(yaml.safe_dump(configuration))
    assert run(["generate", "--config", str(folder / "typewright.yaml"), "--quiet"]) == 0
    return folder / "typescript"


def installed(folder: Path, modules: Path, **options: Any) -> Path:
    """Generate the package, pack it with the compiler of `modules`, and return a folder that it is installed in."""
    source = generated(folder / "source", **options)
    (source / "node_modules").symlink_to(modules)
    said(["npm", "pack", "--pack-destination", folder], source)
    consumer = folder / "consumer"
    shutil.copytree(PROGRAMS, consumer)
    (consumer / "package.json").write_text(json.dumps({"private": True, "type": "module"}))
    tarball = next(folder.glob("*.tgz"))
    said(["npm", "install", "--offline", "--no-audit", "--no-fund", tarball], consumer)
    return consumer
