"""TypeScript functions of real descriptions: scored by the test suite of JSON Schema, and compared with a validator."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.typescript_truth import TypeScriptModels, typescript_comparison

SHARED = Path(__file__).parent.parent.parent.parent / "shared"
HARNESS = SHARED / "tools/jsts/harness.py"
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the shared corpus is not beside the checkout"),
]


@pytest.mark.nightly
def test_functions_agree_with_the_test_suite_of_json_schema(tsc: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    adapter = Path(__file__).with_name("jsts_typescript_adapter.py")
    subprocess.run([sys.executable, str(HARNESS), str(adapter), str(report)], check=True, capture_output=True)
    total = json.loads(report.read_text())["total"]
    assert total.get("gen_fail", 0) == 0
    assert total.get("crash", 0) == 0
    assert total["agree"] / total["tests"] >= 0.977


@pytest.mark.parametrize("name", ["specs/museum.yaml", "agentset/spec.yaml"])
def test_functions_and_validator_agree_and_nothing_is_lost(tsc: Path, tmp_path: Path, name: str) -> None:
    spec = SHARED / "corpus" / name
    models = TypeScriptModels(spec, tmp_path, tsc)
    verdicts = typescript_comparison(spec, models).run(rounds=6)
    models.close()
    assert verdicts.disagreements == []
    assert verdicts.valid > 50
    assert verdicts.invalid > 20
