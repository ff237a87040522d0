"""`typewright lock`: the names that are kept only because an earlier run gave them, and their release."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from typewright.base.errors import ExitCode
from typewright.cli.invocation import Invocation
from typewright.cli.message_format import listed
from typewright.cli.options import run_options
from typewright.cli.output import echo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typewright.naming.lock.choices import LockedName

SHOWN = 50
"""The number of names that are listed."""


@click.command()
@run_options
@click.option("--prune", is_flag=True, help="Forget the names of schemas that are gone.")
@click.option("--accept", is_flag=True, help="Let the NAMES given, or all, be what the description alone asks for.")
@click.argument("names", nargs=-1)
def command(invocation: Invocation, *, prune: bool, accept: bool, names: tuple[str, ...]) -> int:
    """Show the names that the lock keeps against the description, and those of removed schemas.

    With --accept or --prune only the lock is changed; 'typewright generate' applies the change.
    """
    from typewright.cli.locking import Change, change_lock

    if names and not accept:
        raise click.UsageError("names are given to --accept")
    change = change_lock(invocation, Change(prune, accept, names))
    if not (prune or accept):
        _show(change.held, [f"{name} ({entry})" for entry, name in change.gone.items()])
        return ExitCode.CLEAN
    if accept and not change.held:
        echo("no name differs from what the description asks for")
    for entry in change.held if accept else ():
        echo(f"{entry.language}: {entry.name} -> {entry.natural}")
    if prune:
        echo(f"{len(change.gone):,} names of what is gone are forgotten")
    if change.written:
        echo(f"run '{invocation.command('generate')}' to follow the lock")
    return ExitCode.CLEAN


def _show(held: Sequence[LockedName], gone: Sequence[str]) -> None:
    echo(f"{len(held):,} names are kept against the description")
    echo(
        "\n".join(
            listed(
                [f"  {entry.language} {entry.scope} {entry.id}: {entry.name}, not {entry.natural}" for entry in held],
                SHOWN,
            )
        )
    )
    echo(f"{len(gone):,} names are of schemas that are gone")
    echo("\n".join(listed([f"  {entry}" for entry in gone], SHOWN)))
