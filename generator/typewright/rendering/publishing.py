"""Conversion of rendered pages for the documentation system of each target, with navigation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeAlias

from typewright.config.options import Config, TargetConfig
from typewright.ir import Api
from typewright.rendering.dialects import converted, heading_of
from typewright.rendering.environment import render
from typewright.rendering.llms import PublishedPage, llms_files
from typewright.rendering.navigation import INDEX, navigation

Text: TypeAlias = tuple[str, str, str]
"""Path below the output folder, language, text."""


def published(texts: Sequence[Text], api: Api, config: Config, kept: Iterable[PublishedPage] = ()) -> Iterator[Text]:
    """Yield all `texts`, with markdown pages in their target's dialect, then the targets' navigation files.

    `kept` are pages that are on the disk already, by their paths below the output folder: they are only listed.
    """
    docs = {f"{target.language}/docs/": target for target in config.targets}
    pages: dict[str, list[PublishedPage]] = {target.language: [] for target in config.targets}
    for page in kept:
        language, _, below = page.path.partition("/docs/")
        if below:
            pages[language].append(PublishedPage(below, page.title, page.text))
    for path, language, text in texts:
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
    planned = chain(
        navigation(target, api.title, summary, [(page.path, page.title) for page in pages]),
        llms_files(target.docs.dialect, api.title, summary, pages),
    )
    for rendered in render(list(planned), config.templates):
        path, text = rendered.file.path, rendered.text
        if path == INDEX:
            below, text = converted(path.removeprefix("docs/"), text, target.docs.dialect)
            path = f"docs/{below}"
        yield f"{folder}/{path}", "", text
