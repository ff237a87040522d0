"""`typewright diff`: the changes between two descriptions that users of the SDK notice."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from typewright.base.errors import Diagnostic, ExitCode, UsageError
from typewright.cli.output import echo

if TYPE_CHECKING:
    from typewright.cli.comparing import Comparison

FORMATS = ("text", "markdown", "json", "github")


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How the changes are shown.")
@click.option(
    "--fail-on",
    type=click.Choice(("breaking", "any", "never")),
    default="breaking",
    help="Which changes make the exit code 1; breaking ones without it.",
)
@click.option(
    "--changelog",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the changes into a changelog, under the new version.",
)
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Configuration whose overlays and names count; typewright.yaml without it.",
)
def command(*, old: str, new: str, form: str, fail_on: str, changelog: Path | None, config: Path | None) -> int:
    """Compare two descriptions: files, or files in a git revision (HEAD~1:spec/openapi.yaml).

    Each change comes with its direction, whether it breaks code, why, and the version part to raise.
    """
    from typewright.changes.report import REPORTS
    from typewright.cli.comparing import annotated, compared

    comparison = compared(old, new, config)
    changes = comparison.changes
    echo(REPORTS[form](annotated(changes) if form == "github" else changes))
    if changelog is not None:
        _write(changelog, comparison)
    found = {"breaking": bool(changes.breaking), "any": bool(changes.all), "never": False}[fail_on]
    return ExitCode.FINDINGS if found else ExitCode.CLEAN


def _write(changelog: Path, comparison: Comparison) -> None:
    """Write the changes, if any, to the file `changelog`, which is created if it does not exist."""
    from typewright.changes.changelog import with_section
    from typewright.changes.report import REPORTS

    try:
        before = changelog.read_bytes().decode("utf-8") if changelog.exists() else ""
    except UnicodeDecodeError as fault:
        message = f"the changelog '{changelog.as_posix()}' is not UTF-8"
        raise UsageError([Diagnostic("E001", message, help="save it as UTF-8")]) from fault
    section = REPORTS["markdown"](comparison.changes) if comparison.changes.all else ""
    after = with_section(before, comparison.heading, section, comparison.since)
    if after != before:
        changelog.write_text(after, encoding="utf-8", newline="")
