"""The options that commands share: those of a run, and those about its messages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import Any

import click

from typewright.base.errors import TargetError, TypewrightError
from typewright.cli.invocation import Invocation, place_of

_PATH = click.Path(path_type=Path, readable=False)
_OPTIONS = (
    click.option("--config", type=_PATH, metavar="FILE", help="Configuration; typewright.yaml without it."),
    click.option("--spec", metavar="FILE", help="Description: a file, a URL, or - for standard input."),
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
        spec: str | None,
        out: Path | None,
        targets: tuple[str, ...],
        package: str | None,
        formatter: str | None,
        **own: Any,
    ) -> int:
        """Collect the shared options in an invocation, and return the exit code of the command."""
        path, address = place_of(spec)
        invocation = Invocation(
            config=config,
            spec=path,
            address=address,
            out=out,
            targets=targets,
            package=package,
            formatter=formatter,
        )
        return command(invocation, **own)

    for option in reversed(_OPTIONS):
        called = option(called)
    return called


def message_options(command: Callable[..., int]) -> Callable[..., int]:
    """Add the options about messages to a command that takes an `Invocation` first, which gets them.

    Where an error ends it, its messages are printed as they ask for.
    """

    @click.option("--strict", is_flag=True, help="Warnings are errors: nothing is written before they are mended.")
    @click.option("--all", "all_messages", is_flag=True, help="Print all messages in full, not only the first ones.")
    @wraps(command)
    def called(invocation: Invocation, *, strict: bool, all_messages: bool, **own: Any) -> int:
        """Call the command; return its exit code, or that of the error that ends it."""
        from typewright.cli.messages import print_diagnostics

        try:
            return command(replace(invocation, strict=strict, all_messages=all_messages), **own)
        except TargetError:
            raise
        except TypewrightError as fault:
            print_diagnostics(fault.diagnostics, whole=all_messages)
            return fault.exit_code

    return called
