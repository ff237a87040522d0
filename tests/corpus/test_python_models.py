"""Python models of real descriptions: they are built, scored by the test suite of JSON Schema, and type-checked."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.model_truth import python_comparison
from tests.python_packages import write_package_of
from tests.type_checkers import CHECKERS, checked

ROOT = Path(__file__).parent.parent.parent
SHARED = ROOT.parent / "shared"
HARNESS = SHARED / "tools/jsts/harness.py"
SPECS = {
    "orq": "orq/openapi-python.yaml",
    "agentset": "agentset/spec.yaml",
    "discord": "specs/discord.json",
    "openai": "specs/openai.yaml",
    "train-travel": "specs/train-travel.yaml",
    "github": "specs/github-api.json",
    "stripe": "specs/stripe-2023-09.yaml",
}
QUICK = ("orq", "agentset", "discord")
LOAD_ALL = """
import sys, warnings
warnings.simplefilter("error")
import {name} as package
from pydantic import BaseModel, TypeAdapter
for type_name in package.models.__all__:
    found = getattr(package.models, type_name)
    if isinstance(found, type) and issubclass(found, BaseModel):
        found.model_rebuild()
    else:
        TypeAdapter(found)
"""
BOUND = {"import": 0.150, "use": 0.300}
"""The most seconds of its own time that importing a package may take, and that using one model may take."""
TIME_USE = """
import time
start = time.process_time()
import {name} as package
imported = time.process_time() - start
package.models.CreateContactRequestBody.model_validate({{"external_id": "a"}})
print(imported, time.process_time() - start)
"""

pytestmark = [pytest.mark.corpus, pytest.mark.skipif(not SHARED.is_dir(), reason="the shared corpus is not there")]


def run(code: str, folder: Path, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in QUICK else pytest.mark.nightly) for name in SPECS]
)
def test_every_model_is_imported_and_built(tmp_path: Path, name: str) -> None:
    package = write_package_of(SHARED / "corpus" / SPECS[name], tmp_path)
    run(LOAD_ALL.format(name=package), tmp_path)


def test_one_model_of_many_is_used_at_once(tmp_path: Path) -> None:
    package = write_package_of(SHARED / "corpus" / SPECS["orq"], tmp_path)
    code = TIME_USE.format(name=package)
    run(code, tmp_path, PYTHONDONTWRITEBYTECODE="")
    times = [tuple(map(float, run(code, tmp_path, PYTHONDONTWRITEBYTECODE="").split())) for _ in range(3)]
    assert min(imported for imported, _ in times) < BOUND["import"]
    assert min(used for _, used in times) < BOUND["use"]


def test_models_agree_with_the_test_suite_of_json_schema(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    adapter = Path(__file__).with_name("jsts_adapter.py")
    subprocess.run([sys.executable, str(HARNESS), str(adapter), str(report)], check=True, capture_output=True)
    total = json.loads(report.read_text())["total"]
    assert total.get("gen_fail", 0) == 0
    assert total.get("crash", 0) == 0
    assert total["agree"] / total["tests"] >= 0.975


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    "name",
    [
        "agentset",
        "train-travel",
        *(pytest.param(each, marks=pytest.mark.nightly) for each in ("orq", "discord", "openai")),
    ],
)
def test_models_and_validator_agree_and_nothing_is_lost(tmp_path: Path, name: str) -> None:
    verdicts = python_comparison(SHARED / "corpus" / SPECS[name], tmp_path).run(rounds=6)
    assert verdicts.disagreements == []
    assert verdicts.valid > 100
    assert verdicts.invalid > 40


@pytest.mark.nightly
@pytest.mark.parametrize("checker", CHECKERS)
@pytest.mark.parametrize("name", ["orq", "openai", "stripe", "github", "discord"])
def test_clients_and_examples_type_check(tmp_path: Path, name: str, checker: str) -> None:
    package = write_package_of(SHARED / "corpus" / SPECS[name], tmp_path, parts=("models", "client", "examples"))
    done = checked(checker, tmp_path, [package, "examples"])
    assert done.returncode == 0, done.stdout
