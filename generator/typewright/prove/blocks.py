"""The code blocks of markdown pages, with their line numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

_FENCE = re.compile(r"^(?P<indent>[ \t]*)(?P<mark>`{3,}|~{3,})[ \t]*(?P<language>[\w+-]*)[^`]*$")
_HEADING = re.compile(r"^#{1,6}[ \t]+(?P<text>.*?)[ \t]*$")


class Block(Struct, frozen=True):
    """A piece of code: a fenced block of a page, or a whole file."""

    page: str
    line: int
    """The line of the page of the first line of the code, from 1."""
    language: str
    code: str
    heading: str = ""
    """The heading of its section, without markup."""
    above: str = ""
    """The line above the fence."""

    @property
    def lines(self) -> range:
        """The lines of the page that the code is on."""
        return range(self.line, self.line + self.code.count("\n") + 1)


def blocks(page: str, text: str) -> Iterator[Block]:
    """Yield the fenced code blocks of a markdown page (CommonMark 0.31, 4.5); an unclosed one ends with the page."""
    heading = above = ""
    lines = text.split("\n")
    index = 0
    while index < len(lines):
        line = lines[index]
        fence = _FENCE.match(line)
        if fence is None:
            found = _HEADING.match(line)
            heading = found["text"] if found else heading
            above = line if line.strip() else above
            index += 1
            continue
        end = _end(lines, index + 1, fence["mark"])
        width = len(fence["indent"])
        code = "\n".join(line[min(width, len(line) - len(line.lstrip())) :] for line in lines[index + 1 : end])
        yield Block(
            page=page, line=index + 2, language=fence["language"].lower(), code=code, heading=heading, above=above
        )
        above = ""
        index = end + 1


def _end(lines: list[str], start: int, mark: str) -> int:
    """Return the index of the line that closes a fence."""
    for index in range(start, len(lines)):
        bare = lines[index].strip()
        if bare.startswith(mark) and not bare.strip(mark[0]):
            return index
    return len(lines)
