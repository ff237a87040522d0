"""`typewright watch`: generate again whenever an input of a run changes."""

from __future__ import annotations

import click

from typewright.base.errors import ExitCode
from typewright.cli.invocation import Invocation
from typewright.cli.options import cache_option, run_options
from typewright.cli.output import echo


@click.command()
@run_options
@cache_option
def command(invocation: Invocation) -> int:
    """Generate, and again after each change to the description, the configuration or a template; Ctrl-C ends it."""
    from typewright.cli.watching import changes_in, watch

    try:
        watch(invocation, changes_in)
    except KeyboardInterrupt:
        echo("no longer watching")
    return ExitCode.CLEAN
