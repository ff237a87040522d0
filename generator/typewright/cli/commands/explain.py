"""`typewright explain`: the origin of a type, a method or a page, and the reason for its name."""

from __future__ import annotations

import click

from typewright.base.errors import ExitCode
from typewright.cli.invocation import Invocation
from typewright.cli.options import run_options
from typewright.cli.output import echo


@click.command()
@run_options
@click.argument("query", metavar="SYMBOL|PAGE|CODE")
def command(invocation: Invocation, *, query: str) -> int:
    """Explain the origin of a type, a method or a generated file, or the code of a message.

    Shows its location in the description, the reason for its name, its template and view, and the overlay actions that
    changed it.
    """
    from typewright.cli.explaining import code_explanation, explanation

    echo("\n".join(code_explanation(query) or explanation(invocation, query)))
    return ExitCode.CLEAN
