"""Errors that are reported to the user: locations, diagnostics, exceptions, and how they are rendered.

It is independent of click, OpenAPI and target languages. The layout of a message, the severities and the exit codes are
documented in `docs/errors.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import Enum, IntEnum
from typing import NamedTuple, NoReturn

from typewright.base.printing import visible

SHOWN_IN_FULL = 10
"""The number of diagnostics that are printed in full; the others are only counted."""


class ExitCode(IntEnum):
    """The exit status of every command."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    SPEC = 3
    BUG = 4
    TARGET = 5


class Severity(Enum):
    """The severity of a diagnostic, most severe first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Location(NamedTuple):
    """A range on one line of a source file. Line and column count from 1; `length` is in characters."""

    file: str
    line: int
    column: int
    length: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Diagnostic(NamedTuple):
    """A finding about a description, a configuration or the command line.

    `code` is a stable identifier (`E103`, `W201`); `pointer` is the JSON pointer of the faulty value, as a URI fragment
    (`#/…`); `help` says what to do.
    """

    code: str
    message: str
    severity: Severity = Severity.ERROR
    location: Location | None = None
    pointer: str | None = None
    help: str | None = None


class TypewrightError(Exception):
    """Base class of the errors that a user can correct, with at least one diagnostic."""

    exit_code = ExitCode.SPEC

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics: tuple[Diagnostic, ...] = tuple(diagnostics)
        super().__init__("; ".join(diagnostic.message for diagnostic in self.diagnostics))

    def __reduce__(self) -> tuple[type[TypewrightError], tuple[object, ...]]:
        return type(self), (self.diagnostics,)


class SpecError(TypewrightError):
    """The description cannot be read or is invalid (exit code 3)."""

    exit_code = ExitCode.SPEC


class UsageError(TypewrightError):
    """The command line or the configuration is wrong (exit code 2)."""

    exit_code = ExitCode.USAGE


class TargetError(TypewrightError):
    """A target of another package fails or cannot be used (exit code 5). `traceback` is empty if it would not help."""

    exit_code = ExitCode.TARGET

    def __init__(self, diagnostics: Iterable[Diagnostic], traceback: str = "") -> None:
        super().__init__(diagnostics)
        self.traceback = traceback

    def __reduce__(self) -> tuple[type[TypewrightError], tuple[object, ...]]:
        return type(self), (self.diagnostics, self.traceback)


def unreachable(value: NoReturn) -> NoReturn:
    """Mark the end of an exhaustive `match`. A type checker proves that it is never called; raises AssertionError."""
    raise AssertionError(f"not handled: {value!r}")


def render(
    diagnostics: Sequence[Diagnostic],
    source_line: Callable[[str, int], str | None],
    *,
    limit: int = SHOWN_IN_FULL,
) -> str:
    """Return the text of the first `limit` diagnostics with excerpts of their sources, and the number of the others.

    `source_line(file, line)` returns the text of a line without its line end, or None if it cannot be read.
    """
    blocks = [_block(diagnostic, source_line) for diagnostic in diagnostics[:limit]]
    omitted = len(diagnostics) - limit
    if omitted > 0:
        blocks.append(f"… and {omitted} more")
    return "\n\n".join(blocks)


def _block(diagnostic: Diagnostic, source_line: Callable[[str, int], str | None]) -> str:
    summary = f"{diagnostic.severity.value}[{diagnostic.code}]: {visible(diagnostic.message)}"
    location = diagnostic.location
    if location is None:
        lines, gutter = [summary], " " * 2
    else:
        number = str(location.line)
        gutter = " " * (len(number) + 1)
        lines = [f"{visible(str(location))}: {summary}", *_excerpt(location, number, gutter, source_line)]
    if diagnostic.pointer is not None:
        lines.append(f"{gutter}= at {visible(diagnostic.pointer)}")
    if diagnostic.help is not None:
        lines.append(f"{gutter}= help: {visible(diagnostic.help)}")
    return "\n".join(lines)


def _excerpt(location: Location, number: str, gutter: str, source_line: Callable[[str, int], str | None]) -> list[str]:
    text = source_line(location.file, location.line)
    if text is None:
        return []
    start = location.column - 1
    offset = max(0, start - 80)
    shown = visible(text.replace("\t", " ")[offset : offset + 160])
    width = max(1, min(location.length, len(shown) - (start - offset)))
    return [f"{gutter}|", f"{number} | {shown}", f"{gutter}| {' ' * (start - offset)}{'^' * width}"]
