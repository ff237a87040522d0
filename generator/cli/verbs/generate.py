"""`typewright generate`: write what the description asks for."""

from __future__ import annotations

import time
from pathlib import Path

import click

from generator.cli.invocation import Invocation
from generator.cli.options import run_options
from generator.errors import ExitCode


@click.command()
@run_options
@click.option("--overwrite", is_flag=True, help="Give up files of others that stand in the way.")
@click.option("--workspace", type=click.Path(path_type=Path), metavar="FILE", help="Many descriptions, side by side.")
@click.option("--executor", metavar="URL", help="With --workspace: dask://HOST:PORT instead of this machine's cores.")
@click.option("--report", type=click.Path(path_type=Path), metavar="FILE", help="With --workspace: results as JSON.")
def command(
    invocation: Invocation, *, overwrite: bool, workspace: Path | None, executor: str | None, report: Path | None
) -> int:
    """Write the models, docs and examples; files that are right stay as they are."""
    if workspace is not None:
        from generator.cli.workspace import generate_workspace

        return generate_workspace(workspace, executor, report)
    return _generate(invocation, overwrite=overwrite)


def _generate(invocation: Invocation, *, overwrite: bool) -> int:
    from generator.cli.messages import print_diagnostics
    from generator.cli.running import built, lock_for
    from generator.cli.wording import closing_line
    from generator.writing.current import remember
    from generator.writing.known import known_files
    from generator.writing.write import write_tree

    started = time.perf_counter()
    run = built(invocation)
    build, asked, previous = run.build, run.asked, run.previous
    print_diagnostics(build.diagnostics)
    lock = lock_for(build, asked)
    root, lock_path = build.config.output, asked.lock_path
    known = known_files(root, lock_path, previous, run.ignore)
    result = write_tree(build.tree, root, lock_path, previous, lock, overwrite=overwrite, known=known)
    remember(asked.lock_path, lock)
    click.echo(closing_line(result, time.perf_counter() - started))
    return ExitCode.CLEAN
