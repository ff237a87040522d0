"""Storage of the traces of the last run on this machine, by which the next one knows what it need not make again.

They are stored in the user's cache folder, beside the record of a verified tree, as names and digests in the format of
marshal. A file that is damaged, or of another version or program, is not read: the digest of the whole is verified
first.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Any

from typewright.base.errors import UsageError
from typewright.base.step_traces import StepTrace
from typewright.rendering.llms import Quotes
from typewright.rendering.traces import LAST_TARGETS, NO_TRACES, Entries, PageTrace, TargetTrace, Traces
from typewright.writing.cache_file import read_cache_file, write_cache_file
from typewright.writing.kept_files import kept_files
from typewright.writing.staleness import code_digest, formatter_version
from typewright.writing.tree import UnsafePathError, check_path
from typewright.writing.verified_tree import cache_path

_FORMAT = 4
_LIBRARIES = ("jinja2", "markupsafe")
"""The libraries whose versions may change a text; the formatter is recorded separately."""


def read_traces(
    lock_path: Path,
    root: Path,
    makers: str,
    trusted: Mapping[str, str],
    contents: Mapping[str, bytes] = MappingProxyType({}),
) -> Traces:
    """Return the traces of the last run that wrote below the folder `root`, if its texts are still there.

    `makers` identifies what made them: version of the program, formatter, templates. `trusted` has the digests of files
    that need not be read, and `contents` those contents that are known, by digest.
    """
    if not root.is_dir():
        return NO_TRACES
    try:
        content = read_cache_file(_path(lock_path), _programs(makers))
        written = marshal.loads(content)  # noqa: S302 - values without code, below their digest
        targets = {_text(language): _target(*marshal.loads(trace)) for language, trace in written}  # noqa: S302
        return Traces(targets, dict(kept_files(root, _texts(targets), trusted, contents)), makers=makers)
    except (
        OSError,
        EOFError,
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        RecursionError,
        UnsafePathError,
        UsageError,
    ):
        return NO_TRACES


def traces_in_memory(
    languages: Collection[str], root: Path, makers: str, trusted: Mapping[str, str], contents: Mapping[str, bytes]
) -> Traces | None:
    """Return the traces of the last build of this process, as `read_traces` does; None if it has made other targets."""
    found = {language: last for language in languages if (last := LAST_TARGETS.find(language)) is not None}
    if len(found) < len(languages) or any(last.makers != makers for last in found.values()):
        return None
    targets = {language: last.trace for language, last in found.items()}
    return Traces(targets, dict(kept_files(root, _texts(targets), trusted, contents)), makers=makers)


def _target(
    made_by: object, entries: object, paths: object, pages: object, steps: object, quotes: object
) -> TargetTrace:
    """Return the trace of a target from columns. Raises TypeError or ValueError where they are none."""
    known = Entries(*_columns(entries, len(Entries._fields)))
    columns = _columns(pages, len(PageTrace._fields), but=PageTrace._fields.index("reads"))
    names, _ = _columns([paths, columns[0]], 2)
    traces = dict(zip(names, map(PageTrace._make, zip(*columns, strict=True)), strict=True))
    if not isinstance(steps, dict):
        raise TypeError("not the steps of tables")
    taken = {_text(table): _steps(*written) for table, written in steps.items()}
    for numbers in (trace.reads for trace in chain(traces.values(), *(found.values() for found in taken.values()))):
        if numbers and not 0 <= min(numbers) <= max(numbers) < len(known.tables):
            raise ValueError("a number of nothing")
    return TargetTrace(made_by=_text(made_by), entries=known, pages=traces, steps=taken, quotes=_quotes(quotes))


def _quotes(written: object) -> Quotes:
    """Return the quotes of a trace. Raises TypeError or ValueError without any."""
    path, known, *columns = written if isinstance(written, tuple) else ()
    pages, ranges = _columns(columns, 2, but=1)
    if set(map(len, ranges)) - {2}:
        raise ValueError("not the ends of ranges")
    return Quotes(_text(path), _text(known), dict(zip(pages, ranges, strict=True)))


def _steps(keys: object, written: object) -> dict[str, StepTrace]:
    """Return the traces of a table's steps from columns. Raises TypeError or ValueError where they are none."""
    digests, reads, found, made = written if isinstance(written, list) and len(written) == 4 else ((), (), (), ())
    names, digests = _columns([keys, digests], 2)
    (reads,) = _columns([reads], 1, but=0)
    for column in (found, made):
        if not all(isinstance(key, tuple) and isinstance(text, str) for parts in column for key, text in parts):
            raise TypeError("not the digests of parts")
    return dict(zip(names, map(StepTrace._make, zip(digests, reads, found, made, strict=True)), strict=True))


def _columns(written: object, count: int, but: int | None = None) -> list[Any]:
    """Return `count` columns of texts of one length, of which the one at `but` has tuples of numbers.

    Raises TypeError or ValueError where they are something else.
    """
    if not isinstance(written, list | tuple) or len(written) != count:
        raise TypeError("not a table")
    for number, column in enumerate(written):
        if not isinstance(column, list) or len(column) != len(written[0]):
            raise TypeError("not a column")
        if not set(map(type, column)) <= {tuple if number == but else str}:
            raise TypeError("not what is in this column")
    if but is not None and not set(map(type, chain.from_iterable(written[but]))) <= {int}:
        raise TypeError("not numbers")
    return list(written)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _texts(targets: Mapping[str, TargetTrace]) -> Iterator[tuple[str, str]]:
    """Yield path and digest of each page. Raises UnsafePathError for a path outside of the output folder."""
    for trace in targets.values():
        for page in trace.pages.values():
            check_path(page.path)
            yield page.path, page.text
        if trace.quotes.path:
            check_path(trace.quotes.path)
            yield trace.quotes.path, trace.quotes.digest


def encoded_trace(trace: TargetTrace) -> bytes:
    """Return a trace as it is written; it crosses processes in this form, too."""
    entries = [list(column) for column in trace.entries]
    pages = _table(trace.pages.values(), PageTrace._fields)
    steps = {table: (list(found), _table(found.values(), StepTrace._fields)) for table, found in trace.steps.items()}
    quotes = (trace.quotes.path, trace.quotes.digest, [*trace.quotes.ranges], [*trace.quotes.ranges.values()])
    return marshal.dumps((trace.made_by, entries, list(trace.pages), pages, steps, quotes))


def _table(rows: Iterable[tuple[Any, ...]], names: Sequence[str]) -> list[list[Any]]:
    """Return the columns of rows that have a value for each of `names`."""
    return [list(column) for column in zip(*rows, strict=True)] or [[] for _ in names]


def write_traces(lock_path: Path, makers: str, targets: Mapping[str, TargetTrace | bytes]) -> None:
    """Write the traces of a run by language, some of them encoded; where that fails, there are none."""
    encoded = [
        (language, trace if isinstance(trace, bytes) else encoded_trace(trace)) for language, trace in targets.items()
    ]
    write_cache_file(_path(lock_path), _programs(makers), marshal.dumps(encoded))


def _programs(makers: str) -> str:
    return f"{_FORMAT} {programs(makers)}"


def programs(makers: str) -> str:
    """Return the programs that make files: `makers`, the code of this one, Python, and the libraries involved."""
    libraries = [formatter_version(name) for name in _LIBRARIES]
    return " ".join([makers, code_digest(), sys.version, *libraries])


def _path(lock_path: Path) -> Path:
    return cache_path(lock_path, ".traces")
