"""The results of proving: counts and failures."""

from __future__ import annotations

from msgspec import Struct, field

from typewright.base.errors import Location


class Failure(Struct, frozen=True):
    """A wrong example: its position on the page, the error, and the location in the description."""

    page: str
    line: int
    stage: str
    """What failed: `parse`, `value`, `check`, `run`, `compile` or `call`."""
    message: str
    pointer: str | None = None
    location: Location | None = None
    path: tuple[str | int, ...] = ()
    """The JSON names from the value on the line to the faulty part."""
    column: int = 0
    """The column, from 1; 0 if unknown."""

    def text(self) -> str:
        """Return the failure for a terminal: the position on the page first, then that in the description."""
        location = f"{self.page}:{self.line}:{self.column}" if self.column else f"{self.page}:{self.line}"
        lines = [f"{location}: {self.stage}: {self.message}"]
        if self.pointer is not None:
            lines.append(f"  = schema {self.pointer}")
        if self.location is not None:
            lines.append(f"  = at {self.location}")
        return "\n".join(lines)


class Counts(Struct):
    """The numbers of blocks of a language that reached each stage."""

    found: int = 0
    parsed: int = 0
    values: int = 0
    """Values that were validated against a schema."""
    checked: int = 0
    run: int = 0
    compiled: int = 0
    called: int = 0
    """Calls that were made against a mock of the description, which accepted them, and whose code ran to its end."""
    failed: int = 0
    """Blocks with at least one failure."""


class Proof(Struct):
    """The result of a run: counts by language, failures in page order, and what was skipped, with reasons."""

    counts: dict[str, Counts] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    """What was not checked, with the reasons."""
    undone: dict[str, set[str]] = field(default_factory=dict)
    """The counts of each language that are meaningless because a stage was skipped."""
    notes: list[str] = field(default_factory=list)
    """Hints that may explain failures."""
    habits: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The `reference_habits` and the style of values that keep pages with failures from holding, by page."""
    unsatisfiable: list[Failure] = field(default_factory=list)
    """Values that are invalid against schemas for which no valid value is known."""

    def sorted_failures(self) -> list[Failure]:
        """Return the failures by page and line."""
        return sorted(self.failures, key=lambda failure: (failure.page, failure.line, failure.stage, failure.message))

    def skip(self, language: str, reason: str, *counts: str) -> None:
        """Record why a stage was skipped, and which counts are therefore meaningless."""
        self.skipped.append(f"{language}: {reason}")
        self.undone.setdefault(language, set()).update(counts)

    @property
    def is_clean(self) -> bool:
        """Whether there are no failures."""
        return not self.failures
