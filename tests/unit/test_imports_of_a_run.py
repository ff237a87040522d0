"""A run imports the modules of the parts that it makes, and no others: imports are a sixth of a run of models."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SPEC = """openapi: 3.1.0
info: {title: Pets, version: "1"}
paths: {}
components: {schemas: {Pet: {type: object, properties: {name: {type: string, examples: [Rex]}}}}}
"""
PROGRAM = """
import sys
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
