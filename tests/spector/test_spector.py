"""TypeSpec's conformance scenarios with generated Python clients, judged by their own server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.served.python_client import PythonClient
from tests.spector.installing import FOLDER, install, is_installed, is_possible, judge, scenarios
from tests.spector.python_run import PythonRun

EXCEPTIONS: dict[str, str] = yaml.safe_load((FOLDER / "exceptions_python.yaml").read_text(encoding="utf-8"))
SAMPLE = ("parameters/query", "parameters/spread", "special-words", "type/union")
Clients = dict[Path, PythonClient | str]
pytestmark = pytest.mark.xdist_group("spector")


@pytest.fixture(scope="module")
def packages() -> Path:
    if not is_possible():
        pytest.skip("node, npm and git are needed for the scenarios")
    return install()


@pytest.fixture(scope="module")
def clients() -> Clients:
    """The clients that were made, for all tests."""
    return {}


def failures(
    packages: Path, folder: Path, clients: Clients, folders: tuple[str, ...] = ("",), *, is_async: bool
) -> dict[str, str]:
    """Play the scenarios of some folders; return what failed in the eyes of the server, or of the caller."""
    with judge(packages, folder / "coverage.json") as server:
        chosen: list[dict[str, Any]] = [
            scenario for scenario in scenarios(server.url) if scenario["folder"].startswith(folders)
        ]
        run = PythonRun(packages / "openapi", server.url, folder)
        run.clients, run.is_async = clients, is_async
        findings = run.play(chosen)
        coverage = server.coverage()
    assert chosen
    judged = {scenario["name"]: coverage.get(scenario["name"]) for scenario in chosen}
    return {
        name: f"{verdict}: {'; '.join(findings[name])}"
        for name, verdict in judged.items()
        if findings[name] or verdict != "pass"
    }


@pytest.mark.nightly
@pytest.mark.parametrize("is_async", [False, True], ids=["doing", "awaiting"])
def test_all_scenarios(packages: Path, clients: Clients, tmp_path: Path, *, is_async: bool) -> None:
    failed = failures(packages, tmp_path, clients, is_async=is_async)
    assert {name: why for name, why in failed.items() if name not in EXCEPTIONS} == {}
    assert sorted(EXCEPTIONS.keys() - failed.keys()) == [], "these pass, and are no exceptions any more"


@pytest.mark.parametrize("is_async", [False, True], ids=["doing", "awaiting"])
def test_a_sample(clients: Clients, tmp_path: Path, *, is_async: bool) -> None:
    if not is_installed():
        pytest.skip("the scenarios are not installed; `make nightly` does that")
    failed = failures(install(), tmp_path, clients, SAMPLE, is_async=is_async)
    assert {name: why for name, why in failed.items() if name not in EXCEPTIONS} == {}


def test_each_exception_has_a_reason() -> None:
    assert [name for name, reason in EXCEPTIONS.items() if len(reason.split()) < 3] == []
