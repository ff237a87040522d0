"""`typewright code-samples`: write the calls of all operations as an overlay of the description."""

from __future__ import annotations

from pathlib import Path

import click

from typewright.base.errors import ExitCode
from typewright.cli.invocation import Invocation
from typewright.cli.output import echo

_FILE = click.Path(path_type=Path)


@click.command()
@click.option("--config", type=_FILE, metavar="FILE", help="Configuration; typewright.yaml without it.")
@click.option("--spec", type=_FILE, metavar="FILE", help="OpenAPI description, instead of a configuration.")
@click.option("--target", "targets", multiple=True, metavar="LANGUAGE", help="Language; all of them without it.")
@click.option("--package", metavar="NAME", help="Package name; from the API's title without it.")
@click.option("--out", type=_FILE, metavar="FILE", help="Where the overlay goes; printed without it.")
def command(
    config: Path | None, spec: Path | None, targets: tuple[str, ...], package: str | None, out: Path | None
) -> int:
    """Write an OpenAPI Overlay (1.0.0) that gives each operation `x-codeSamples`, one for each target."""
    from typewright.cli.sampling import samples_overlay

    text = samples_overlay(Invocation(config=config, spec=spec, out=None, targets=targets, package=package), out)
    if out is None:
        echo(text, nl=False)
    else:
        out.write_text(text, encoding="utf-8", newline="\n")
    return ExitCode.CLEAN
