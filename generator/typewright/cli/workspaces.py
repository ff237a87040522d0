"""`typewright generate --workspace FILE`: runs of many descriptions in parallel, with one report."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from typewright.base.errors import Diagnostic, ExitCode, SpecError, UsageError
from typewright.base.printing import json_text
from typewright.cli.message_format import closing_line
from typewright.cli.output import echo
from typewright.cli.quick import unchanged_file_count
from typewright.openapi.files.source import read_source
from typewright.workspace import Job, Outcome, read_workspace, run_fleet
from typewright.writing.written import Written

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
    outcomes = _outcomes(jobs, executor)
    failed = [outcome for outcome in outcomes if outcome.code != ExitCode.CLEAN]
    for outcome in failed:
        echo(f"\n{outcome.name}:")
        echo("\n".join(f"  {line}" for line in outcome.words.splitlines()[:SHOWN_LINES]))
    if report is not None:
        report.write_text(_as_json(outcomes))
    echo(f"{len(outcomes) - len(failed):,} of {len(outcomes):,} projects are up to date")
    return max((abs(outcome.code) for outcome in failed), default=ExitCode.CLEAN)


def _outcomes(jobs: Sequence[Job], executor: str | None) -> list[Outcome]:
    """Return the outcomes of all jobs, in their order; only those whose tree is not up to date are run.

    Most projects of a fleet have not changed, and starting a process for each would cost more than a changed one.
    """
    unchanged = [_unchanged(job) for job in jobs]
    for outcome in filter(None, unchanged):
        _tell(outcome)
    changed = [job for job, outcome in zip(jobs, unchanged, strict=True) if outcome is None]
    run = iter(run_fleet(changed, executor, _tell))
    return [outcome or next(run) for outcome in unchanged]


def _unchanged(job: Job) -> Outcome | None:
    """Return the outcome of a job whose tree is up to date; None if it must run."""
    started = time.perf_counter()
    files = unchanged_file_count(job.options)
    if files is None:
        return None
    seconds = time.perf_counter() - started
    return Outcome(job.name, ExitCode.CLEAN, closing_line(Written(0, files, 0), seconds), seconds)


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
