"""Rendered pages → the markdown that a documentation system reads.

Templates write GitHub's markdown, the form of the reference. Other systems differ in how they link, in what they take
for code of their own (MDX: braces and angle brackets) and in the front matter that they ask for; all of that is settled
here, on the text of a page, with code blocks and code spans left alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from posixpath import dirname, normpath

from generator.config import Dialect

_FENCE = re.compile(r"^\s*(```+|~~~+)")
_SPAN = re.compile(r"(?<!\\)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_COMMENT = re.compile(r"^\s*<!--.*-->\s*$")
_AUTOLINK = re.compile(r"<(https?://[^<>\s]+)>")
_LINK = re.compile(r"\]\((?![a-z]+:|/|#)([^()\s]*\.md)(#[^()\s]*)?\)")
_MARKS = {":heavy_check_mark:": "✓", ":heavy_minus_sign:": "–", ":warning:": "⚠"}
_CELL = re.compile(r"(?<=\| )(:heavy_check_mark:|:heavy_minus_sign:)(?= *\|)")


@dataclass(frozen=True, slots=True)
class System:
    """What one documentation system asks for."""

    suffix: str = ".md"
    escapes_braces: bool = False
    front_matter: bool = False
    keeps_heading: bool = True
    root_links: bool = False
    """Links start at the root of the docs and have no suffix."""
    keeps_comments: bool = True


SYSTEMS: dict[Dialect, System] = {
    "github": System(),
    "mkdocs": System(),
    "docusaurus": System(escapes_braces=True, front_matter=True, keeps_comments=False),
    "mintlify": System(
        suffix=".mdx",
        escapes_braces=True,
        front_matter=True,
        keeps_heading=False,
        root_links=True,
        keeps_comments=False,
    ),
}


def converted(path: str, text: str, dialect: Dialect) -> tuple[str, str]:
    """Return path and text of a page, given relative to the docs' folder in GitHub's markdown, in a dialect."""
    if dialect == "github":
        return path, text
    system = SYSTEMS[dialect]
    lines = list(_converted_lines(text.split("\n"), path, system))
    title = heading_of(text)
    if system.front_matter:
        if not system.keeps_heading:
            lines = _without_heading(lines)
        lines = ["---", f"title: {json.dumps(title, ensure_ascii=False)}", "---", "", *lines]
    return path.removesuffix(".md") + system.suffix, "\n".join(lines).rstrip("\n") + "\n"


def heading_of(text: str) -> str:
    """Return the first heading of a page, without marks for struck text."""
    for line in text.split("\n"):
        if line.startswith("# "):
            return line[2:].strip().strip("~")
    return ""


def _without_heading(lines: list[str]) -> list[str]:
    index = next((index for index, line in enumerate(lines) if line.startswith("# ")), None)
    if index is None:
        return lines
    rest = lines[:index] + lines[index + 1 :]
    while rest and not rest[0]:
        rest.pop(0)
    return rest


def _converted_lines(lines: list[str], path: str, system: System) -> Iterator[str]:
    fence = ""
    for line in lines:
        mark = _FENCE.match(line)
        if fence:
            if mark is not None and mark[1].startswith(fence) and not line.strip().strip("`~"):
                fence = ""
            yield line
        elif mark is not None:
            fence = mark[1]
            yield line
        elif _COMMENT.match(line):
            if system.keeps_comments:
                yield line
        else:
            yield _outside_spans(line, lambda text: _converted_text(text, path, system))


def _outside_spans(line: str, convert: Callable[[str], str]) -> str:
    """Return a line of which all but code spans is converted."""
    parts, last = [], 0
    for span in _SPAN.finditer(line):
        parts += [convert(line[last : span.start()]), span[0]]
        last = span.end()
    return "".join([*parts, convert(line[last:])])


def _converted_text(text: str, path: str, system: System) -> str:
    text = _CELL.sub(lambda mark: _MARKS[mark[0]], text).replace("> :warning: **", f"> {_MARKS[':warning:']} **")
    text = _AUTOLINK.sub(r"[\1](\1)", text)
    text = re.sub(r"(?<!\\)<", "&lt;", text)
    if system.escapes_braces:
        text = re.sub(r"(?<!\\)([{}])", r"\\\1", text)
    if system.root_links:
        text = _LINK.sub(lambda link: f"]({_from_root(path, link[1])}{link[2] or ''})", text)
    return text


def _from_root(path: str, target: str) -> str:
    return "/" + normpath(f"{dirname(path)}/{target}").removesuffix(".md").lstrip("/")
