"""Maintenance of one section in a changelog whose other sections are written by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from typewright.changes.report import escaped

_END = "<!-- end of typewright diff -->"
_TITLE = re.compile(r"##[ \t]+\[?v?([^\s\](]+)")


def with_section(changelog: str, version: str, section: str, since: str) -> str:
    """Return a changelog with `section` under the heading of `version`.

    `since` identifies a comparison: the digest of the old description. An existing section of the version is used,
    whoever wrote it (also as `## [1.2.0] - 2026-01-31`); a new one is inserted before the first. Where `section` is
    empty, only the text of an earlier run is removed.
    """
    begin = f"<!-- typewright diff: {_in_comment(version)} since {since[:12]} -->"
    block = f"{begin}\n\n{section}\n\n{_END}" if section else ""
    before, _, found = changelog.partition(begin)
    _, is_ended, after = found.partition(_END)
    if is_ended:
        return before + (block + after if block else after.lstrip("\r\n"))
    return _with_new(changelog, version, block) if block else changelog


def _with_new(changelog: str, version: str, block: str) -> str:
    lines = changelog.splitlines(keepends=True)
    for number in _headings(lines):
        if _is_heading_of(lines[number], version):
            return _joined("".join(lines[: number + 1]), block, "".join(lines[number + 1 :]))
    first = next(_headings(lines), len(lines))
    start = "".join(lines[:first]).rstrip() or "# Changelog"
    return _joined(f"{start}\n\n## {escaped(version) or 'Unreleased'}", block, "".join(lines[first:]))


def _joined(start: str, block: str, rest: str) -> str:
    rest = rest.lstrip("\r\n")
    return f"{start.rstrip()}\n\n{block}\n" + (f"\n{rest}" if rest else "")


def _is_heading_of(line: str, version: str) -> bool:
    match = _TITLE.match(line)
    words = {version.lower().removeprefix("v"), escaped(version).lower().removeprefix("v")}
    return line.removeprefix("##").strip().lower() in words or (match is not None and match[1].lower() in words)


def _in_comment(text: str) -> str:
    """Return a text without character sequences that could end a comment."""
    return re.sub(r"[^\w.+]+", "-", text).strip("-")


def _headings(lines: Sequence[str]) -> Iterator[int]:
    """Yield the line numbers of section headings, those inside code fences excluded."""
    fenced = False
    for number, line in enumerate(lines):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        elif line.startswith("## ") and not fenced:
            yield number
