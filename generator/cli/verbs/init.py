"""`typewright init`: a commented configuration, from nothing but the description, or from a `gen.yaml`."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.invocation import CONFIGURATION
from generator.errors import Diagnostic, ExitCode, SpecError, UsageError

_PATH = click.Path(path_type=Path)
_USUAL = ("openapi.yaml", "openapi.yml", "openapi.json", "api.yaml", "swagger.yaml")


@click.command()
@click.option("--spec", type=_PATH, metavar="FILE", help="OpenAPI description; a usual place without it.")
@click.option("--from", "gen", type=_PATH, metavar="FILE", help="A gen.yaml whose names and pages are to be kept.")
@click.option("--package", metavar="NAME", help="Package name; from the API's title without it.")
@click.option("--config", type=_PATH, default=CONFIGURATION, metavar="FILE", help="What to write; typewright.yaml.")
@click.option("--force", is_flag=True, help="Replace a configuration that is already there.")
def command(spec: Path | None, gen: Path | None, package: str | None, config: Path, *, force: bool) -> int:
    """Write typewright.yaml; nothing is asked."""
    if config.exists() and not force:
        message = f"'{config.as_posix()}' is already there"
        raise UsageError([Diagnostic("E001", message, help="edit it, or replace it with --force")])
    found = spec or _usual_place()
    if gen is None:
        from generator.config_text import plain_configuration

        config.write_text(plain_configuration(found.as_posix(), package))
    else:
        _translate(gen, found, config)
    click.echo(f"wrote {config.as_posix()}; next: typewright generate")
    return ExitCode.CLEAN


def _usual_place() -> Path:
    """Return the first description in a usual place. Raises UsageError where there is none."""
    places = [Path(folder) / name for folder in ("spec", ".", "api", "docs", "openapi") for name in _USUAL]
    for place in places:
        if place.is_file():
            return place
    raise UsageError([Diagnostic("E001", "there is no OpenAPI description in a usual place", help="add '--spec FILE'")])


def _translate(gen: Path, spec: Path, config: Path) -> None:
    """Write the configuration that keeps a `gen.yaml`'s names and pages, and list what of it has no effect here."""
    from generator.config_from_gen import translate
    from generator.config_text import translated_configuration
    from generator.openapi.source import read_source

    if not gen.is_file():
        raise UsageError([Diagnostic("E001", f"there is no file '{gen.as_posix()}'", help="name a gen.yaml")])
    try:
        source = read_source(gen, gen.as_posix())
    except SpecError as fault:
        raise UsageError(fault.diagnostics) from fault
    if not isinstance(source.value, dict):
        message = f"'{gen.as_posix()}' holds no options"
        raise UsageError([Diagnostic("E001", message, location=source.locate("#"), help="name a gen.yaml")])
    translation = translate(source.value, spec.as_posix())
    if not translation.options["targets"]:
        message = f"'{gen.as_posix()}' names neither typescript nor python"
        raise UsageError([Diagnostic("E001", message, help="name the gen.yaml of one of these languages")])
    config.write_text(translated_configuration(translation, gen.as_posix()))
    if translation.unused:
        click.echo("without an effect here:")
        click.echo("\n".join(f"  {path}" for path in translation.unused))
