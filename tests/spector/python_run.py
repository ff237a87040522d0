"""Plays TypeSpec's scenarios with generated Python clients."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.python_packages import import_package
from tests.served.generating import generate
from tests.served.python_calls import outcomes_of
from tests.served.python_client import PythonClient
from tests.spector.scenario_run import ScenarioRun


class PythonRun(ScenarioRun[PythonClient]):
    """Calls the methods of clients, or their asynchronous forms where `is_async` is set."""

    is_async = False

    def made(self, description: Path, package: str) -> PythonClient:
        """Return the client of a description, imported."""
        folder = self.folder / package
        folder.mkdir()
        text = description.read_text(encoding="utf-8")
        generate(text, folder, "python", package=package, parts=["models", "client"])
        import_package(package, folder / "python")
        return PythonClient(package)

    def outcomes(self, client: PythonClient, case: dict[str, Any]) -> list[dict[str, Any]]:
        """Return the outcomes of a case's calls."""
        return outcomes_of(client, case, is_async=self.is_async)
