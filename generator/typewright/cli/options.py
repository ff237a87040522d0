"""The options that `generate` and `check` share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from typewright.cli.invocation import Invocation

_PATH = click.Path(path_type=Path, readable=False)
_OPTIONS = (
    click.option("--config", type=_PATH, metavar="FILE", help="Configuration; typewright.yaml without it."),
    click.option("--spec", type=_PATH, metavar="FILE", help="OpenAPI description, instead of a configuration."),
    click.option("--out", type=_PATH, metavar="DIR", help="Output folder; 'generated' without it."),
    click.option("--target", "targets", multiple=True, metavar="LANGUAGE", help="Language; all of them without it."),
    click.option("--package", metavar="NAME", help="Package name; from the API's title without it."),
    click.option("--formatter", metavar="NAME", help="What lays out code: ruff, black or none."),
)


def run_options(command: Callable[..., int]) -> Callable[..., int]:
    """Add the shared options to a command.

    The command is called with an `Invocation` instead of them, and with its own options.
    """

    @wraps(command)
    def called(
        config: Path | None,
        spec: Path | None,
        out: Path | None,
        targets: tuple[str, ...],
        package: str | None,
        formatter: str | None,
        **own: Any,
    ) -> int:
        """Collect the shared options in an invocation, and return the exit code of the command."""
        return command(
            Invocation(config=config, spec=spec, out=out, targets=targets, package=package, formatter=formatter), **own
        )

    for option in reversed(_OPTIONS):
        called = option(called)
    return called
