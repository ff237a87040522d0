"""The options that commands share: those of a run, and those about its messages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from typewright.base.errors import TargetError, TypewrightError
from typewright.cli.invocation import Invocation, file_or_url

_PATH = click.Path(path_type=Path, readable=False)


def _completed(names: Callable[[], Iterable[str]]) -> Callable[[click.Context, click.Parameter, str], list[str]]:
    """Return a completion function for click, which offers the `names` that begin with the typed text."""
    return lambda _context, _parameter, typed: [name for name in names() if name.startswith(typed)]


def _languages() -> Iterable[str]:
    from typewright.targets.finding import languages

    return languages()


_OPTIONS = (
    click.option("--config", type=_PATH, metavar="FILE", help="Configuration; typewright.yaml without it."),
    click.option("--spec", metavar="FILE", help="Description: a file, a URL, or - for standard input."),
    click.option("--out", type=_PATH, metavar="DIR", help="Output folder; 'generated' without it."),
    click.option(
        "--target",
        "targets",
        multiple=True,
        metavar="LANGUAGE",
        help="Language; all of them without it.",
        shell_complete=_completed(_languages),
    ),
    click.option("--package", metavar="NAME", help="Package name; from the API's title without it."),
    click.option(
        "--formatter",
        metavar="NAME",
        help="What lays out code: ruff, black or none.",
        shell_complete=_completed(lambda: ("ruff", "black", "none")),
    ),
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
        path, address = file_or_url(spec)
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


def cache_option(command: Callable[..., int]) -> Callable[..., int]:
    """Add the option `--no-cache` to a command whose first parameter is an `Invocation`, which receives it."""

    @click.option("--no-cache", is_flag=True, help="Make all files, whatever is known of those of the last run.")
    @wraps(command)
    def called(invocation: Invocation, *, no_cache: bool, **own: Any) -> int:
        """Call the command."""
        return command(invocation._replace(uses_cache=not no_cache), **own)

    return called


def message_options(command: Callable[..., int]) -> Callable[..., int]:
    """Add the options about messages to a command whose first parameter is an `Invocation`, which receives them.

    If an error ends the command, its messages are printed according to these options.
    """

    @click.option("--strict", is_flag=True, help="Warnings are errors: nothing is written before they are mended.")
    @click.option("--all", "all_messages", is_flag=True, help="Print all messages in full, not only the first ones.")
    @click.option("-q", "--quiet", is_flag=True, help="Print errors and findings only.")
    @click.option("-v", "--verbose", is_flag=True, help="Name each file that is written or removed.")
    @wraps(command)
    def called(
        invocation: Invocation, *, strict: bool, all_messages: bool, quiet: bool, verbose: bool, **own: Any
    ) -> int:
        """Call the command; return its exit code, or that of the error that ends it."""
        from typewright.cli.messages import print_diagnostics

        try:
            own_invocation = invocation._replace(strict=strict, all_messages=all_messages, quiet=quiet, verbose=verbose)
            return command(own_invocation, **own)
        except TargetError:
            raise
        except TypewrightError as fault:
            print_diagnostics(fault.diagnostics, whole=all_messages)
            return fault.exit_code

    return called
