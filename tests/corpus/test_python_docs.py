"""The code on the Python pages of real descriptions runs."""

from pathlib import Path

import pytest

from tests.python_documents import failing_blocks, generated

pytestmark = pytest.mark.corpus


@pytest.mark.parametrize("spec", ["orq/openapi-python.yaml", "agentset/spec.yaml", "specs/train-travel.yaml"])
def test_all_code_of_a_new_project_runs(spec: str, corpus: Path, tmp_path: Path) -> None:
    found = generated(corpus / "corpus" / spec, tmp_path, f"corpus_{spec.split('/', maxsplit=1)[0]}")
    assert failing_blocks(found, tmp_path) == []
