"""Plays TypeSpec's scenarios with generated TypeScript clients, under node."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.served.typescript_packages import TypeScriptPlayer, compiled_package
from tests.spector.scenario_run import ScenarioRun


class TypeScriptRun(ScenarioRun[TypeScriptPlayer]):
    """Calls the standalone functions; `compiler` is the TypeScript compiler. Close it when all is played."""

    def __init__(self, descriptions: Path, base_url: str, folder: Path, compiler: Path) -> None:
        super().__init__(descriptions, base_url, folder)
        self._compiler = compiler

    def made(self, description: Path, package: str) -> TypeScriptPlayer:
        """Return a process of node with the client of a description."""
        folder = self.folder / package
        folder.mkdir()
        text = description.read_text(encoding="utf-8")
        return TypeScriptPlayer({package: compiled_package(text, folder, self._compiler)})

    def outcomes(self, client: TypeScriptPlayer, case: dict[str, Any]) -> list[dict[str, Any]]:
        """Return the outcomes of a case's calls."""
        return client.outcomes_of({**case, "description": client.names[0]})

    def close(self) -> None:
        """End all processes."""
        for client in self.clients.values():
            if isinstance(client, TypeScriptPlayer):
                client.close()
