"""The first page of a site: what the API is, how to install the package, a first call, and the lists of pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from typewright.config.options import Dialect
from typewright.ir import Api
from typewright.pages.commonmark import UnclearError, parts
from typewright.pages.prose import prose
from typewright.rendering.dialects import SYSTEMS, converted, front_matter
from typewright.rendering.llms import PublishedPage
from typewright.rendering.navigation import Section, named_sections, sections_of, shown_line
from typewright.rendering.tabs import IMPORTS, blocks

_START = ("guides/installation", "guides/usage")
"""The guides that the first page shows whole, without suffix."""
_OVERVIEW = "## Overview\n"
_HEADING = re.compile(r"#{1,6} ")
_LOWEST = 6
_ABOUT = "About the API"


class Guide(Struct, frozen=True):
    """A guide that the page shows: its title, and its text in the markdown of the site."""

    title: str
    body: str


class IndexView(Struct, frozen=True):
    """`templates/_shared/navigation/index.md.jinja`: all texts are in the markdown of the site.

    `head` is what precedes the text: front matter, imports and the title, as far as the system has them.
    """

    head: str
    summary: str
    start: tuple[Guide, ...]
    sections: tuple[Section, ...]
    about_title: str
    about: str
    """The description of the API below its own heading; empty if it is the summary."""


def index_view(api: Api, summary: str, pages: Sequence[PublishedPage], dialect: Dialect) -> IndexView:
    """Return the view of the first page of a site of `pages`."""
    texts = {_stem(page.path): page for page in pages}
    start = tuple(Guide(page.title, _body(page.text)) for name in _START if (page := texts.get(name)))
    system, title = SYSTEMS[dialect], shown_line(api.title)
    head = [*front_matter(title)] if system.front_matter else []
    if dialect == "docusaurus" and any("\n<TabItem " in guide.body for guide in start):
        head += [IMPORTS, ""]
    head += [_heading(title, dialect)] if system.keeps_heading else []
    listed = named_sections(tuple(sections_of([(page.path, page.title) for page in pages], dialect)))
    by_path = {page.path: page for page in pages}
    return IndexView(
        head="\n".join(head).rstrip("\n"),
        summary=_converted(shown_line(summary), dialect),
        start=start,
        sections=tuple(_with_links(section, by_path, title, dialect) for section in listed),
        about_title=_ABOUT,
        about=_converted(_below_heading(_rest(api, summary)), dialect),
    )


def _heading(title: str, dialect: Dialect) -> str:
    """Return the heading of the page in the dialect of the site, where it keeps headings."""
    _, page = converted("index.md", f"# {title}\n", dialect)
    return next(line for line in page.splitlines() if line.startswith("#"))


def _rest(api: Api, summary: str) -> str:
    """Return the description of the API; empty if the summary of the page repeats it."""
    description = (api.description or "").strip()
    return "" if description in ("", summary.strip()) else prose(description)


def _below_heading(text: str) -> str:
    """Return markdown whose highest headings are of the third level."""
    try:
        found = list(parts(text))
    except UnclearError:
        return text
    lines = [line for part in found if not part.is_code for line in part.lines]
    levels = [line.index(" ") for line in lines if _HEADING.match(line)]
    lower = max(0, 3 - min(levels, default=3))

    def lowered(line: str) -> str:
        """Return a line, as a heading `lower` levels further down if it is one."""
        return (
            f"{'#' * min(_LOWEST, line.index(' ') + lower)}{line[line.index(' ') :]}" if _HEADING.match(line) else line
        )

    return "\n".join(line if part.is_code else lowered(line) for part in found for line in part.lines)


def _converted(text: str, dialect: Dialect) -> str:
    """Return markdown in the dialect of the site."""
    if not text:
        return ""
    _, page = converted("index.md", f"# -\n\n{text}", dialect)
    return _body(page)


def _body(text: str) -> str:
    """Return a page without front matter, imports and title."""
    if text.startswith("---\n"):
        text = text.partition("\n---\n")[2]
    text = text.lstrip("\n").removeprefix(IMPORTS).lstrip("\n")
    first, _, rest = text.partition("\n")
    return (rest if first.startswith("# ") else text).strip("\n")


def _with_links(section: Section, pages: dict[str, PublishedPage], title: str, dialect: Dialect) -> Section:
    """Return a section whose entries have links from the first page, and say what groups of methods are about.

    The page of the client's own methods begins with the title of the API, which the first page has said.
    """

    def entries() -> Iterator[tuple[str, str]]:
        """Yield the link and the lead of each entry."""
        for entry in section.entries:
            link = f"/{_stem(entry.path)}" if SYSTEMS[dialect].root_links else entry.path
            lead = _lead(pages[entry.path].text) if entry.path.startswith("sdks/") else ""
            yield link, "" if lead.startswith(title) else lead

    made = zip(section.entries, entries(), strict=True)
    return replace(section, entries=tuple(replace(entry, path=link, lead=lead) for entry, (link, lead) in made))


def _lead(text: str) -> str:
    """Return the first paragraph of a page's overview, on one line; empty if it begins with something else."""
    _, found, rest = text.partition(_OVERVIEW)
    first = next(iter(blocks(rest)), "") if found else ""
    return " ".join(first.split()) if first[:1].isalnum() else ""


def _stem(path: str) -> str:
    return path.removesuffix(".mdx").removesuffix(".md")
