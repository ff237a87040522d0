"""Maintenance of one section in a changelog whose other sections are written by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from typewright.changes.report import escape_markdown

_END = "<!-- end of typewright diff -->"
_TITLE = re.compile(r"##[ \t]+\[?v?([^\s\](]+)")


def with_section(changelog: str, version: str, section: str, since: str) -> str:
    """Return a changelog with `section` under the heading of `version`.

    `since` identifies the comparison: it is the digest of the old description. An existing section of the version (also
    `## [1.2.0] - 2026-01-31`) is used, else a new one is inserted before the first. If `section` is empty, the text of
    an earlier run is removed.
    """
    begin = f"<!-- typewright diff: {_in_comment(version)} since {since[:12]} -->"
    block = f"{begin}\n\n{section}\n\n{_END}" if section else ""
    before, _, rest_with_block = changelog.partition(begin)
    _, is_ended, after = rest_with_block.partition(_END)
    if is_ended:
        return before + (block + after if block else after.lstrip("\r\n"))
    return _insert_section(changelog, version, block) if block else changelog


def _insert_section(changelog: str, version: str, block: str) -> str:
    lines = changelog.splitlines(keepends=True)
    for number in _headings(lines):
        if _is_heading_of(lines[number], version):
            return _join_blocks("".join(lines[: number + 1]), block, "".join(lines[number + 1 :]))
    first = next(_headings(lines), len(lines))
    start = "".join(lines[:first]).rstrip() or "# Changelog"
    return _join_blocks(f"{start}\n\n## {escape_markdown(version) or 'Unreleased'}", block, "".join(lines[first:]))


def _join_blocks(start: str, block: str, following: str) -> str:
    following = following.lstrip("\r\n")
    return f"{start.rstrip()}\n\n{block}\n" + (f"\n{following}" if following else "")


def _is_heading_of(line: str, version: str) -> bool:
    match = _TITLE.match(line)
    words = {version.lower().removeprefix("v"), escape_markdown(version).lower().removeprefix("v")}
    return line.removeprefix("##").strip().lower() in words or (match is not None and match[1].lower() in words)


def _in_comment(text: str) -> str:
    """Return `text` without character sequences that could end an HTML comment."""
    return re.sub(r"[^\w.+]+", "-", text).strip("-")


def _headings(lines: Sequence[str]) -> Iterator[int]:
    """Yield the line numbers of section headings outside of code fences."""
    is_fenced = False
    for number, line in enumerate(lines):
        if line.lstrip().startswith(("```", "~~~")):
            is_fenced = not is_fenced
        elif line.startswith("## ") and not is_fenced:
            yield number
