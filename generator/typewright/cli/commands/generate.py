"""`typewright generate`: write the models, clients, docs and examples of a description."""

from __future__ import annotations

from pathlib import Path

import click

from typewright.cli.invocation import Invocation
from typewright.cli.options import cache_option, message_options, run_options

FORMATS = ("text", "json")


@click.command()
@run_options
@cache_option
@message_options
@click.option("--overwrite", is_flag=True, help="Give up files of others that stand in the way.")
@click.option("--refresh", is_flag=True, help="Take URLs as they are now, whatever the last run found there.")
@click.option("--diff", "show_edits", is_flag=True, help="Print what files held that were edited by hand, as a diff.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How is said what was done.")
@click.option("--workspace", type=click.Path(path_type=Path), metavar="FILE", help="Many descriptions, side by side.")
@click.option("--executor", metavar="URL", help="With --workspace: dask://HOST:PORT instead of this machine's cores.")
@click.option("--report", type=click.Path(path_type=Path), metavar="FILE", help="With --workspace: results as JSON.")
def command(
    invocation: Invocation,
    *,
    form: str,
    workspace: Path | None,
    executor: str | None,
    report: Path | None,
    **choices: bool,
) -> int:
    """Write the models, docs and examples; files that are right stay as they are."""
    if workspace is not None:
        from typewright.cli.workspaces import generate_workspace

        return generate_workspace(workspace, executor, report)
    from typewright.cli.running import generate

    return generate(invocation, as_json=form == "json", **choices)
