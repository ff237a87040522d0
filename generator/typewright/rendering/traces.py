"""Detection of files of an earlier run that are still right, by what was read while they were made.

The trace of a page has digests of all inputs of its view: the page's own inputs, and each entry of a table that was
read. If none of them has changed, neither has the text, and the page is not made again. The text is taken from the
disk, if it has the recorded digest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, partial
from typing import NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from typewright.base.earlier_entries import EarlierEntries
from typewright.base.last_build import KeptValues
from typewright.base.recorded_steps import RecordedSteps
from typewright.base.recording import UNKNOWN, UNVERIFIABLE, Read, Recorder, key_text
from typewright.base.step_traces import Earlier, StepTrace
from typewright.base.stored_text import StoredText
from typewright.base.value_digest import value_digest
from typewright.pages.page import Ownership, Page, Planned, RuntimeFile
from typewright.rendering.environment import Rendered
from typewright.rendering.llms import NO_QUOTES, Quotes


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


class Entries(NamedTuple):
    """Entries of tables that were read, as columns: names of tables, texts of keys, digests of values."""

    tables: Sequence[str] = ()
    keys: Sequence[str] = ()
    digests: Sequence[str] = ()


NO_ENTRIES = Entries()
_NO_INPUTS = ""
"""In place of the digest of a file's own inputs, where it has none besides the program and the templates."""


class TargetTrace(Struct, frozen=True):
    """The traces of the pages of one target, by the path of the planned file.

    `made_by` is a digest of the inputs of all pages: the options, and facts about the whole API.
    """

    made_by: str = ""
    entries: Entries = NO_ENTRIES
    pages: Mapping[str, PageTrace] = field(default_factory=dict)
    steps: Mapping[str, Mapping[str, StepTrace]] = field(default_factory=dict)
    """The traces of sampled values, by the table and the text of the key."""
    quotes: Quotes = NO_QUOTES
    """Where the list of all pages for language models quotes them."""

    def compacted(self) -> TargetTrace:
        """Return the trace with entries that are mostly those that pages and steps read."""
        reads = (page.reads for page in self.pages.values())
        reads_of_steps = (step.reads for steps in self.steps.values() for step in steps.values())
        used = set[int]().union(*reads, *reads_of_steps)
        if 2 * len(used) >= len(self.entries.tables):
            return self
        order = sorted(used)
        numbers = {old: new for new, old in enumerate(order)}
        return TargetTrace(
            made_by=self.made_by,
            entries=Entries(*([column[number] for number in order] for column in self.entries)),
            pages={path: page._replace(reads=_renumbered(page.reads, numbers)) for path, page in self.pages.items()},
            steps={
                table: {key: step._replace(reads=_renumbered(step.reads, numbers)) for key, step in steps.items()}
                for table, steps in self.steps.items()
            },
            quotes=self.quotes,
        )


def _renumbered(reads: Iterable[int], numbers: Mapping[int, int]) -> tuple[int, ...]:
    return tuple(numbers[number] for number in reads)


class LastTarget(Struct, frozen=True):
    """The trace of a target in the last build of this process, and the entries that were noted in it.

    `makers` are the programs and templates that made it.
    """

    makers: str
    trace: TargetTrace
    entries: EarlierEntries


LAST_TARGETS: KeptValues[LastTarget] = KeptValues("targets")
"""The targets of the last build of this process, by language."""


class Traces(Struct, frozen=True):
    """The traces of an earlier run by language, and its texts that are still on the disk, by path.

    `is_kept` states whether the traces of this run will be stored, `makers` which programs and templates make them.
    """

    targets: Mapping[str, TargetTrace] = field(default_factory=dict)
    texts: Mapping[str, StoredText] = field(default_factory=dict)
    is_kept: bool = False
    makers: str = ""
    in_one_process: bool = False
    """Whether all targets are made in this process, which keeps for its next build what it makes for this one."""

    @property
    def is_traced(self) -> bool:
        """Whether this run compares or stores traces."""
        return self.is_kept or bool(self.targets)

    def of(self, language: str, made_by: str) -> TargetTrace:
        """Return the trace of a target, empty if the pages were made by other inputs than `made_by`."""
        found = self.targets.get(language)
        return TargetTrace() if found is None or found.made_by != made_by else found


NO_TRACES = Traces()


def unchanged_pages(
    trace: TargetTrace, planned: Iterable[Planned], recorder: Recorder, texts: Mapping[str, StoredText], language: str
) -> dict[str, PageTrace]:
    """Return the traces of those `planned` pages that need not be made, by their path.

    `texts` are those on the disk as they were written, by their path below the output folder. From here on, tables of
    the recorder use the trace, too.
    """
    last = LAST_TARGETS.find(language)
    earlier = last.entries if last is not None and last.trace is trace else None
    is_unchanged = _Unchanged(recorder, trace.entries, earlier)
    recorder.earlier = Earlier(trace.steps, is_unchanged.__getitem__)
    found = {
        file.path: known
        for file in planned
        if (known := _trace_of(file, trace, texts)) is not None and known.inputs == _inputs_of(file)
    }
    if not found:
        return {}
    changed = is_unchanged.changed_numbers()
    return {path: known for path, known in found.items() if changed.isdisjoint(known.reads)}


class _Unchanged(dict[int, bool]):
    """Whether the entry with a number is what it was in the last run, found out on the first question."""

    def __init__(self, recorder: Recorder, entries: Entries, earlier: EarlierEntries | None) -> None:
        super().__init__()
        self._recorder = recorder
        self._tables, self._keys, self._digests = entries
        self._digest_of = {table: recorder.digest_function(table) for table in set(entries.tables)}
        self._changed = {} if earlier is None else earlier.changed(recorder)

    def __missing__(self, number: int) -> bool:
        table, key = self._tables[number], self._keys[number]
        if table in self._changed and key not in self._changed[table]:
            self[number] = True
            return True
        known = self._digests[number]
        current = self._digest_of[table](key)
        self[number] = found = current == known != UNVERIFIABLE
        return found

    def changed_numbers(self) -> set[int]:
        """Return the numbers of all entries that have changed."""
        numbers_of: dict[str, list[int]] = {}
        for number, table in enumerate(self._tables):
            numbers_of.setdefault(table, []).append(number)
        for table, numbers in numbers_of.items():
            if table not in self._changed:
                self._compare(table, [number for number in numbers if number not in self])
        return {number for number in range(len(self._tables)) if not self[number]}

    def _compare(self, table: str, numbers: list[int]) -> None:
        """Find out of the entries of a table with these numbers whether they are what they were, all together."""
        keys, known = self._keys, self._digests
        digests = self._recorder.digests(table, [keys[number] for number in numbers])
        self.update(
            (number, current == known[number] != UNVERIFIABLE) for number, current in zip(numbers, digests, strict=True)
        )


def _trace_of(file: Planned, trace: TargetTrace, texts: Mapping[str, StoredText]) -> PageTrace | None:
    """Return the trace of a file whose text is on the disk, made of the same template or the same runtime module."""
    known = trace.pages.get(file.path)
    return known if known is not None and known.path in texts and known.template == _source_of(file) else None


def _source_of(file: Planned) -> str:
    match file:
        case Page(template=source) | RuntimeFile(source=source):
            return source
    return ""


def _inputs_of(file: Planned) -> str | None:
    """Return the digest of a file's own inputs; None if it is always made. Runtime modules have none."""
    if isinstance(file, RuntimeFile):
        return _NO_INPUTS
    return value_digest(file.inputs) if isinstance(file, Page) and file.inputs is not None else None


class Tracer:
    """Records what is read while the view of each page of a target is made."""

    def __init__(
        self, recorder: Recorder, known: TargetTrace, texts: Mapping[str, StoredText], *, is_kept: bool
    ) -> None:
        """Create it; unless the traces `is_kept`, nothing is noted.

        `known` is the trace of the last run, empty if other options made it; `texts` are as for `unchanged_pages`.
        """
        self._recorder, self._is_kept = recorder, is_kept
        self._known, self._texts = known, texts
        self._numbering = _Numbering(known.entries if is_kept else NO_ENTRIES)
        self._reads: dict[str, tuple[int, ...]] = {}
        """The numbers of what was read for each page, by its path; none of pages that are never reused."""
        self._inputs: dict[str, str] = {}
        self.same_views: dict[str, PageTrace] = {}
        """The pages without inputs that have the same view as in the last run, by their paths."""

    def has_same_view(self, page: Page, view: object) -> bool:
        """Return whether a page without inputs has the view that it had in the last run, so that its text is known."""
        is_untraced = not self._is_kept and not self._known.pages
        if is_untraced or page.inputs is not None or page.ownership is not Ownership.OURS:
            return False
        try:
            self._inputs[page.path] = value_digest(view)
        except TypeError:
            return False
        self._reads[page.path] = ()
        known = _trace_of(page, self._known, self._texts)
        if known is None or known.inputs != self._inputs[page.path]:
            return False
        self.same_views[page.path] = known
        return True

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
        if UNKNOWN not in reads:
            self._reads[page.path] = tuple(map(self._numbering.__getitem__, reads))
        return view

    def trace(
        self, made_by: str, kept: Mapping[str, PageTrace], written: Iterable[Written], quotes: Quotes = NO_QUOTES
    ) -> TargetTrace:
        """Return the trace of a run that has `kept` pages of an earlier one, by path, and has written others.

        `quotes` are those of the pages in the list for language models.
        """
        pages = dict(kept)
        for file in written:
            path, page = file.rendered.file.path, file.rendered.file
            reads = self._reads.get(path)
            if isinstance(page, Page) and reads is not None:
                pages[path] = file.trace(page.template, self._inputs[path], reads)
            elif isinstance(page, RuntimeFile):
                pages[path] = file.trace(page.source, _NO_INPUTS, ())
        steps = {
            name: table.traces(self._numbering.__getitem__)
            for name, table in self._recorder.tables.items()
            if isinstance(table, RecordedSteps)
        }
        made = TargetTrace(
            made_by=made_by,
            entries=self._numbering.entries(self._recorder),
            pages=pages,
            steps=steps,
            quotes=quotes,
        )
        return made.compacted() if self._known.entries.tables else made


class _Numbering(dict[Read, int]):
    """The number of each read; entries of an earlier run keep their numbers, so that pages which are kept stay."""

    def __init__(self, entries: Entries) -> None:
        super().__init__()
        self._tables, self._keys, self._digests = map(list[str], entries)
        self._earlier = {read: number for number, read in enumerate(zip(self._tables, self._keys, strict=True))}

    @cached_property
    def _texts(self) -> dict[str, str]:
        """One object for each text of a key, which is written once then; most runs read nothing new."""
        return dict(zip(self._keys, self._keys, strict=True))

    def __missing__(self, read: Read) -> int:
        """Return the number of what was read in this run."""
        table, key = read[0], key_text(read[1])
        number = self._earlier.get((table, key)) if self._earlier else None
        if number is None:
            number = len(self._tables)
            self._tables.append(table)
            self._keys.append(self._texts.setdefault(key, key))
            self._digests.append("")
        self[read] = number
        return number

    def entries(self, recorder: Recorder) -> Entries:
        """Return all entries in the order of their numbers, what was read in this run with the digests that it has."""
        digest_of = {table: recorder.digest_function(table) for table in set(self._tables)}
        for number in self.values():
            self._digests[number] = digest_of[self._tables[number]](self._keys[number])
        return Entries(self._tables, self._keys, self._digests)


class Written(Struct, frozen=True):
    """A page that was rendered: its path below the output folder, the digest of its text as written, its heading."""

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
            text=self.text,
            before=self.before,
            heading=self.heading,
            view=self.rendered.view,
        )
