"""`typewright init`: a commented configuration, from the description alone, or from that of another generator.

A JSON Schema is written beside it, with which editors complete and check it.
"""

from __future__ import annotations

import os
from pathlib import Path

import click

from typewright.base.errors import Diagnostic, ExitCode, UsageError
from typewright.cli.invocation import CONFIGURATION
from typewright.cli.output import echo

_PATH = click.Path(path_type=Path)
_USUAL = ("openapi.yaml", "openapi.yml", "openapi.json", "api.yaml", "swagger.yaml")


@click.command()
@click.option("--spec", type=_PATH, metavar="FILE", help="OpenAPI description; a usual place without it.")
@click.option("--from", "origin", type=_PATH, metavar="FILE", help="Another generator's configuration to be kept.")
@click.option("--package", metavar="NAME", help="Package name; from the API's title without it.")
@click.option("--config", type=_PATH, default=CONFIGURATION, metavar="FILE", help="What to write; typewright.yaml.")
@click.option("--force", is_flag=True, help="Replace a configuration that is already there.")
@click.option("--schema", "only_schema", is_flag=True, help="Write only the schema for editors, after an upgrade.")
def command(
    spec: Path | None, origin: Path | None, package: str | None, config: Path, *, force: bool, only_schema: bool
) -> int:
    """Write typewright.yaml, and a schema for editors, without questions."""
    if only_schema:
        echo(f"wrote {_write_schema(config).as_posix()}")
        return ExitCode.CLEAN
    if config.exists() and not force:
        message = f"'{config.as_posix()}' is already there"
        raise UsageError([Diagnostic("E001", message, help="edit it, or replace it with --force")])
    if origin is None:
        found = spec or _usual_description()
        from typewright.config.initial import initial_configuration
        from typewright.targets.finding import DefaultOptions

        path = Path(os.path.relpath(found, config.parent)).as_posix()
        text = initial_configuration(path, package, DefaultOptions())
        config.write_text(text, encoding="utf-8", newline="\n")
    else:
        from typewright.cli.translating import translate_configuration

        translate_configuration(origin, spec, _usual_description, config)
    _write_schema(config)
    echo(f"wrote {config.as_posix()}; next: typewright generate")
    return ExitCode.CLEAN


def _write_schema(config: Path) -> Path:
    """Write the schema for editors beside the configuration; return its path."""
    import json

    from typewright.config.schema import SCHEMA_FILE, configuration_schema
    from typewright.targets.finding import DefaultOptions

    path = config.with_name(SCHEMA_FILE)
    text = json.dumps(configuration_schema(DefaultOptions()), indent=2, ensure_ascii=False)
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")
    return path


def _usual_description() -> Path:
    """Return the first description among the usual paths. Raises UsageError if none of them exists."""
    candidates = [Path(folder) / name for folder in ("spec", ".", "api", "docs", "openapi") for name in _USUAL]
    for path in candidates:
        if path.is_file():
            return path
    raise UsageError([Diagnostic("E001", "there is no OpenAPI description in a usual place", help="add '--spec FILE'")])
