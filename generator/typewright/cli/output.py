"""The only module that prints: all output of commands goes through it, so that no text controls a terminal."""

from __future__ import annotations

from collections.abc import Callable

import click

from typewright.base.printing import visible_lines


def echo(text: str, *, err: bool = False, nl: bool = True, colored: Callable[[str], str] | None = None) -> None:
    """Print lines to stdout, or to stderr; `nl` ends them with a line break. See `typewright.base.printing`.

    `colored` adds colours after all control sequences of texts are removed; click removes them if the stream is not a
    terminal, or the user wants none.
    """
    shown = visible_lines(text)
    click.echo(shown if colored is None else colored(shown), err=err, nl=nl)
