"""`typewright check`: whether the files on the disk are those that would be generated, and why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from typewright.base.errors import ExitCode
from typewright.cli.invocation import Invocation
from typewright.cli.options import cache_option, message_options, run_options
from typewright.cli.output import echo

if TYPE_CHECKING:
    from typewright.pipeline import Build

FORMATS = ("text", "json", "github")


@click.command()
@run_options
@cache_option
@message_options
@click.option("--diff", "whole", is_flag=True, help="Print the whole unified diff, not only its beginning.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How files and causes are shown.")
@click.option("--prove", is_flag=True, help="Prove every example of the files, too; see 'typewright prove'.")
def command(invocation: Invocation, *, whole: bool, form: str, prove: bool) -> int:
    """Compare the files on the disk with what would be generated. Exits with 1 if they differ.

    Each differing file is listed with its cause: the description, the configuration, a template, the version of this
    program, the formatter, or a manual edit.
    """
    from typewright.cli.check_report import REPORTS
    from typewright.cli.checking import checked
    from typewright.cli.messages import print_diagnostics
    from typewright.writing.staleness import remember

    check = checked(invocation)
    if not invocation.quiet:
        print_diagnostics(check.build.diagnostics, whole=invocation.all_messages)
    if check.files or not invocation.quiet:
        echo(REPORTS[form](check, whole))
    proven = not prove or _prove(check.build)
    if check.files or check.previous is None or not proven:
        return ExitCode.FINDINGS
    if check.is_locked:
        remember(check.lock_path, check.previous)
    return ExitCode.CLEAN


def _prove(build: Build) -> bool:
    """Print the proof of all examples; return whether none failed."""
    from typewright.cli.proving import as_text, proved_build

    proof = proved_build(build)
    echo(as_text(proof, whole=False), err=True)
    return proof.is_clean
