"""`typewright explain`: where a type, a method or a page comes from, and why it is called so."""

from __future__ import annotations

import click

from typewright.base.errors import ExitCode
from typewright.cli.invocation import Invocation
from typewright.cli.options import run_options
from typewright.cli.saying import say


@click.command()
@run_options
@click.argument("query", metavar="SYMBOL|PAGE")
def command(invocation: Invocation, *, query: str) -> int:
    """Say where a type, a method or a generated file comes from.

    Its place in the description, why it has its name, which template and view show it, and which overlay action had a
    part in it.
    """
    from typewright.cli.explaining import explanation

    say("\n".join(explanation(invocation, query)))
    return ExitCode.CLEAN
