"""`llms.txt`, the list of a site's pages for language models (llmstxt.org), and `llms-full.txt` with their texts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from typewright.base.stored_text import StoredText
from typewright.config.options import Dialect
from typewright.pages.page import Page
from typewright.rendering.navigation import Entry, NavigationView, sections_of, shown_line

FULL_TEXT = "llms-full.txt"


class PublishedPage(Struct, frozen=True):
    """A page of a site: its path below `docs/`, its title, and its content as it is written."""

    path: str
    title: str
    content: str | StoredText
    quoted: str | None = None
    """The text below the title, if that is known without the whole."""

    @property
    def text(self) -> str:
        """The text, which is read from where it is stored."""
        return self.content if isinstance(self.content, str) else self.content.content().decode()

    @property
    def body(self) -> str:
        """The text below the title."""
        return _below_title(self.text) if self.quoted is None else self.quoted


class Quotes(Struct, frozen=True):
    """A file that quotes pages: its path below the output folder, the digest of its text, and where it does so.

    `ranges` are pairs of offsets of bytes, by the path of the page below `docs/`.
    """

    path: str = ""
    digest: str = ""
    ranges: Mapping[str, tuple[int, int]] = field(default_factory=dict)


NO_QUOTES = Quotes()


class QuoteRanges:
    """Notes where `llms-full.txt` quotes pages, while it is made."""

    def __init__(self) -> None:
        """Create it without ranges."""
        self.ranges: dict[str, tuple[int, int]] = {}
        self._page, self._body = "", ""

    def note_page(self, path: str, body: str) -> None:
        """Note which page the following parts of the text are about."""
        self._page, self._body = path, body

    def noted(self, parts: Iterable[str]) -> Iterator[str]:
        """Yield the parts of the text. A page that a template of the user does not quote as it is has no range."""
        end = 0
        for part in parts:
            start, end = end, end + (len(part) if part.isascii() else len(part.encode()))
            if part == self._body:
                self.ranges[self._page] = (start, end)
            yield part


class PageText(Struct, frozen=True):
    """A page in `llms-full.txt`: its title, its address on the built site, and all below the title."""

    title: str
    address: str
    text: str


class FullTextView(Struct, frozen=True):
    """`templates/_shared/navigation/llms-full.txt.jinja`."""

    title: str
    summary: str
    pages: Sequence[PageText]


class _PageTexts(Sequence[PageText]):
    """The pages of `llms-full.txt`, of which each is read when it is asked for: together they are as long as all."""

    def __init__(
        self, entries: Sequence[Entry], pages: Mapping[str, PublishedPage], dialect: Dialect, ranges: QuoteRanges
    ) -> None:
        self._entries, self._pages, self._dialect, self._ranges = entries, pages, dialect, ranges

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        entry = self._entries[index]
        body = self._pages[entry.path].body
        self._ranges.note_page(entry.path, body)
        return PageText(entry.title, _built_path(entry.path, self._dialect), body)

    def __len__(self) -> int:
        return len(self._entries)


def llms_files(
    dialect: Dialect, title: str, summary: str, pages: Sequence[PublishedPage], ranges: QuoteRanges
) -> Iterator[Page]:
    """Yield both files, below the folder that the dialect's system copies to the root of the site.

    While `llms-full.txt` is made, `ranges` note its pages.
    """
    folder = "static" if dialect == "docusaurus" else "docs"
    listed = tuple(sections_of([(page.path, page.title) for page in pages], dialect))
    shown, line = shown_line(title), shown_line(summary)
    full = FullTextView(
        title=shown,
        summary=line,
        pages=_PageTexts(
            entries=[entry for section in listed for entry in section.entries],
            pages={page.path: page for page in pages},
            dialect=dialect,
            ranges=ranges,
        ),
    )
    built = (
        replace(
            section,
            entries=tuple(replace(entry, path=_built_path(entry.path, dialect)) for entry in section.entries),
        )
        for section in listed
    )
    view = NavigationView(title=shown, site_name=json.dumps(title), summary=line, sections=tuple(built))
    yield Page(f"{folder}/llms.txt", "_shared/navigation/llms.txt.jinja", lambda: view)
    yield Page(f"{folder}/{FULL_TEXT}", f"_shared/navigation/{FULL_TEXT}.jinja", lambda: full)


def quoted_bodies(quotes: Quotes, texts: Mapping[str, StoredText]) -> dict[str, str]:
    """Return the texts below the titles of pages of the last run, by path; `texts` are those on the disk as written."""
    known = texts.get(quotes.path)
    if known is None or known.digest != quotes.digest:
        return {}
    content = known.content()
    return {path: content[start:end].decode() for path, (start, end) in quotes.ranges.items()}


def _below_title(text: str) -> str:
    """Return a page without front matter and without its first line if that is the title."""
    if text.startswith("---\n"):
        text = text.partition("\n---\n")[2]
    first, _, rest = text.lstrip("\n").partition("\n")
    return (rest if first.startswith("# ") else f"{first}\n{rest}").strip("\n")


def _built_path(path: str, dialect: Dialect) -> str:
    """Return where a page is found on the built site, relative to its root; GitHub shows the file itself."""
    if dialect == "github":
        return path
    stem = path.removesuffix(".mdx").removesuffix(".md")
    if dialect == "mintlify":
        return stem
    folder = stem.removesuffix("README")
    return folder if folder.endswith("/") else f"{stem}/" if dialect == "mkdocs" else stem
