"""Conversion of rendered pages for the documentation system of each target, with navigation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from msgspec import Struct, field

from typewright.config.options import SHARED_SITE, Config, Dialect, TargetConfig
from typewright.ir import Api
from typewright.pages.page import Ownership, Page
from typewright.pages.site_files import site_files
from typewright.rendering.dialects import SYSTEMS, converted
from typewright.rendering.environment import render, render_parts
from typewright.rendering.index_page import index_view
from typewright.rendering.llms import FULL_TEXT, PublishedPage, QuoteRanges, llms_files
from typewright.rendering.navigation import navigation
from typewright.rendering.shared_site import SourcePage, shared_pages
from typewright.rendering.tabs import Edition

DOCS = "docs/"
"""The folder of the pages of a target."""


def published(path: str, text: str, dialect: Dialect) -> tuple[str, str]:
    """Return path and text of a markdown page in a dialect; `path` is below the target's folder."""
    if not path.startswith(DOCS):
        return path, text
    below, written = converted(path.removeprefix(DOCS), text, dialect)
    return DOCS + below, written


def site_texts(
    target: TargetConfig,
    folder: str,
    pages: Sequence[PublishedPage],
    api: Api,
    templates: Path | None,
    ranges: QuoteRanges | None = None,
) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield the files that list `pages` below `docs/` of `folder`: navigation, index, texts for language models.

    Each has its path, and the parts of its text in order; `templates` are the user's. In `ranges` is noted where the
    last file quotes pages.
    """
    ranges = ranges or QuoteRanges()
    summary = api.summary or (api.description or "").split("\n\n", 1)[0]
    dialect = target.docs.dialect
    index = Page(
        f"docs/index{SYSTEMS[dialect].suffix}",
        "_shared/navigation/index.md.jinja",
        lambda: index_view(api, summary, pages, dialect),
    )
    planned = chain(
        () if dialect == "github" else (index,),
        navigation(
            target, api.title, summary, [(page.path, page.title) for page in pages], has_tabs=folder == SHARED_SITE
        ),
        llms_files(dialect, api.title, summary, pages, ranges),
    )
    for page, parts in render_parts(planned, templates):
        yield f"{folder}/{page.path}", ranges.noted(parts) if page.path.endswith(FULL_TEXT) else parts


class SharedSite(Struct, frozen=True):
    """The files of the site that languages share, by path below the output folder, and whose those are."""

    texts: tuple[tuple[str, str], ...] = ()
    ownership: Mapping[str, Ownership] = field(default_factory=dict)


def shared_site(editions: Mapping[Edition, Sequence[SourcePage]], api: Api, config: Config) -> SharedSite:
    """Return the site of all `editions`, whose pages are in one dialect; nothing where there is no edition."""
    target = next((target for target in config.targets if target.docs.shared_site), None)
    if target is None or not editions:
        return SharedSite()
    pages = list(shared_pages(editions, target.docs.dialect))
    texts = [(f"{SHARED_SITE}/docs/{page.path}", page.text) for page in pages]
    texts += [(path, "".join(parts)) for path, parts in site_texts(target, SHARED_SITE, pages, api, config.templates)]
    ownership = {}
    for rendered in render(list(site_files(target, api)), config.templates):
        path = f"{SHARED_SITE}/{rendered.file.path}"
        texts.append((path, rendered.text))
        ownership[path] = rendered.file.ownership if isinstance(rendered.file, Page) else Ownership.OURS
    return SharedSite(tuple(texts), ownership)
