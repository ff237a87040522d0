"""`typewright examples`: print one example of an operation."""

from __future__ import annotations

import click

from typewright.base.errors import ExitCode
from typewright.cli.invocation import Invocation
from typewright.cli.options import run_options
from typewright.cli.output import echo


@click.command()
@run_options
@click.option("--operation", required=True, metavar="ID", help="An operationId, or a method and a path: 'GET /pets'.")
@click.option("--status", metavar="CODE", help="Show the response of this status instead of the request.")
@click.option("--format", "form", default="json", metavar="FORM", help="json, yaml, curl, or the name of a target.")
def command(invocation: Invocation, *, operation: str, status: str | None, form: str) -> int:
    """Print the request of an operation or, with --status, one of its responses.

    A request with parameters is, as JSON or YAML, an object with the parameters by location and the body.
    """
    from typewright.cli.sampling import example

    echo(example(invocation, operation, status, form))
    return ExitCode.CLEAN
