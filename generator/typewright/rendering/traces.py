"""Detection of files of an earlier run that are still right, by what was read while they were made.

The trace of a page has digests of all inputs of its view: the page's own inputs, and each entry of a table that was
read. If none of them has changed, neither has the text, and the page is not made again. The text is taken from the
disk, if it has the recorded digest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import NamedTuple

from typewright.base.digest import digest
from typewright.base.recording import UNKNOWN, Read, Recorder, key_text
from typewright.base.value_digest import value_digest
from typewright.pages.page import Ownership, Page, Planned
from typewright.rendering.environment import Rendered


class PageTrace(NamedTuple):
    """The inputs and the output of one page; digests unless stated otherwise."""

    template: str
    """The name of the template itself."""
    reads: tuple[int, ...]
    """The numbers of the read entries in the trace of the target."""
    inputs: str
    """The digest of the page's own inputs."""
    path: str
    """The path below the output folder."""
    text: str
    """The digest of the text as it was written."""
    before: str
    """The digest of the text before a formatter laid it out; empty without a formatter."""
    heading: str
    """The first heading of the page itself."""
    view: str
    """The dotted name of the view's class."""


Entry = tuple[str, str, str]
"""An entry of a table that was read: the name of the table, the text of the key, and the digest of the value."""


@dataclass(frozen=True, slots=True)
class TargetTrace:
    """The traces of the pages of one target, by the path of the planned file.

    `made_by` is a digest of the inputs of all pages: the options, and facts about the whole API.
    """

    made_by: str = ""
    entries: Sequence[Entry] = ()
    pages: Mapping[str, PageTrace] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Traces:
    """The traces of an earlier run by language, and its texts that are still on the disk, by path.

    `is_kept` states whether the traces of this run will be stored.
    """

    targets: Mapping[str, TargetTrace] = field(default_factory=dict)
    texts: Mapping[str, bytes] = field(default_factory=dict)
    is_kept: bool = False


NO_TRACES = Traces()


def unchanged_pages(
    trace: TargetTrace, planned: Iterable[Planned], recorder: Recorder, texts: Mapping[str, bytes]
) -> dict[str, PageTrace]:
    """Return the traces of those `planned` pages that need not be made, by their path.

    `texts` are those on the disk as they were written, by their path below the output folder.
    """
    found = {
        file.path: known
        for file in planned
        if isinstance(file, Page)
        and file.inputs is not None
        and (known := trace.pages.get(file.path)) is not None
        and known.path in texts
        and known.template == file.template
        and known.inputs == value_digest(file.inputs)
    }
    if not found:
        return {}
    changed = {
        number
        for number, (table, key, known_digest) in enumerate(trace.entries)
        if recorder.digest(table, key) != known_digest
    }
    return {path: known for path, known in found.items() if changed.isdisjoint(known.reads)}


class Tracer:
    """Records what is read while the view of each page of a target is made."""

    def __init__(self, recorder: Recorder, *, is_kept: bool) -> None:
        """Create it; unless the traces are stored (`is_kept`), nothing is recorded."""
        self._recorder, self._is_kept = recorder, is_kept
        self._reads: dict[str, set[Read]] = {}
        self._inputs: dict[str, str] = {}

    def recorded(self, file: Planned) -> Planned:
        """Return a planned file that records what is read when its view is made."""
        traced = isinstance(file, Page) and file.inputs is not None and file.ownership is Ownership.OURS
        if not self._is_kept or not isinstance(file, Page) or not traced:
            return file
        return replace(file, make_view=partial(self._view, file))

    def _view(self, page: Page) -> object:
        self._inputs[page.path] = value_digest(page.inputs)
        with self._recorder.recording() as reads:
            view = page.make_view()
        self._reads[page.path] = reads
        return view

    def trace(self, made_by: str, kept: Kept, written: Iterable[Written]) -> TargetTrace:
        """Return the trace of a run that has `kept` pages of an earlier one and has written others."""
        numbers: dict[tuple[str, str], int] = {}
        pages = dict(kept.renumbered(numbers))
        for file in written:
            path, page = file.rendered.file.path, file.rendered.file
            reads = self._reads.get(path)
            if isinstance(page, Page) and reads is not None and UNKNOWN not in reads:
                known = tuple(numbers.setdefault((table, key_text(key)), len(numbers)) for table, key in reads)
                pages[path] = file.trace(page.template, self._inputs[path], known)
        entries = [(table, key, self._recorder.digest(table, key)) for table, key in numbers]
        return TargetTrace(made_by, entries, pages)


@dataclass(frozen=True, slots=True)
class Kept:
    """The pages that are kept of an earlier run, with its trace."""

    pages: Mapping[str, PageTrace]
    trace: TargetTrace

    def renumbered(self, numbers: dict[tuple[str, str], int]) -> Iterator[tuple[str, PageTrace]]:
        """Yield the pages with the numbers of their reads in a new trace, to which these are added."""
        found: dict[int, int] = {}
        for path, page in self.pages.items():
            for number in page.reads:
                if number not in found:
                    table, key, _ = self.trace.entries[number]
                    found[number] = numbers.setdefault((table, key), len(numbers))
            yield path, page._replace(reads=tuple(found[number] for number in page.reads))


@dataclass(frozen=True, slots=True)
class Written:
    """A page that was rendered: its path below the output folder, its text as written, and its heading."""

    rendered: Rendered
    path: str
    text: str
    before: str
    heading: str

    def trace(self, template: str, inputs: str, reads: tuple[int, ...]) -> PageTrace:
        """Return the trace of the page."""
        return PageTrace(
            template=template,
            inputs=inputs,
            reads=reads,
            path=self.path,
            text=digest(self.text.encode()),
            before=self.before,
            heading=self.heading,
            view=self.rendered.view,
        )
