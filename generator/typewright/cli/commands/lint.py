"""`typewright lint`: the faults of a description and possible improvements, without generating anything."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import replace

from typewright.base.errors import ExitCode
from typewright.cli.output import echo

if TYPE_CHECKING:
    from typewright.lint import Report

_PATH = click.Path(path_type=Path, readable=False)


@click.command()
@click.option("--config", type=_PATH, metavar="FILE", help="Configuration; typewright.yaml without it.")
@click.option("--spec", metavar="FILE", help="Description: a file, a URL, or - for standard input.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "github", "sarif")),
    default="text",
    help="How the findings are shown.",
)
@click.option(
    "--fail-severity",
    type=click.Choice(("error", "warning", "note", "never")),
    default="warning",
    help="The mildest finding that makes the exit code 1; warnings without it.",
)
@click.option("--skip", multiple=True, metavar="RULE", help="A rule or code that is left out; can be given again.")
@click.option("--notes", is_flag=True, help="List notes too, which text only counts.")
@click.option("--all", "whole", is_flag=True, help="Show all findings in full, not only the first ones.")
@click.option("--baseline", type=_PATH, metavar="FILE", help="Fail only where a rule finds more than is noted there.")
@click.option("--update-baseline", is_flag=True, help="Note what is found now in the file of --baseline.")
def command(
    *,
    config: Path | None,
    spec: str | None,
    form: str,
    skip: tuple[str, ...],
    notes: bool,
    whole: bool,
    **failing: Any,
) -> int:
    """Report the faults of the description and possible improvements; see docs/lint.md for the rules."""
    report = _linted(config, spec, skip)
    _print(report, form, notes=notes, whole=whole)
    return _exit_code(report, **failing)


def _exit_code(report: Report, *, fail_severity: str, baseline: Path | None, update_baseline: bool) -> int:
    """Return the exit code; with `update_baseline`, write the baseline instead of comparing the report with it."""
    if _has_errors(report):
        return ExitCode.SPEC
    if update_baseline:
        _note(report, baseline)
        return ExitCode.CLEAN
    if baseline is not None:
        return _compared(report, baseline)
    return ExitCode.FINDINGS if _has_failures(report, fail_severity) else ExitCode.CLEAN


def _linted(config: Path | None, spec: str | None, skip: tuple[str, ...]) -> Report:
    """Return the report; for an unreadable description, one of its diagnostics."""
    from typewright.base.codes import REGISTRY
    from typewright.base.errors import Diagnostic, SpecError, UsageError
    from typewright.base.limits import recursion_limit_raised
    from typewright.cli.configuration import configuration
    from typewright.cli.invocation import Invocation, file_or_url
    from typewright.lint import Report, lint
    from typewright.lint.registry import RULES
    from typewright.openapi.description import read_description
    from typewright.writing.lock import read_lock

    unknown = [name for name in skip if name not in RULES and name not in REGISTRY]
    if unknown:
        message, advice = f"there is no rule '{unknown[0]}'", "docs/lint.md lists the rules"
        raise UsageError([Diagnostic("E001", message, help=advice)])
    path, address = file_or_url(spec)
    invocation = Invocation(config=config, spec=path, address=address)
    settings, previous = configuration(invocation), read_lock(invocation.inputs().lock_path)
    try:
        with recursion_limit_raised():
            description = read_description(settings, {} if previous is None else previous.inputs)
    except SpecError as fault:
        return Report(fault.diagnostics, ())
    return lint(description.document, description.api, description.diagnostics, skip)


def _print(report: Report, form: str, *, notes: bool, whole: bool) -> None:
    from typewright.cli.colors import colored_diagnostics
    from typewright.cli.messages import line_reader
    from typewright.lint.formats import FORMATS, as_text

    if form == "github":
        report = _annotated(report)
    text = (
        as_text(report, line_reader(), notes=notes, whole=whole)
        if form == "text"
        else FORMATS[form](report, line_reader())
    )
    if text:
        echo(text, colored=colored_diagnostics if form == "text" else None)


def _annotated(report: Report) -> Report:
    """Return the report with the file names of annotations."""
    from typewright.cli.message_format import in_workspace_location

    placed = (
        diagnostic._replace(location=in_workspace_location(diagnostic.location)) for diagnostic in report.diagnostics
    )
    return replace(report, diagnostics=tuple(placed))


def _has_errors(report: Report) -> bool:
    from typewright.base.errors import Severity

    return any(diagnostic.severity is Severity.ERROR for diagnostic in report.diagnostics)


def _has_failures(report: Report, fail_severity: str) -> bool:
    from typewright.base.errors import Severity

    severities = [severity.value for severity in Severity]
    failing = severities[: severities.index(fail_severity) + 1] if fail_severity in severities else []
    return any(diagnostic.severity.value in failing for diagnostic in report.diagnostics)


def _note(report: Report, baseline: Path | None) -> None:
    from typewright.base.errors import Diagnostic, UsageError
    from typewright.lint.baseline import baseline_text

    if baseline is None:
        message = "'--update-baseline' needs '--baseline FILE'"
        raise UsageError([Diagnostic("E001", message, help="name the file to write")])
    try:
        baseline.write_text(baseline_text(report), encoding="utf-8", newline="\n")
    except OSError as fault:
        message = f"cannot write '{baseline.as_posix()}': {str(fault.strerror).lower()}"
        raise UsageError([Diagnostic("E006", message, help="check the path and its permissions")]) from fault


def _compared(report: Report, baseline: Path) -> int:
    """Print the comparison of `report` with the baseline; return the exit code."""
    from typewright.lint.baseline import exceeded_counts, is_improved, read_baseline

    allowed = read_baseline(baseline)
    found = exceeded_counts(report, allowed)
    for code, (before, now) in found.items():
        echo(f"{code}: {now:,} found, {before:,} allowed by {baseline.as_posix()}", err=True)
    if not found and is_improved(report, allowed):
        echo(f"better than {baseline.as_posix()}: hold that with '--update-baseline'", err=True)
    return ExitCode.FINDINGS if found else ExitCode.CLEAN
