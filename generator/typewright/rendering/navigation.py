"""Navigation files for documentation systems, derived from the pages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from msgspec import Struct

from typewright.config.options import Dialect, TargetConfig
from typewright.pages.page import Page
from typewright.pages.prose import code_text, one_line


class Entry(Struct, frozen=True):
    """A page in a navigation: its title, its path below the docs' folder, the same as a text in JSON."""

    title: str
    path: str
    quoted_title: str
    quoted_path: str
    lead: str = ""
    """What the page is about, where a list says it."""


class Section(Struct, frozen=True):
    """A group of pages."""

    title: str
    quoted_title: str
    entries: tuple[Entry, ...]


class NavigationView(Struct, frozen=True):
    """`templates/_shared/navigation/*.jinja`. `site_name` and the addresses are quoted; the addresses may be empty."""

    title: str
    site_name: str
    summary: str
    sections: tuple[Section, ...]
    site_url: str = ""
    repository: str = ""
    edit_url: str = ""
    has_tabs: bool = False
    """Pages show several languages in tabs."""


_FILES: dict[Dialect, tuple[str, str]] = {
    "github": ("docs/README.md", "readme.md"),
    "mkdocs": ("mkdocs.yml", "mkdocs.yml"),
    "docusaurus": ("sidebars.js", "sidebars.js"),
    "mintlify": ("docs/docs.json", "docs.json"),
}
STYLESHEET = "docs/stylesheets/pages.css"
"""Mintlify includes it by itself; `mkdocs.yml` and the configuration of a Docusaurus site name it."""
_quoted = json.JSONEncoder(ensure_ascii=False).encode
_TITLES = {
    "guides": "Guides",
    "sdks": "Methods",
    "errors": "Errors",
    "operations": "Operations",
    "lib": "Library",
    "models": "Models",
}
_SITE_TITLES = {**_TITLES, "utils": "Settings"}
"""The titles on sites; the list for GitHub keeps those of its folders."""


def navigation(
    options: TargetConfig, title: str, summary: str, pages: Sequence[tuple[str, str]], *, has_tabs: bool = False
) -> Iterator[Page]:
    """Yield the navigation of a site with the `options` of a target; `pages` are (path below `docs/`, title) pairs."""
    dialect, metadata = options.docs.dialect, options.metadata
    system_paths = [(path.removesuffix(".mdx") if dialect == "mintlify" else path, name) for path, name in pages]
    if dialect == "docusaurus":
        system_paths = [(path.removesuffix(".md"), name) for path, name in system_paths]
    path, template = _FILES[dialect]
    view = NavigationView(
        title=shown_line(title),
        site_name=_quoted(code_text(title)),
        summary=shown_line(summary),
        sections=tuple(sections_of(system_paths, dialect)),
        site_url=_address(metadata.documentation),
        repository=_address(metadata.repository),
        edit_url=_address(options.docs.edit_url and f"{options.docs.edit_url.rstrip('/')}/"),
        has_tabs=has_tabs,
    )
    yield Page(path, f"_shared/navigation/{template}.jinja", lambda: view)
    if dialect == "mkdocs":
        yield Page("docs/javascripts/pages.js", "_shared/navigation/pages.js.jinja", lambda: view)
    if dialect != "github":
        yield Page(STYLESHEET, "_shared/navigation/pages.css.jinja", lambda: view)


def shown_line(text: str) -> str:
    """Return a text of the description on one line, without HTML elements."""
    return one_line(text).replace("<", "&lt;")


def _address(url: str | None) -> str:
    return _quoted(url) if url else ""


def sections_of(pages: Sequence[tuple[str, str]], dialect: Dialect) -> Iterator[Section]:
    """Yield the pages by folder, methods first: guides in reading order, all others by title.

    A group whose methods have separate pages is a section that begins with its own page.
    """
    titles = _TITLES if dialect == "github" else _SITE_TITLES
    split = {path.rsplit("/", 1)[0] for path, _ in pages if _is_of_one_method(path)}
    folders: dict[str, list[tuple[str, str]]] = {}
    for path, title in pages:
        folder = path.rpartition("/")[0]
        if folder.startswith("sdks/") and folder not in split:
            folder = "sdks"
        folders.setdefault(folder, []).append((title, path))
    for folder in sorted(folders, key=lambda name: (not name.startswith("sdks"), name)):
        listed = sorted(folders[folder], key=lambda page: (_is_of_one_method(page[1]), page))
        last = folder.rsplit("/", 1)[-1]
        heading = listed[0][0] if folder in split else titles.get(last, last[:1].upper() + last[1:])
        listed = folders[folder] if last == "guides" else listed
        entries = tuple(Entry(title, path, _quoted(title), _quoted(path)) for title, path in listed)
        yield Section(heading, json.dumps(heading), entries)


def named_sections(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Return the sections on the first page: without types if there are methods, as types may be thousands."""
    named = tuple(
        section for section in sections if all(e.path.startswith(("sdks/", "guides/")) for e in section.entries)
    )
    return named or sections


def _is_of_one_method(path: str) -> bool:
    """Return whether a page, by its path below `docs/`, is about a single method."""
    return path.startswith("sdks/") and not path.rpartition("/")[2].startswith("README")
