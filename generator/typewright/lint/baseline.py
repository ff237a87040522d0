"""Baselines: the allowed number of findings of each rule, so that a description does not get worse."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from typewright.base.errors import Diagnostic, UsageError
from typewright.lint import Report


def baseline_text(report: Report) -> str:
    """Return the text of the baseline that allows exactly the findings of `report`."""
    return json.dumps(report.counts, indent=1, sort_keys=True) + "\n"


def read_baseline(path: Path) -> Mapping[str, int]:
    """Return the allowed number of findings by code. Raises UsageError if the file is missing or invalid."""
    try:
        counts = json.loads(path.read_bytes())
    except OSError as fault:
        raise _baseline_error(path, str(fault.strerror).lower()) from fault
    except ValueError as fault:
        raise _baseline_error(path, "it is no JSON") from fault
    if not isinstance(counts, dict) or not all(type(count) is int for count in counts.values()):
        raise _baseline_error(path, "it is no object of numbers")
    return counts


def exceeded_counts(report: Report, allowed: Mapping[str, int]) -> dict[str, tuple[int, int]]:
    """Return the allowed and the actual number of findings of each code that has more findings than `allowed`."""
    return {
        code: (allowed.get(code, 0), count) for code, count in report.counts.items() if count > allowed.get(code, 0)
    }


def is_improved(report: Report, allowed: Mapping[str, int]) -> bool:
    """Return whether the baseline allows more findings of a code than there are."""
    return any(count > report.counts.get(code, 0) for code, count in allowed.items())


def _baseline_error(path: Path, reason: str) -> UsageError:
    advice = "write it anew with '--update-baseline'"
    message = f"the baseline '{path.as_posix()}' cannot be used: {reason}"
    return UsageError([Diagnostic("E014", message, help=advice)])
