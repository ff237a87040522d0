"""What proving finds: counts and failures."""

from __future__ import annotations

from dataclasses import dataclass, field

from typewright.base.errors import Location


@dataclass(frozen=True, slots=True)
class Failure:
    """One example that is wrong: where it stands on its page, what is wrong, and what of the description is meant."""

    page: str
    line: int
    stage: str
    """What failed: `parse`, `value`, `check`, `run` or `compile`."""
    message: str
    pointer: str | None = None
    location: Location | None = None
    place: tuple[str | int, ...] = ()
    """Names on the wire that lead on, within the line, to the part that is meant."""

    def text(self) -> str:
        """Return the failure for a terminal: the page's place first, the description's on lines below."""
        lines = [f"{self.page}:{self.line}: {self.stage}: {self.message}"]
        if self.pointer is not None:
            lines.append(f"  = schema {self.pointer}")
        if self.location is not None:
            lines.append(f"  = at {self.location}")
        return "\n".join(lines)


@dataclass(slots=True)
class Counts:
    """How many blocks of one language came how far."""

    found: int = 0
    parsed: int = 0
    values: int = 0
    """Values held against a schema."""
    checked: int = 0
    run: int = 0
    compiled: int = 0
    failed: int = 0
    """Blocks with at least one failure."""


@dataclass(slots=True)
class Proof:
    """The outcome of a run: counts by language, failures in the order of pages, and what was left out and why."""

    counts: dict[str, Counts] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    """What was not looked at, and why."""
    undone: dict[str, set[str]] = field(default_factory=dict)
    """The counts of each language that stand for nothing, because something was skipped."""
    notes: list[str] = field(default_factory=list)
    """What may explain failures."""
    unsatisfiable: list[Failure] = field(default_factory=list)
    """Values that are refused by schemas for which no value is known."""

    def sorted_failures(self) -> list[Failure]:
        """Return the failures by page and line."""
        return sorted(self.failures, key=lambda failure: (failure.page, failure.line, failure.stage, failure.message))

    def skip(self, language: str, reason: str, *counts: str) -> None:
        """Take down why something is not done, and which counts it leaves without a meaning."""
        self.skipped.append(f"{language}: {reason}")
        self.undone.setdefault(language, set()).update(counts)

    @property
    def clean(self) -> bool:
        """Whether nothing failed."""
        return not self.failures
