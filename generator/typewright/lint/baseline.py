"""Baselines: the number of findings that each rule may have, so that a description does not get worse."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from typewright.base.errors import Diagnostic, UsageError
from typewright.lint import Report


def baseline_text(report: Report) -> str:
    """Return the text of the baseline that `report` meets exactly."""
    return json.dumps(report.counts, indent=1, sort_keys=True) + "\n"


def read_baseline(path: Path) -> Mapping[str, int]:
    """Return the baseline at `path`. Raises UsageError where it does not exist or is invalid."""
    try:
        counts = json.loads(path.read_bytes())
    except OSError as fault:
        raise _unusable(path, str(fault.strerror).lower()) from fault
    except ValueError as fault:
        raise _unusable(path, "it is no JSON") from fault
    if not isinstance(counts, dict) or not all(type(count) is int for count in counts.values()):
        raise _unusable(path, "it is no object of numbers")
    return counts


def worse(report: Report, allowed: Mapping[str, int]) -> dict[str, tuple[int, int]]:
    """Return the rules with more findings than `allowed`, each with the allowed and the actual number."""
    return {
        code: (allowed.get(code, 0), count) for code, count in report.counts.items() if count > allowed.get(code, 0)
    }


def better(report: Report, allowed: Mapping[str, int]) -> bool:
    """Whether the baseline allows more findings than there are."""
    return any(count > report.counts.get(code, 0) for code, count in allowed.items())


def _unusable(path: Path, reason: str) -> UsageError:
    advice = "write it anew with '--update-baseline'"
    message = f"the baseline '{path.as_posix()}' cannot be used: {reason}"
    return UsageError([Diagnostic("E014", message, help=advice)])
