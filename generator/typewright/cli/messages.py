"""Diagnostics on stderr, with the lines of their files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from typewright.base.errors import SHOWN_IN_FULL, Diagnostic, Severity, TypewrightError, render
from typewright.cli.colors import colored_diagnostics
from typewright.cli.output import echo


def print_diagnostics(diagnostics: Sequence[Diagnostic], *, whole: bool = False) -> None:
    """Print `diagnostics` to stderr, in full with `whole`, else only the first ones; then what explains the errors."""
    if diagnostics:
        limit = len(diagnostics) if whole else SHOWN_IN_FULL
        echo(render(diagnostics, line_reader(), limit=limit), err=True, colored=colored_diagnostics)
        hint = explanation_hint(diagnostics[:limit])
        if hint:
            echo(f"\n{hint}", err=True)


def explanation_hint(diagnostics: Iterable[Diagnostic]) -> str:
    """Return the command that explains the code of the first error about a file; empty without such an error."""
    errors = (found for found in diagnostics if found.severity is Severity.ERROR and found.location is not None)
    first = next(errors, None)
    return "" if first is None else f"'typewright explain {first.code}' says what {first.code} means."


def line_reader() -> Callable[[str, int], str | None]:
    """Return a function that returns line `number` (from 1) of a file, or None, and reads each file once."""
    files: dict[str, list[str]] = {}

    def source_line(file: str, number: int) -> str | None:
        """Return a line of a file by its number from 1; None past its end or if the file cannot be read."""
        if file not in files:
            files[file] = _lines(file)
        lines = files[file]
        return lines[number - 1] if 0 < number <= len(lines) else None

    return source_line


def _lines(file: str) -> list[str]:
    from typewright.openapi.files.encoding import decode

    try:
        content = Path(file).read_bytes()
    except OSError:
        return []
    try:
        text = decode(content, file)
    except TypewrightError:
        text = content.decode("utf-8", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
