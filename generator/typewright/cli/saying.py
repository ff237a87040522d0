"""The one place that prints: whatever a command says goes through here, so that no text directs a terminal."""

from __future__ import annotations

import click

from typewright.base.printing import visible_lines


def say(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Print lines to stdout, or to stderr; `nl` ends them with a line break. See `typewright.base.printing`."""
    click.echo(visible_lines(text), err=err, nl=nl)
