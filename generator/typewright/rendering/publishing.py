"""Conversion of rendered pages for the documentation system of each target, with navigation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from typewright.config.options import Config, TargetConfig
from typewright.ir import Api
from typewright.pages.page import Page
from typewright.rendering.dialects import converted, heading_of
from typewright.rendering.environment import render
from typewright.rendering.navigation import INDEX, navigation

Text: TypeAlias = tuple[str, str, str]
"""Path below the output folder, language, text."""


def published(texts: Sequence[Text], api: Api, config: Config, kept: Iterable[tuple[str, str]] = ()) -> Iterator[Text]:
    """Yield all `texts`, with markdown pages in their target's dialect, then the targets' navigation files.

    `kept` are path and heading of pages that are on the disk already: they are only listed.
    """
    docs = {f"{target.language}/docs/": target for target in config.targets}
    pages: dict[str, list[tuple[str, str]]] = {target.language: [] for target in config.targets}
    for path, heading in kept:
        language, _, below = path.partition("/docs/")
        if below:
            pages[language].append((below, heading))
    for path, language, text in texts:
        folder = next((doc for doc in docs if path.startswith(doc)), None)
        if language != "markdown" or folder is None:
            yield path, language, text
            continue
        target = docs[folder]
        below, page = converted(path.removeprefix(folder), text, target.docs.dialect)
        pages[target.language].append((below, heading_of(text)))
        yield folder + below, language, page
    for target in config.targets:
        if target.docs.navigation and pages[target.language]:
            yield from _navigation(target, pages[target.language], api, config)


def _navigation(target: TargetConfig, pages: Iterable[tuple[str, str]], api: Api, config: Config) -> Iterator[Text]:
    planned = list(_planned(target, pages, api))
    for rendered in render(planned, config.templates):
        path, text = rendered.file.path, rendered.text
        if path == INDEX:
            below, text = converted(path.removeprefix("docs/"), text, target.docs.dialect)
            path = f"docs/{below}"
        yield f"{target.language}/{path}", "", text


def _planned(target: TargetConfig, pages: Iterable[tuple[str, str]], api: Api) -> Iterator[Page]:
    said = api.summary or (api.description or "").split("\n\n", 1)[0]
    yield from navigation(target, api.title, said, list(pages))
