"""Runs TypeSpec's scenarios with generated clients: a client for each description, a call for each exchange."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar

from tests.served.outcomes import outcome_differences
from tests.spector.binding import Route, UnboundError, case_of, routes
from tests.spector.installing import FOLDER

Findings = dict[str, list[str]]
"""What was wrong with each scenario; nothing where the caller got what the scenario gives."""
Client = TypeVar("Client")


class ScenarioRun(ABC, Generic[Client]):
    """Plays scenarios against the server at `base_url`; clients are generated below `folder` when they are needed."""

    def __init__(self, descriptions: Path, base_url: str, folder: Path) -> None:
        self._descriptions = descriptions
        self._base_url = base_url
        self.folder = folder
        self._routes: dict[str, list[Route]] = {}
        self.clients: dict[Path, Client | str] = {}
        """The client of each description, or why there is none."""

    @abstractmethod
    def made(self, description: Path, package: str) -> Client:
        """Return the client of a description, generated under the name `package`."""

    @abstractmethod
    def outcomes(self, client: Client, case: dict[str, Any]) -> list[dict[str, Any]]:
        """Return the outcomes of a case's calls (`tests/served/outcomes.py`)."""

    def close(self) -> None:
        """End what the clients run in; nothing where they need no processes of their own."""

    def play(self, scenarios: Iterable[Mapping[str, Any]]) -> Findings:
        """Return the findings of all scenarios, by name."""
        findings: Findings = defaultdict(list)
        for scenario in scenarios:
            for exchange in scenario["exchanges"]:
                findings[scenario["name"]] += self._exchange(scenario, exchange)
        return findings

    def _exchange(self, scenario: Mapping[str, Any], exchange: dict[str, Any]) -> list[str]:
        try:
            route, case = case_of(self._routes_of(scenario["folder"]), exchange, scenario["name"])
            case["client"]["server_url"] = self._base_url + route.server_path
            outcomes = self.outcomes(self._client(route.description), case)
        except Exception as error:
            return [f"{type(error).__name__}: {error}"[:500]]
        if not case["result"]:  # the scenario does not say what comes back, or nothing does
            outcomes = [{**outcome, "value": None} for outcome in outcomes]
        return [text for outcome in outcomes for text in outcome_differences(case, outcome)]

    def _routes_of(self, folder: str) -> list[Route]:
        if folder not in self._routes:
            by_hand = FOLDER / folder
            self._routes[folder] = routes(by_hand if by_hand.is_dir() else self._descriptions / folder)
        return self._routes[folder]

    def _client(self, description: Path) -> Client:
        if description not in self.clients:
            self.clients[description] = f"no client was made of {description.name}"
            self.clients[description] = self.made(description, f"scenario_{len(self.clients)}")
        client = self.clients[description]
        if isinstance(client, str):
            raise UnboundError(client)
        return client
