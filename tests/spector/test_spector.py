"""TypeSpec's conformance scenarios with generated Python clients, judged by their own server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.spector.installing import FOLDER, install, is_installed, is_possible, judge, scenarios
from tests.spector.python_run import PythonRun

EXCEPTIONS: dict[str, str] = yaml.safe_load((FOLDER / "exceptions_python.yaml").read_text(encoding="utf-8"))
SAMPLE = ("parameters/query", "parameters/spread", "special-words", "type/union")
pytestmark = pytest.mark.xdist_group("spector")


@pytest.fixture(scope="module")
def packages() -> Path:
    if not is_possible():
        pytest.skip("node, npm and git are needed for the scenarios")
    return install()


def failures(packages: Path, folder: Path, folders: tuple[str, ...] = ("",)) -> dict[str, str]:
    """Play the scenarios of some folders; return what failed in the eyes of the server, or of the caller."""
    with judge(packages, folder / "coverage.json") as server:
        chosen: list[dict[str, Any]] = [
            scenario for scenario in scenarios(server.url) if scenario["folder"].startswith(folders)
        ]
        findings = PythonRun(packages / "openapi", server.url, folder).play(chosen)
        coverage = server.coverage()
    assert chosen
    judged = {scenario["name"]: coverage.get(scenario["name"]) for scenario in chosen}
    return {
        name: f"{verdict}: {'; '.join(findings[name])}"
        for name, verdict in judged.items()
        if findings[name] or verdict != "pass"
    }


@pytest.mark.nightly
def test_all_scenarios(packages: Path, tmp_path: Path) -> None:
    failed = failures(packages, tmp_path)
    assert {name: why for name, why in failed.items() if name not in EXCEPTIONS} == {}
    assert sorted(EXCEPTIONS.keys() - failed.keys()) == [], "these pass, and are no exceptions any more"


def test_a_sample(tmp_path: Path) -> None:
    if not is_installed():
        pytest.skip("the scenarios are not installed; `make nightly` does that")
    failed = failures(install(), tmp_path, SAMPLE)
    assert {name: why for name, why in failed.items() if name not in EXCEPTIONS} == {}


def test_each_exception_has_a_reason() -> None:
    assert [name for name, reason in EXCEPTIONS.items() if len(reason.split()) < 3] == []
