"""`typewright generate --workspace FILE`: runs of many descriptions in parallel, with one report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from typewright.base.errors import Diagnostic, ExitCode, SpecError, UsageError
from typewright.base.printing import json_text
from typewright.cli.output import echo
from typewright.openapi.files.source import read_source
from typewright.workspace import Outcome, read_workspace, run_fleet

SHOWN_LINES = 12
"""The number of output lines of a failed run that are printed."""


def generate_workspace(path: Path, executor: str | None, report: Path | None) -> int:
    """Run all projects of the workspace file at `path`; print a line for each, and return the worst exit code."""
    if not path.is_file():
        raise UsageError([Diagnostic("E001", f"there is no workspace '{path.as_posix()}'", help="write 'projects:'")])
    try:
        source = read_source(path, path.as_posix())
    except SpecError as fault:
        raise UsageError(fault.diagnostics) from fault
    jobs = read_workspace(source.value, path.parent if executor is None else path.parent.resolve())
    outcomes = run_fleet(jobs, executor, _tell)
    failed = [outcome for outcome in outcomes if outcome.code != ExitCode.CLEAN]
    for outcome in failed:
        echo(f"\n{outcome.name}:")
        echo("\n".join(f"  {line}" for line in outcome.words.splitlines()[:SHOWN_LINES]))
    if report is not None:
        report.write_text(_as_json(outcomes))
    echo(f"{len(outcomes) - len(failed):,} of {len(outcomes):,} projects are up to date")
    return max((abs(outcome.code) for outcome in failed), default=ExitCode.CLEAN)


def _tell(outcome: Outcome) -> None:
    result = "fine" if outcome.code == ExitCode.CLEAN else f"exit code {outcome.code}"
    last = outcome.words.splitlines()[-1:] if outcome.code == ExitCode.CLEAN else []
    echo(f"{outcome.seconds:7.2f} s  {result}  {outcome.name}{'  ' + last[0] if last else ''}")


def _as_json(outcomes: Sequence[Outcome]) -> str:
    rows = [
        {
            "project": outcome.name,
            "exit_code": outcome.code,
            "seconds": round(outcome.seconds, 3),
            "words": outcome.words,
        }
        for outcome in outcomes
    ]
    return json_text(rows) + "\n"
