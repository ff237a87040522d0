"""`.typewrightignore`: patterns of files in the output folder that belong to the user, as in `.gitignore`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from typewright.base.errors import Diagnostic, Location, UsageError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

NAME = ".typewrightignore"


class Ignore(NamedTuple):
    """The patterns of an ignore file, and the path of the output folder relative to it."""

    patterns: GitIgnoreSpec | None = None
    start: str = ""

    def is_hidden(self, path: str) -> bool:
        """Return whether a file, by its path in the output folder, belongs to the user."""
        return self.patterns is not None and self.patterns.match_file(f"{self.start}{path}")


NOTHING = Ignore()


def read_ignore(folder: Path, output: Path) -> Ignore:
    """Return the patterns of the ignore file in `folder` for files below `output`; no patterns without such a file.

    Raises UsageError if it cannot be read, or holds an invalid pattern.
    """
    file = folder / NAME
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return NOTHING
    except (OSError, UnicodeDecodeError) as fault:
        raise _fault(file, 1, f"cannot read it: {str(getattr(fault, 'strerror', None) or fault).lower()}") from fault
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - only where the file is there

    try:
        patterns = GitIgnoreSpec.from_lines(lines)
    except ValueError as fault:
        number = next((number for number, line in enumerate(lines, start=1) if line.strip() in ("!", "/")), 1)
        raise _fault(file, number, f"{lines[number - 1]!r} is no pattern") from fault
    start = Path(os.path.relpath(output, folder)).as_posix()
    return Ignore(patterns, "" if start == "." else f"{start}/")


def _fault(file: Path, line: int, reason: str) -> UsageError:
    location = Location(file.as_posix(), line, 1)
    advice = "write a pattern a line, as in a .gitignore"
    return UsageError([Diagnostic("E012", f"the ignore file cannot be used: {reason}", location=location, help=advice)])
