"""Conversion of rendered pages to the markdown dialects of documentation systems."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from posixpath import dirname, normpath

from msgspec import Struct

from typewright.config.options import Dialect
from typewright.pages.cells import CODE_ELEMENT
from typewright.pages.commonmark import converted_lines, parts

_MARKER = re.compile(r"<!-- UsageSnippet [^<>]*-->")
_AUTOLINK = re.compile(r"(?<!\\)<(https?://[^<>\s\"'`()\\]+)>")
_ANGLE = re.compile(rf"{CODE_ELEMENT.pattern}|(?P<before>\\*)<(?!br/>)")
_BRACE = re.compile(r"(\\*)([{}])")
_MODULE = re.compile(r"^[ei](?=xport\b|mport\b)")
_LINK = re.compile(r"\]\((?![a-z]+:|/|#)([^()\s]*\.md)(#[^()\s]*)?\)")
_MARKS = {":heavy_check_mark:": "✓", ":heavy_minus_sign:": "–", ":warning:": "⚠"}
_CELL = re.compile(r"(?<=\| )(:heavy_check_mark:|:heavy_minus_sign:)(?= *\|)")


class System(Struct, frozen=True):
    """The conventions of a documentation system."""

    suffix: str = ".md"
    is_mdx: bool = False
    front_matter: bool = False
    keeps_heading: bool = True
    root_links: bool = False
    """Whether links start at the root of the documentation and have no suffix."""
    keeps_comments: bool = True


SYSTEMS: dict[Dialect, System] = {
    "github": System(),
    "mkdocs": System(),
    "docusaurus": System(is_mdx=True, front_matter=True, keeps_comments=False),
    "mintlify": System(
        suffix=".mdx",
        is_mdx=True,
        front_matter=True,
        keeps_heading=False,
        root_links=True,
        keeps_comments=False,
    ),
}


def converted(path: str, text: str, dialect: Dialect) -> tuple[str, str]:
    """Return path and text of a page in a dialect; `path` is relative to the docs' folder."""
    if dialect == "github":
        return path, text
    system = SYSTEMS[dialect]
    lines = list(_converted_lines(text, path, system))
    title = heading_of(text)
    if system.front_matter:
        if not system.keeps_heading:
            lines = _without_heading(lines)
        lines = [*front_matter(title), *lines]
    return path.removesuffix(".md") + system.suffix, "\n".join(lines).rstrip("\n") + "\n"


def front_matter(title: str) -> tuple[str, ...]:
    """Return the lines that tell a system the title of a page."""
    return ("---", f"title: {json.dumps(title, ensure_ascii=False)}", "---", "")


def heading_of(text: str) -> str:
    """Return the first heading of a page, without strikethrough."""
    start = 0 if text.startswith("# ") else text.find("\n# ") + 1
    if not text.startswith("# ", start):
        return ""
    return text[start + 2 :].partition("\n")[0].strip().strip("~")


def _without_heading(lines: list[str]) -> list[str]:
    index = next((index for index, line in enumerate(lines) if line.startswith("# ")), None)
    if index is None:
        return lines
    rest = lines[:index] + lines[index + 1 :]
    while rest and not rest[0]:
        rest.pop(0)
    return rest


def _converted_lines(text: str, path: str, system: System) -> Iterator[str]:
    """Yield the lines of a page; descriptions on it have clear fences (see `typewright.pages.prose`)."""
    for part in parts(text):
        if part.is_code:
            yield from part.lines
            continue
        between: list[str] = []
        for line in part.lines:
            if _MARKER.fullmatch(line):
                yield from _converted(between, path, system)
                between = []
                if system.keeps_comments:
                    yield line
            else:
                between.append(line)
        yield from _converted(between, path, system)


def _converted(lines: list[str], path: str, system: System) -> Iterator[str]:
    converted = converted_lines(tuple(lines), lambda text: _converted_text(text, path, system))
    headed = (closed_escape(line) if line.startswith("#") else line for line in converted)
    yield from (_without_module(line) for line in headed) if system.is_mdx else headed


def closed_escape(line: str) -> str:
    """Return a line whose trailing backslash is escaped: Python-Markdown recognises no heading that ends in one."""
    backslashes = len(line) - len(line.rstrip("\\"))
    return f"{line}\\" if backslashes % 2 else line


def _without_module(line: str) -> str:
    """Return a line such that MDX does not parse it as an import or an export."""
    return _MODULE.sub(lambda word: f"&#{ord(word[0])};", line)


def _converted_text(text: str, path: str, system: System) -> str:
    text = _CELL.sub(lambda mark: _MARKS[mark[0]], text).replace("> :warning: **", f"> {_MARKS[':warning:']} **")
    text = _AUTOLINK.sub(r"[\1](\1)", text)
    text = _ANGLE.sub(_without_element, text)
    text = braces_escaped(text)
    if system.root_links:
        text = _LINK.sub(lambda link: f"]({_from_root(path, link[1])}{link[2] or ''})", text)
    return text


def braces_escaped(text: str) -> str:
    """Return markdown without expressions (MDX) and without lists of attributes (Python-Markdown's `attr_list`)."""
    return _BRACE.sub(lambda found: found[0] if len(found[1]) % 2 else f"{found[1]}\\{found[2]}", text)


def _without_element(found: re.Match[str]) -> str:
    """Return the character reference for the beginning of an element; generated code elements are kept."""
    before = found["before"]
    return found[0] if before is None else f"{before[: len(before) // 2 * 2]}&lt;"


def _from_root(path: str, target: str) -> str:
    return "/" + normpath(f"{dirname(path)}/{target}").removesuffix(".md").lstrip("/")
