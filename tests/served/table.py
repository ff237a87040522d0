"""The table of served cases: `cases/*.yaml`, brought into one form (README.md)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
_CASE_KEYS = {
    "case",
    "theme",
    "description",
    "operation",
    "arguments",
    "body",
    "media",
    "client",
    "call",
    "environment",
}
_CASE_KEYS |= {"calls", "concurrent", "exchanges", "result", "see", "answer"}
_SEE_KEYS = {"request", "at", "client", "headers", "json", "form", "parts", "text", "bytes", "nothing"}
_RESULT_KEYS = {"value", "headers", "error", "events", "items", "pages", "bytes", "take", "elapsed", "warns", "instead"}


def cases() -> list[dict[str, Any]]:
    """Return all cases, those of one theme (a file) together. Raises ValueError where one is malformed."""
    found = [case for path in sorted((FOLDER / "cases").glob("*.yaml")) for case in _of_file(path)]
    names = [case_id(case) for case in found]
    if twice := {name for name in names if names.count(name) > 1}:
        raise ValueError(f"two cases are called {sorted(twice)}")
    return found


def runtime_cases() -> list[dict[str, Any]]:
    """Return the cases that runtimes pass with tables of operations that no generator wrote."""
    return [case for case in cases() if case["theme"] != "tables"]


def case_id(case: dict[str, Any]) -> str:
    """Return the name of a case in reports: `theme: case`."""
    return f"{case['theme']}: {case['case']}"


def description(name: str = "openapi.yaml") -> str:
    """Return the text of a description that cases are about; its ports are to be replaced (`Server.placed`)."""
    return (FOLDER / name).read_text(encoding="utf-8")


def _of_file(path: Path) -> Iterator[dict[str, Any]]:
    for written in yaml.safe_load(path.read_text(encoding="utf-8")):
        case = {"theme": path.stem, "description": "openapi.yaml", "result": {}, **written}
        _check(case, "case", case.keys() - _CASE_KEYS)
        if "see" in case:
            case["exchanges"] = [{"see": case.pop("see"), "answer": case.pop("answer", 204)}]
        case["exchanges"] = [_exchange(case, written) for written in case["exchanges"]]
        _check(case, "result", case["result"].keys() - _RESULT_KEYS)
        yield case


def _exchange(case: dict[str, Any], written: dict[str, Any]) -> dict[str, Any]:
    see = written["see"]
    see = {"request": see} if isinstance(see, str) else see
    _check(case, "see", see.keys() - _SEE_KEYS)
    return {"see": see, "answer": written.get("answer", 204)}


def _check(case: dict[str, Any], where: str, unknown: set[str]) -> None:
    if unknown:
        raise ValueError(f"{case_id(case)}: unknown keys of its {where}: {sorted(unknown)}")
