"""`typewright prove`: hold every example of the generated files against its schema, its types and its execution."""

from __future__ import annotations

from pathlib import Path

import click

from typewright.base.errors import ExitCode
from typewright.cli.invocation import Invocation
from typewright.cli.options import run_options


@click.command()
@run_options
@click.option(
    "--tsc", type=click.Path(path_type=Path), metavar="FILE", help="TypeScript compiler; searched without it."
)
@click.option("--all", "whole", is_flag=True, help="Print all failures, not only the first ones.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help="How the proof is shown.")
def command(invocation: Invocation, *, tsc: Path | None, whole: bool, form: str) -> int:
    """Prove every example; 1 is returned where one fails.

    Looked at are the files in the output folder or, where there is none, those that would be generated. Values are
    held against their schemas; Python is parsed, type-checked by mypy and run; TypeScript is compiled as one program.
    Code that calls a client is parsed, and its arguments are held against their schemas. Running means that the code
    of the pages is executed, in a process of its own.
    """
    from typewright.cli.messages import print_diagnostics
    from typewright.cli.proving import as_json, as_text, proved

    proof, diagnostics = proved(invocation, tsc)
    print_diagnostics(diagnostics)
    click.echo(as_json(proof) if form == "json" else as_text(proof, whole=whole))
    return ExitCode.CLEAN if proof.clean else ExitCode.FINDINGS
