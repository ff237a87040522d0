"""`typewright mock`: serve a description on loopback, validate requests, and respond with examples."""

from __future__ import annotations

from pathlib import Path

import click

from typewright.base.errors import ExitCode
from typewright.cli.invocation import Invocation
from typewright.cli.options import run_options


@click.command()
@run_options
@click.option("--port", type=click.IntRange(0, 65535), default=4010, show_default=True, help="0 takes a free one.")
@click.option("--log", type=click.Path(path_type=Path), metavar="FILE", help="Append each request as a line of JSON.")
@click.option("--quiet", is_flag=True, help="Print refused requests only.")
def command(invocation: Invocation, *, port: int, log: Path | None, quiet: bool) -> int:
    """Serve the description on 127.0.0.1 until Ctrl-C.

    Each request is validated against the description: its path, its parameters, its body, its credentials. A valid one
    gets the example that the pages show; an invalid one gets 400, 401, 404 or 405 and the reasons, which are printed,
    too. 'Prefer: code=404' requests the response of another status, 'Prefer: example=NAME' another example.
    """
    from typewright.cli.mocking import run_mock

    run_mock(invocation, port, log, quiet=quiet)
    return ExitCode.CLEAN
