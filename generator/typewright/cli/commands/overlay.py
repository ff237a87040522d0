"""`typewright overlay`: changes to the description of somebody else."""

from __future__ import annotations

from pathlib import Path

import click

from typewright.base.errors import ExitCode
from typewright.cli.output import echo

_FILE = click.Path(path_type=Path)


@click.group()
def command() -> None:
    """Apply or check OpenAPI overlays (versions 1.0 and 1.1)."""


@command.command()
@click.argument("overlays", type=_FILE, nargs=-1, required=True, metavar="OVERLAY...")
@click.option("--spec", type=_FILE, metavar="FILE", help="Description; what the first overlay extends without it.")
@click.option("--out", type=_FILE, metavar="FILE", help="Where the result goes, as YAML or JSON by its ending.")
def apply(overlays: tuple[Path, ...], spec: Path | None, out: Path | None) -> int:
    """Print the description after the overlays."""
    from typewright.cli.overlaying import applied, written

    text = written(applied(overlays, spec), out)
    if out is None:
        echo(text, nl=False)
    else:
        out.write_text(text, encoding="utf-8", newline="\n")
    return ExitCode.CLEAN


@command.command()
@click.argument("overlays", type=_FILE, nargs=-1, required=True, metavar="OVERLAY...")
@click.option("--spec", type=_FILE, metavar="FILE", help="Description; what the first overlay extends without it.")
def validate(overlays: tuple[Path, ...], spec: Path | None) -> int:
    """Report the faults of overlays: in their form and, with a description, in their actions."""
    from typewright.cli.overlaying import validated

    actions, warnings = validated(overlays, spec)
    echo(f"{actions:,} actions in {len(overlays):,} overlays are in order" + (", with warnings" if warnings else ""))
    return ExitCode.FINDINGS if warnings else ExitCode.CLEAN
