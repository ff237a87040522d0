"""`typewright explain`: where a type, a method or a page comes from, and why it is called so."""

from __future__ import annotations

import click

from typewright.base.errors import ExitCode
from typewright.cli.invocation import Invocation
from typewright.cli.options import run_options
from typewright.cli.saying import say


@click.command()
@run_options
@click.argument("query", metavar="SYMBOL|PAGE|CODE")
def command(invocation: Invocation, *, query: str) -> int:
    """Say where a type, a method or a generated file comes from, or what the code of a message means.

    Its place in the description, why it has its name, which template and view show it, and which overlay action had a
    part in it.
    """
    from typewright.cli.explaining import code_explanation, explanation

    say("\n".join(code_explanation(query) or explanation(invocation, query)))
    return ExitCode.CLEAN
