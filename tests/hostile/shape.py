"""The shape of a page: its headings, tables and code blocks in their order, of which a payload may take none away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html.parser import HTMLParser
from typing import Any

HARMLESS_TAGS = frozenset(
    {
        *("a", "b", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5"),
        *("h6", "hr", "i", "img", "kbd", "li", "ol", "p", "pre", "s", "span", "strong", "sub", "sup", "table", "tbody"),
        *("td", "th", "thead", "tr", "u", "ul"),
    }
)
HARMLESS_ATTRIBUTES = frozenset({"href", "class", "id", "title", "align", "style", "start", "alt", "src", "translate"})
VOID = frozenset({"br", "hr", "img"})
STYLES = frozenset({"text-align:left", "text-align:center", "text-align:right", "text-align: left;"})
SECTION_MARKER = re.compile(r" (Start|End) (?!.*zqx)[A-Z][A-Za-z -]* \[[a-z-]+\] ", re.IGNORECASE)
"""The comments around a section of a package's README, whose names are ours alone."""
Shape = list[tuple[Any, ...]]


class Page(HTMLParser):
    """What a browser would make of a page: its shape, its text, and what a description has no business to bring."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.shape: Shape = []
        self.faults: list[str] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self._rows: list[int] = []
        self.feed(html)
        self.close()
        if self.open:
            self.faults.append(f"elements without an end: {self.open}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if "-" in tag and not attrs:
            return
        if tag not in HARMLESS_TAGS:
            self.faults.append(f"element <{tag}>")
        for name, value in attrs:
            self._attribute(tag, name, value or "")
        if tag not in VOID:
            self.open.append(tag)
        if tag == "table":
            self._rows = [0]
        elif tag == "tr" and self._rows:
            self._rows.append(0)
        elif tag in {"td", "th"} and self._rows:
            self._rows[-1] += 1
        elif tag[0] == "h" and tag[1:].isdigit():
            self.shape.append(("heading", int(tag[1:])))

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name not in HARMLESS_ATTRIBUTES and not name.startswith("data-"):
            self.faults.append(f"attribute {name} of <{tag}>")
        if name == "style" and value not in STYLES:
            self.faults.append(f"style {value!r} of <{tag}>")
        if name in {"href", "src"}:
            self.faults += link_faults([value])

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID or "-" in tag:
            return
        if tag not in self.open:
            self.faults.append(f"</{tag}> where it does not belong")
            return
        del self.open[len(self.open) - 1 - self.open[::-1].index(tag)]
        if tag == "pre":
            self.shape.append(("code", 0))
        elif tag == "table":
            self.shape.append(("table", len(self._rows) - 1, max(self._rows)))
            self._rows = []

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        if (not data.startswith(" UsageSnippet ") or "<" in data) and not SECTION_MARKER.fullmatch(data):
            self.faults.append(f"comment {data[:40]!r}")

    def handle_decl(self, decl: str) -> None:
        self.faults.append(f"declaration {decl[:40]!r}")

    def handle_pi(self, data: str) -> None:
        self.faults.append(f"instruction {data[:40]!r}")

    def unknown_decl(self, data: str) -> None:
        self.faults.append(f"declaration {data[:40]!r}")


def link_faults(targets: Iterable[str]) -> Iterator[str]:
    """Yield a fault for each link that runs code where it is followed."""
    for target in targets:
        bare = "".join(char for char in target if char > " ").lower()
        scheme = bare.partition(":")[0]
        if ":" in bare and scheme in {"javascript", "vbscript", "data", "file"}:
            yield f"link to {target!r}"


def missing(shape: Shape, needed: Shape) -> Shape:
    """Return the parts of `needed` from the first one on that `shape` does not have in this order."""
    rest: Iterator[tuple[Any, ...]] = iter(shape)
    for number, part in enumerate(needed):
        if not any(part == each for each in rest):
            return needed[number:]
    return []


def keeps(shape: Shape, needed: Sequence[Shape]) -> bool:
    """Whether a page has all parts of one of the harmless pages."""
    return any(not missing(shape, each) for each in needed)
