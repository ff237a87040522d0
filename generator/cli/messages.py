"""Diagnostics on stderr, with the lines of the files that they are about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import click

from generator.errors import Diagnostic, render


def print_diagnostics(diagnostics: Sequence[Diagnostic]) -> None:
    """Print `diagnostics` to stderr, nothing where there is none."""
    if diagnostics:
        click.echo(render(diagnostics, source_line), err=True)


def source_line(file: str, number: int) -> str | None:
    """Return line `number` (from 1) of `file` without its end, or None where it cannot be read."""
    lines = _lines(file)
    return lines[number - 1] if 0 < number <= len(lines) else None


@cache
def _lines(file: str) -> list[str]:
    from generator.errors import TypewrightError
    from generator.openapi.encoding import decode

    try:
        content = Path(file).read_bytes()
    except OSError:
        return []
    try:
        text = decode(content, file)
    except TypewrightError:
        text = content.decode("utf-8", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
