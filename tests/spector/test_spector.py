"""TypeSpec's conformance scenarios with generated clients, judged by their own server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.served.python_client import PythonClient
from tests.spector.installing import FOLDER, install, is_installed, is_possible, judge, scenarios
from tests.spector.python_run import PythonRun
from tests.spector.scenario_run import ScenarioRun
from tests.spector.typescript_run import TypeScriptRun

WAYS = {"doing": "python", "awaiting": "python", "typescript": "typescript"}
"""How scenarios are played, each with its language: with methods, with asynchronous methods, with functions."""
EXCEPTIONS: dict[str, dict[str, str]] = {
    language: yaml.safe_load((FOLDER / f"exceptions_{language}.yaml").read_text(encoding="utf-8"))
    for language in sorted(set(WAYS.values()))
}
SAMPLE = ("parameters/query", "parameters/spread", "special-words", "type/union")
BEYOND = ("Payload_Xml_", "Payload_Pageable_XmlPagination_", "Payload_Pageable_ServerDrivenPagination_")
"""Scenarios of XML, and of paging by links, which are tried but do not count."""
GOAL = 0.95
PythonClients = dict[Path, PythonClient | str]
pytestmark = pytest.mark.xdist_group("spector")


@pytest.fixture(scope="module")
def packages() -> Path:
    if not is_possible():
        pytest.skip("node, npm and git are needed for the scenarios")
    return install()


@pytest.fixture(scope="module")
def clients() -> PythonClients:
    """The Python clients that were made, for all tests."""
    return {}


class Scenarios:
    """Plays the scenarios in one way, below a folder of its own."""

    def __init__(self, way: str, folder: Path, clients: PythonClients, request: pytest.FixtureRequest) -> None:
        self.way = way
        self.folder = folder
        self._clients = clients
        self._request = request

    def _run(self, descriptions: Path, url: str) -> ScenarioRun[Any]:
        if WAYS[self.way] == "typescript":
            return TypeScriptRun(descriptions, url, self.folder, self._request.getfixturevalue("tsc"))
        run = PythonRun(descriptions, url, self.folder)
        run.clients, run.is_async = self._clients, self.way == "awaiting"
        return run

    def judged(self, packages: Path, folders: tuple[str, ...] = ("",)) -> dict[str, str]:
        """Return what failed in the eyes of the server, or of the caller, by scenario; "" where nothing did."""
        with judge(packages, self.folder / "coverage.json") as server:
            chosen = [scenario for scenario in scenarios(server.url) if scenario["folder"].startswith(folders)]
            run = self._run(packages / "openapi", server.url)
            try:
                findings = run.play(chosen)
            finally:
                run.close()
            coverage = server.coverage()
        assert chosen
        verdicts = {scenario["name"]: coverage.get(scenario["name"]) for scenario in chosen}
        return {
            name: f"{verdict}: {'; '.join(findings[name])}" if findings[name] or verdict != "pass" else ""
            for name, verdict in verdicts.items()
        }

    def unexpected(self, found: dict[str, str]) -> dict[str, str]:
        """Return the failures that are no exceptions."""
        return {name: why for name, why in found.items() if why and name not in EXCEPTIONS[WAYS[self.way]]}


@pytest.fixture(params=sorted(WAYS))
def played(tmp_path: Path, clients: PythonClients, request: pytest.FixtureRequest) -> Scenarios:
    return Scenarios(request.param, tmp_path, clients, request)


@pytest.mark.nightly
def test_all_scenarios(packages: Path, played: Scenarios) -> None:
    found = played.judged(packages)
    assert played.unexpected(found) == {}
    failed = {name for name, why in found.items() if why}
    expected = EXCEPTIONS[WAYS[played.way]].keys()
    assert sorted(expected - failed) == [], "these pass, and are no exceptions any more"
    counted = {name for name in found if not name.startswith(BEYOND)}
    assert len(counted - failed) / len(counted) >= GOAL


def test_a_sample(played: Scenarios) -> None:
    if not is_installed():
        pytest.skip("the scenarios are not installed; `make nightly` does that")
    assert played.unexpected(played.judged(install(), SAMPLE)) == {}


@pytest.mark.parametrize("language", sorted(EXCEPTIONS))
def test_each_exception_has_a_reason(language: str) -> None:
    assert [name for name, reason in EXCEPTIONS[language].items() if len(reason.split()) < 3] == []
