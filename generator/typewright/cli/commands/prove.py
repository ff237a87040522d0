"""`typewright prove`: check all examples of the generated files by their schemas, their types and their execution."""

from __future__ import annotations

from pathlib import Path

import click

from typewright.base.errors import ExitCode
from typewright.cli.invocation import Invocation
from typewright.cli.options import run_options
from typewright.cli.output import echo

_FILE = click.Path(path_type=Path)


class _ProveCommand(click.Command):
    """A command with an option for each tool of a target; targets are imported when it is called, not when listed."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return the options, followed by those that name tools."""
        from typewright.targets.finding import DefaultOptions, target_named

        tools = [tool for language in DefaultOptions() for tool in target_named(language).tools.items()]
        named = [click.Option([f"--{tool}"], type=_FILE, metavar="FILE", help=text) for tool, text in tools]
        return [*super().get_params(ctx), *named]


@click.command(cls=_ProveCommand)
@run_options
@click.option("--all", "whole", is_flag=True, help="Print all failures and messages, not only the first ones.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help="How the proof is shown.")
def command(invocation: Invocation, *, whole: bool, form: str, **tools: Path | None) -> int:
    """Prove every example. Exits with 1 if one fails.

    The examples are those of the files in the output folder or, without one, of the files that would be generated.
    Values are validated against their schemas; code is checked by the tools of its language: parsed, type-checked,
    compiled, run. The arguments of calls are validated against their schemas, and the calls are made against a mock
    server of the description. The code of the pages is executed in separate processes.
    """
    from typewright.cli.messages import print_diagnostics
    from typewright.cli.proving import as_json, as_text, proved

    proof, diagnostics = proved(invocation, {tool: file for tool, file in tools.items() if file is not None})
    print_diagnostics(diagnostics, whole=whole)
    echo(as_json(proof) if form == "json" else as_text(proof, whole=whole))
    return ExitCode.CLEAN if proof.is_clean else ExitCode.FINDINGS
