"""The format of output lines that several commands share."""

from __future__ import annotations

import os
from collections.abc import Sequence

from typewright.base.errors import Location
from typewright.writing.written import Written


def closing_line(result: Written, seconds: float) -> str:
    """Return the summary of a run: files written, unchanged and removed, and the time."""
    return f"{result.written:,} written, {result.unchanged:,} unchanged, {result.removed:,} removed in {seconds:.2f} s"


def listed(lines: Sequence[str], limit: int) -> list[str]:
    """Return the first `limit` lines, and a line with the number of the others."""
    rest = len(lines) - limit
    return [*lines[:limit], f"… and {rest:,} more"] if rest > 0 else list(lines)


def in_workspace(file: str) -> str:
    """Return a path for an annotation of GitHub: relative to the checkout, independent of the working folder."""
    workspace, path = os.environ.get("GITHUB_WORKSPACE", ""), os.path.abspath(file)  # noqa: PTH100 - symbolic links are kept
    is_inside = bool(workspace) and path.startswith(os.path.join(workspace, ""))  # noqa: PTH118 - light to import
    return os.path.relpath(path, workspace).replace(os.sep, "/") if is_inside else file


def in_workspace_location(location: Location | None) -> Location | None:
    """Return a location with its file as annotations require it; None for None."""
    return location and location._replace(file=in_workspace(location.file))
