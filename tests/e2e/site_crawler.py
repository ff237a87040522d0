"""A crawler of built sites: every link of every page must lead to a file, and every fragment to an element of it."""

from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

ADDRESSES = {"a": "href", "link": "href", "img": "src", "script": "src", "source": "src", "iframe": "src"}


class _Page(HTMLParser):
    """The addresses that a page refers to, and the anchors that it has."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.anchors |= {value for name in ("id", "name") if (value := found.get(name))}
        address = found.get(ADDRESSES.get(tag, ""))
        if address is not None:
            self.addresses.append(address)


@cache
def _page(file: Path) -> _Page:
    page = _Page()
    page.feed(file.read_text())
    return page


def dead_links(site: Path, base: str = "/") -> Iterator[str]:
    """Yield the links of a built site that lead nowhere, each with its page; addresses elsewhere are not asked.

    `base` is the path that the site has on its server.
    """
    for file in sorted(site.rglob("*.html")):
        for address in dict.fromkeys(_page(file).addresses):
            if fault := _fault(site, base, file, address):
                yield f"{file.relative_to(site)}: {address}: {fault}"


def _fault(site: Path, base: str, file: Path, address: str) -> str:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return ""
    path = unquote(parts.path)
    if path.startswith("/"):
        target = site / path.removeprefix(base).lstrip("/")
    else:
        target = file.parent / path if path else file
    if target.is_dir():
        target /= "index.html"
    if not target.is_file():
        return "no such page"
    fragment = unquote(parts.fragment)
    if fragment and target.suffix == ".html" and fragment not in _page(target.resolve()).anchors | {"__top"}:
        return "no such anchor"
    return ""
