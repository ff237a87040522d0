"""`typewright watch`: generate again whenever something changes that a run reads."""

from __future__ import annotations

import click

from generator.cli.invocation import Invocation
from generator.cli.options import run_options
from generator.errors import ExitCode


@click.command()
@run_options
def command(invocation: Invocation) -> int:
    """Generate, and again after each change to the description, the configuration or a template; Ctrl-C ends it."""
    from generator.cli.watching import changes_in, watch

    try:
        watch(invocation, changes_in)
    except KeyboardInterrupt:
        click.echo("no longer watching")
    return ExitCode.CLEAN
