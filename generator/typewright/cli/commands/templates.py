"""`typewright templates`: list, eject and compare the built-in templates."""

from __future__ import annotations

from pathlib import Path

import click

from typewright.base.errors import Diagnostic, ExitCode, UsageError
from typewright.cli.output import echo

_FILE = click.Path(path_type=Path)
_CONFIG = click.option("--config", type=_FILE, metavar="FILE", help="Configuration; typewright.yaml without it.")
_FOLDER = click.option(
    "--into", type=_FILE, metavar="DIR", help="Template folder; that of the configuration without it."
)
DEFAULT_FOLDER = Path("templates")


@click.group()
def command() -> None:
    """List the built-in templates, eject one, show what has changed since."""


@command.command("list")
@_CONFIG
@_FOLDER
def list_(config: Path | None, into: Path | None) -> int:
    """List every template with its blocks; your own are marked."""
    from typewright.rendering.ejecting import builtin_templates, overrides_in, parts_of

    folder = into or _configured(config)
    mine = {override.path for override in overrides_in(folder)} if folder is not None and folder.is_dir() else set()
    templates = builtin_templates()
    for path, text in templates.items():
        blocks = ", ".join(parts_of(text).blocks)
        echo(f"{'*' if path in mine else ' '} {path}{f'  ({blocks})' if blocks else ''}")
    for path in sorted(mine - templates.keys()):
        echo(f"? {path}  (there is no such template: nothing uses it)")
    return ExitCode.CLEAN


@command.command()
@click.argument("path")
@click.option("--block", metavar="NAME", help="Take over one block; the rest stays built in.")
@click.option("--force", is_flag=True, help="Replace a template of yours that is already there.")
@_CONFIG
@_FOLDER
def eject(path: str, block: str | None, config: Path | None, into: Path | None, *, force: bool) -> int:
    """Copy a template, or a frame for one block of it, into your template folder."""
    from typewright.rendering.ejecting import eject as ejected

    configured = _configured(config)
    folder = into or configured or DEFAULT_FOLDER
    echo(f"wrote {ejected(path, block, folder, force=force).as_posix()}")
    if configured is None:
        echo(f"add 'templates: {folder.as_posix()}' to the configuration, so that it is used")
    return ExitCode.CLEAN


@command.command()
@_CONFIG
@_FOLDER
def diff(config: Path | None, into: Path | None) -> int:
    """Show how the built-in templates have changed since you ejected them. Exits with 1 if they have."""
    from typewright.rendering.ejecting import overrides_in

    folder = into or _configured(config)
    if folder is None or not folder.is_dir():
        advice = "name it with '--into DIR', or as 'templates: DIR' in the configuration"
        raise UsageError([Diagnostic("E001", "there is no folder with templates of yours", help=advice)])
    overrides = overrides_in(folder)
    drifted = [override for override in overrides if override.has_drifted]
    for override in drifted:
        echo("\n".join(override.drift()))
    unused = [override.path for override in overrides if override.builtin is None]
    for path in unused:
        echo(f"'{path}' takes the place of no template: nothing uses it")
    own = "1 template is" if len(overrides) == 1 else f"{len(overrides):,} templates are"
    echo(f"{own} yours, {len(drifted):,} {'has' if len(drifted) == 1 else 'have'} changed since")
    return ExitCode.FINDINGS if drifted or unused else ExitCode.CLEAN


def _configured(config: Path | None) -> Path | None:
    """Return the template folder of the configuration, if it has one."""
    from typewright.cli.configuration import configuration
    from typewright.cli.invocation import CONFIGURATION, Invocation

    if config is None and not CONFIGURATION.is_file():
        return None
    return configuration(Invocation(config=config), needs_templates=False).templates
