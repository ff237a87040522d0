"""The one place that prints: whatever a command says goes through here, so that no text directs a terminal."""

from __future__ import annotations

from collections.abc import Callable

import click

from typewright.base.printing import visible_lines


def say(text: str, *, err: bool = False, nl: bool = True, colored: Callable[[str], str] | None = None) -> None:
    """Print lines to stdout, or to stderr; `nl` ends them with a line break. See `typewright.base.printing`.

    `colored` adds colours of ours, after all that a text could direct a terminal with is gone; click takes them out
    where the stream is no terminal, or the user wants none.
    """
    shown = visible_lines(text)
    click.echo(shown if colored is None else colored(shown), err=err, nl=nl)
