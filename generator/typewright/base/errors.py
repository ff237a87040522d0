"""What the user is told when something is wrong: locations, diagnostics, exceptions and their text.

Knows nothing of click, of OpenAPI or of any target language. The layout of a message, the severities and the
exit codes are documented in `docs/errors.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum
from typing import NoReturn

SHOWN_IN_FULL = 10
"""How many diagnostics are printed in full; the rest is counted."""


class ExitCode(IntEnum):
    """Exit status of every verb of the command line."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    SPEC = 3
    BUG = 4
    TARGET = 5


class Severity(Enum):
    """How bad a diagnostic is, from worst to mildest."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a source file. Lines and columns count from 1; `length` is the marked width in characters."""

    file: str
    line: int
    column: int
    length: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding about a spec or a configuration.

    `code` is stable (`E103`, `W201`); `pointer` is the JSON pointer, with `#` in front, of what is wrong;
    `help` says what to do.
    """

    code: str
    message: str
    severity: Severity = Severity.ERROR
    location: Location | None = None
    pointer: str | None = None
    help: str | None = None


class TypewrightError(Exception):
    """Base of the errors that a user can mend; holds at least one diagnostic."""

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
    """A target of another package fails, or cannot be used (exit code 5); `traceback` is empty where none helps."""

    exit_code = ExitCode.TARGET

    def __init__(self, diagnostics: Iterable[Diagnostic], traceback: str = "") -> None:
        super().__init__(diagnostics)
        self.traceback = traceback

    def __reduce__(self) -> tuple[type[TypewrightError], tuple[object, ...]]:
        return type(self), (self.diagnostics, self.traceback)


def unreachable(value: NoReturn) -> NoReturn:
    """Mark the end of an exhaustive `match`; a type checker proves that it is never called."""
    raise AssertionError(f"not handled: {value!r}")


def render(
    diagnostics: Sequence[Diagnostic],
    source_line: Callable[[str, int], str | None],
    *,
    limit: int = SHOWN_IN_FULL,
) -> str:
    """Return the text of `diagnostics`, each with its source excerpt, at most `limit` in full.

    `source_line(file, line)` returns a line's text without its line end, or None where it cannot be read.
    """
    blocks = [_block(diagnostic, source_line) for diagnostic in diagnostics[:limit]]
    left = len(diagnostics) - limit
    if left > 0:
        blocks.append(f"… and {left} more")
    return "\n\n".join(blocks)


def _block(diagnostic: Diagnostic, source_line: Callable[[str, int], str | None]) -> str:
    head = f"{diagnostic.severity.value}[{diagnostic.code}]: {visible(diagnostic.message)}"
    location = diagnostic.location
    if location is None:
        lines, gutter = [head], " " * 2
    else:
        number = str(location.line)
        gutter = " " * (len(number) + 1)
        lines = [f"{location}: {head}", *_excerpt(location, number, gutter, source_line)]
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


def visible(text: str) -> str:
    """Return a text for a terminal or the log of a workflow: on one line, and nothing in it that directs either."""
    return "".join(char if char.isprintable() else "�" for char in text)
