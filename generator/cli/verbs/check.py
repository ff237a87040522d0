"""`typewright check`: say whether the files on the disk are what the description asks for."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import click

from generator.cli.invocation import Invocation
from generator.cli.options import run_options
from generator.cli.wording import listed
from generator.errors import ExitCode

if TYPE_CHECKING:
    from generator.pipeline import Build
    from generator.writing.compare import Drift

SHOWN_FILES = 20
SHOWN_LINES = 100
"""How much of a stale tree is printed without `--diff`."""


@click.command()
@run_options
@click.option("--diff", "whole", is_flag=True, help="Print the whole unified diff, not only its beginning.")
def command(invocation: Invocation, *, whole: bool) -> int:
    """Compare the files on the disk with what would be generated; 1 is returned where they differ."""
    from generator.cli.messages import print_diagnostics
    from generator.cli.running import built, lock_for
    from generator.writing.compare import State, compare
    from generator.writing.current import remember

    run = built(invocation)
    build, asked, previous = run.build, run.asked, run.previous
    print_diagnostics(build.diagnostics)
    drifts = compare(build.tree, build.config.output, previous)
    if drifts:
        _print_drifts(drifts, build, whole=whole)
        if all(drift.state is State.UNKNOWN for drift in drifts):
            click.echo(
                f"no run has made them: move them out of the output folder, then '{invocation.command('check')}'"
            )
            return ExitCode.FINDINGS
    elif previous is None:
        click.echo(f"{len(build.tree):,} files are as they should be, but the lock {asked.lock_path.name} is missing")
    else:
        click.echo(f"{len(build.tree):,} files are as they should be")
        if previous == lock_for(build, asked):
            remember(asked.lock_path, previous)
        return ExitCode.CLEAN
    click.echo(f"run '{invocation.command('generate')}' to mend it")
    return ExitCode.FINDINGS


def _print_drifts(drifts: tuple[Drift, ...], build: Build, *, whole: bool) -> None:
    """Print the list of files that differ, and the diff that `generate` would make."""
    from generator.writing.compare import unified_diff

    lines = unified_diff(drifts, build.tree, build.config.output)
    shown = list(lines if whole else islice(lines, SHOWN_LINES + 1))
    if whole or len(shown) <= SHOWN_LINES:
        click.echo("\n".join(shown))
    else:
        click.echo("\n".join([*shown[:SHOWN_LINES], "… (the whole diff: typewright check --diff)"]))
    click.echo()
    names = [f"{drift.state.value}: {(build.config.output / drift.path).as_posix()}" for drift in drifts]
    click.echo("\n".join(listed(names, len(names) if whole else SHOWN_FILES)))
