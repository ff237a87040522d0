"""The files of a target as they are written: in the dialect of their documentation system, laid out, and stored.

Each text is stored as soon as it is complete, so that only code that waits for the formatter is in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, structs

from typewright.base.digest import digest
from typewright.base.spool import Extent, Spool, SpooledText
from typewright.config.options import FormatterName
from typewright.pages.page import Ownership, Page, RuntimeFile
from typewright.rendering.dialects import heading_of
from typewright.rendering.environment import Rendered
from typewright.rendering.formatting import FORMATTED, formatted
from typewright.rendering.llms import NO_QUOTES, PublishedPage, QuoteRanges, Quotes
from typewright.rendering.publishing import DOCS, published, site_texts
from typewright.rendering.traces import PageTrace, Written
from typewright.targets.contract import Project
from typewright.writing.layouts import Layouts


class Origin(Struct, frozen=True):
    """The template of a file and the class of the view that it shows, or the runtime module that it is a copy of."""

    template: str
    view: str = ""


class Making(Struct, frozen=True):
    """What the files of a target depend on besides their views: the formatter, its known layouts, the user's templates.

    `spool` is where their texts are stored.
    """

    formatter: FormatterName
    layouts: Layouts
    templates: Path | None
    spool: Spool


class _File(Struct):
    """A file that was rendered; its path is below the output folder."""

    rendered: Rendered
    """The file without its text."""
    path: str
    heading: str
    text: Extent | None = None
    """Where the text is, None while it waits for the formatter."""
    before: str = ""
    """The digest that the text had before a formatter laid it out; empty without a formatter."""


class TargetFiles:
    """The files of one target that are made in a run. Paths are below the output folder unless stated otherwise."""

    def __init__(self, project: Project[Any], making: Making) -> None:
        """Create it without files."""
        self._project, self._making = project, making
        self._files: list[_File] = []
        self._site: list[tuple[str, Extent]] = []
        self._ranges = QuoteRanges()
        self._unformatted: dict[str, str] = {}
        """The texts that wait for the formatter, by path."""

    def add(self, rendered: Iterable[Rendered]) -> None:
        """Add files in their order, each as soon as it is made."""
        for file in rendered:
            self._add(file)

    def _add(self, rendered: Rendered) -> None:
        file, path, text, heading = rendered.file, rendered.file.path, rendered.text, ""
        if file.language == "markdown":
            heading = heading_of(text)
            path, text = published(path, text, self._project.options.docs.dialect)
        added = _File(structs.replace(rendered, text=""), f"{self._project.options.language}/{path}", heading)
        self._files.append(added)
        if file.language not in FORMATTED or self._making.formatter == "none":
            added.text = self._making.spool.store(text)
            return
        added.before = digest(text.encode())
        layout = self._making.layouts.of(added.path, added.before)
        if layout is None:
            self._unformatted[added.path] = text
        else:
            added.text = self._making.spool.store(layout)

    def finish(self, pages: Sequence[PublishedPage]) -> None:
        """Make what lists `pages`, those of the documentation in order, and lay out code."""
        options, spool = self._project.options, self._making.spool
        if options.docs.navigation and pages:
            api, templates = self._project.api, self._making.templates
            files = site_texts(options, options.language, pages, api, templates, self._ranges)
            self._site = [(path, spool.store_parts(parts)) for path, parts in files]
        layouts = formatted(self._unformatted, self._making.formatter)
        for file in self._files:
            if file.text is None:
                file.text = spool.store(layouts[file.path])
        self._unformatted = {}
        spool.flush()

    def pages(self) -> dict[str, PublishedPage]:
        """Return the pages of the documentation that were made, by planned path."""
        folder = f"{self._project.options.language}/{DOCS}"
        return {
            file.rendered.file.path: PublishedPage(
                file.path.removeprefix(folder), file.heading, SpooledText(self._making.spool, file.text)
            )
            for file in self._files
            if file.rendered.file.language == "markdown" and file.path.startswith(folder) and file.text is not None
        }

    @property
    def texts(self) -> list[tuple[str, Extent]]:
        """The path of each finished file, and where its text is."""
        return [(file.path, file.text) for file in self._files if file.text is not None] + self._site

    @property
    def written(self) -> Iterator[Written]:
        """The finished files with what is noted of them for the next run, without those that list others."""
        for file in self._files:
            if file.text is not None:
                yield Written(
                    rendered=file.rendered,
                    path=file.path,
                    text=file.text.digest,
                    before=file.before,
                    heading=file.heading,
                )

    @property
    def quotes(self) -> Quotes:
        """Where `llms-full.txt` quotes pages."""
        if not self._site:
            return NO_QUOTES
        path, extent = self._site[-1]
        return Quotes(path, extent.digest, self._ranges.ranges)

    @property
    def origins(self) -> dict[str, Origin]:
        """The origins of files, by path; a file whose only source is the code of the target has none."""
        found = ((file.path, _origin(file.rendered)) for file in self._files)
        return {path: origin for path, origin in found if origin is not None}

    @property
    def laid_out(self) -> dict[str, str]:
        """The digests that texts had before a formatter laid them out, by path."""
        return {file.path: file.before for file in self._files if file.before}

    @property
    def ownership(self) -> dict[str, Ownership]:
        """The owners of the files that are not entirely generated, by path."""
        return {
            file.path: page.ownership
            for file in self._files
            if isinstance(page := file.rendered.file, Page) and page.ownership is not Ownership.OURS
        }


def origins_of(pages: Iterable[PageTrace]) -> dict[str, Origin]:
    """Return where kept files come from, by path; equal origins are one object, which crosses processes once."""
    known: dict[tuple[str, str], Origin] = {}
    return {page.path: known.setdefault((page.template, page.view), Origin(page.template, page.view)) for page in pages}


def _origin(rendered: Rendered) -> Origin | None:
    match rendered.file:
        case Page(template=template):
            return Origin(template, rendered.view)
        case RuntimeFile(source=source):
            return Origin(source)
    return None
