"""`typewright release`: the next version of the packages, their changelog, and the packages themselves."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("old", required=False)
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Configuration, whose version is raised; typewright.yaml without it.",
)
@click.option(
    "--changelog",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Changelog; CHANGELOG.md beside the configuration without it.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
def command(old: str | None, config: Path | None, changelog: Path | None, *, dry_run: bool) -> int:
    """Raise the version by the changes since OLD, and write changelog and packages.

    OLD is the description of the last release: a file, or a file in a git revision (v1.2.0:spec/openapi.yaml). Without
    it, it is the description at the tag 'v' and the version of the configuration.
    """
    from typewright.cli.releasing import release

    return release(old, config, changelog, dry_run=dry_run)
