"""A run imports only the modules of what it does: imports are a sixth of a run of models, and most of an idle one."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

SPEC = """openapi: 3.1.0
info: {title: Pets, version: "1"}
paths: {}
components: {schemas: {Pet: {type: object, properties: {name: {type: string, examples: [Rex]}}}}}
"""
PROGRAM = """
import sys
import time
from typewright.cli import run
code = run(["generate", "--quiet"])
print(code, *sys.modules)
"""
OF_OTHER_PARTS = {
    "jsonschema_rs",
    "typewright.examples.build",
    "typewright.naming.symmetric.scheme",
    "typewright.targets.python.client.package",
    "typewright.targets.python.docs.pages",
    "typewright.targets.typescript.client.package",
    "typewright.targets.typescript.docs.pages",
}


HEAVY = {"ast", "click", "dataclasses", "inspect", "msgspec", "yaml"}
"""Modules that take as long to import as all of a run that finds nothing to do."""


def test_a_run_without_changes_imports_nothing_heavy(tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text(SPEC)
    (tmp_path / "typewright.yaml").write_text(
        "spec: openapi.yaml\noutput: out\ntargets: {python: {package: pets, parts: [models]}}\n"
    )
    for _ in range(2):
        subprocess.run([sys.executable, "-c", PROGRAM], cwd=tmp_path, check=True, capture_output=True)
        time.sleep(0.2)  # files that were just written are read again
    run = subprocess.run([sys.executable, "-c", PROGRAM], cwd=tmp_path, check=True, capture_output=True, text=True)
    code, *modules = run.stdout.split()
    assert code == "0"
    assert HEAVY.isdisjoint(modules)


@pytest.mark.parametrize("language", ["python", "typescript"])
def test_a_run_of_models_imports_no_other_part(tmp_path: Path, language: str) -> None:
    (tmp_path / "openapi.yaml").write_text(SPEC)
    (tmp_path / "typewright.yaml").write_text(
        f"spec: openapi.yaml\noutput: out\ntargets: {{{language}: {{package: pets, parts: [models]}}}}\n"
    )
    run = subprocess.run([sys.executable, "-c", PROGRAM], cwd=tmp_path, capture_output=True, text=True, check=True)
    code, *modules = run.stdout.split()
    assert code == "0"
    assert f"typewright.targets.{language}.target" in modules
    assert OF_OTHER_PARTS.isdisjoint(modules)
