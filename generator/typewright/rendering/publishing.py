"""Conversion of rendered pages for the documentation system of each target, with navigation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeAlias

from msgspec import Struct, field

from typewright.config.options import SHARED_SITE, Config, TargetConfig
from typewright.ir import Api
from typewright.pages.page import Ownership, Page
from typewright.pages.site_files import site_files
from typewright.rendering.dialects import SYSTEMS, converted, heading_of
from typewright.rendering.environment import render
from typewright.rendering.index_page import index_view
from typewright.rendering.llms import PublishedPage, llms_files
from typewright.rendering.navigation import navigation
from typewright.rendering.shared_site import SourcePage, shared_pages
from typewright.rendering.tabs import Edition

Text: TypeAlias = tuple[str, str, str]
"""Path below the output folder, language, text."""


def published(files: Sequence[Text | PublishedPage], api: Api, config: Config) -> Iterator[Text]:
    """Yield all texts of `files`, with markdown pages in their target's dialect, then the targets' navigation files.

    A `PublishedPage` among them is on the disk already, at its path below the output folder: it is only listed.
    """
    docs = {f"{target.language}/docs/": target for target in config.targets}
    pages: dict[str, list[PublishedPage]] = {target.language: [] for target in config.targets}
    for file in files:
        if isinstance(file, PublishedPage):
            language, _, below = file.path.partition("/docs/")
            if below:
                pages[language].append(PublishedPage(below, file.title, file.text))
            continue
        path, language, text = file
        folder = next((doc for doc in docs if path.startswith(doc)), None)
        if language != "markdown" or folder is None:
            yield path, language, text
            continue
        target = docs[folder]
        below, written = converted(path.removeprefix(folder), text, target.docs.dialect)
        pages[target.language].append(PublishedPage(below, heading_of(text), written))
        yield folder + below, language, written
    for target in config.targets:
        if target.docs.navigation and pages[target.language]:
            yield from site_texts(target, target.language, pages[target.language], api, config)


def site_texts(
    target: TargetConfig, folder: str, pages: Sequence[PublishedPage], api: Api, config: Config
) -> Iterator[Text]:
    """Yield the files that list `pages` below `docs/` of `folder`: navigation, index, texts for language models."""
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
        llms_files(dialect, api.title, summary, pages),
    )
    for rendered in render(list(planned), config.templates):
        yield f"{folder}/{rendered.file.path}", "", rendered.text


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
    texts += [(path, text) for path, _, text in site_texts(target, SHARED_SITE, pages, api, config)]
    ownership = {}
    for rendered in render(list(site_files(target, api)), config.templates):
        path = f"{SHARED_SITE}/{rendered.file.path}"
        texts.append((path, rendered.text))
        ownership[path] = rendered.file.ownership if isinstance(rendered.file, Page) else Ownership.OURS
    return SharedSite(tuple(texts), ownership)
