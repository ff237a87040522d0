"""The report of `typewright generate` as JSON; `docs/command-line.md` lists its members."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from typewright.base.errors import Diagnostic
from typewright.base.json_value import JsonValue
from typewright.base.printing import json_text
from typewright.writing.written import Written


def json_report(result: Written, diagnostics: Iterable[Diagnostic], output: Path) -> str:
    """Return the changes of a run below the folder `output`, and its diagnostics, as JSON."""
    return json_text(
        {
            "written": _paths(result.paths, output),
            "removed": _paths(result.removed_paths, output),
            "unchanged": result.unchanged,
            "edited": _paths(result.edits, output),
            "diagnostics": [_diagnostic(found) for found in diagnostics],
        }
    )


def _paths(paths: Iterable[str], output: Path) -> list[JsonValue]:
    return [(output / path).as_posix() for path in paths]


def _diagnostic(found: Diagnostic) -> JsonValue:
    location = found.location
    return {
        "code": found.code,
        "severity": found.severity.value,
        "message": found.message,
        "file": None if location is None else location.file,
        "line": None if location is None else location.line,
        "column": None if location is None else location.column,
        "pointer": found.pointer,
        "help": found.help,
    }
