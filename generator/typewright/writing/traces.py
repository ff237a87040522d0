"""Storage of the traces of the last run on this machine, by which the next one knows what it need not make again.

They are stored in the user's cache folder, beside the record of a verified tree, as names and digests in the format of
marshal. A file that is damaged, or of another version or program, is not read: the digest of the whole is verified
first.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from typewright.base.digest import digest
from typewright.base.errors import UsageError
from typewright.rendering.traces import NO_TRACES, PageTrace, TargetTrace, Traces
from typewright.writing.disk import content_of, read_regular
from typewright.writing.staleness import code_digest, formatter_version
from typewright.writing.tree import UnsafePathError, check_path
from typewright.writing.verified_tree import cache_path

_FORMAT = 1
_MOST_BYTES = 256 * 1024 * 1024
_LIBRARIES = ("jinja2", "markupsafe")
"""The libraries whose versions may change a text; the formatter is recorded separately."""


def read_traces(lock_path: Path, root: Path, makers: str) -> Traces:
    """Return the traces of the last run that wrote below the folder `root`, if its texts are still there.

    `makers` identifies what made them: version of the program, formatter, templates.
    """
    path = _path(lock_path)
    try:
        if path.stat().st_size > _MOST_BYTES:
            return NO_TRACES
        head, _, content = read_regular(path).partition(b"\n")
        if head != _head(makers, content):
            return NO_TRACES
        targets = {_text(language): _target(*trace) for language, *trace in marshal.loads(content)}  # noqa: S302
        return Traces(targets, dict(_texts(root, targets)))
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


def _target(made_by: object, entries: object, pages: object) -> TargetTrace:
    """Return the trace of a target. Raises TypeError or ValueError if it is invalid."""
    if not isinstance(entries, list) or not isinstance(pages, dict):
        raise TypeError("not a trace")
    if any(len(entry) != len(("table", "key", "digest")) or not _are_texts(entry) for entry in entries):
        raise TypeError("not an entry")
    known = {path: PageTrace(*page) for path, page in pages.items()}
    for path, (template, reads, *texts) in known.items():
        if not _are_texts((path, template, *texts)):
            raise TypeError("not the trace of a page")
        if reads and not 0 <= min(reads) <= max(reads) < len(entries):
            raise ValueError("a number of nothing")
    return TargetTrace(_text(made_by), entries, known)


def _are_texts(values: tuple[object, ...]) -> bool:
    return all(isinstance(value, str) for value in values)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _texts(root: Path, targets: Mapping[str, TargetTrace]) -> Iterator[tuple[str, bytes]]:
    """Yield the texts of pages that are on the disk as they were written."""
    folder = str(root)
    for trace in targets.values():
        for page in trace.pages.values():
            check_path(page.path)
            content = content_of(f"{folder}/{page.path}")
            if content is not None and digest(content) == page.text:
                yield page.path, content


def write_traces(lock_path: Path, makers: str, targets: Mapping[str, TargetTrace]) -> None:
    """Write the traces of a run; failures are ignored."""
    path = _path(lock_path)
    written = []
    for language, trace in targets.items():
        pages = {name: tuple(page) for name, page in trace.pages.items()}
        written.append((language, trace.made_by, list(trace.entries), pages))
    content = marshal.dumps(written)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f"{path.name}.{os.getpid()}")
        temporary.write_bytes(_head(makers, content) + b"\n" + content)
        temporary.replace(path)
    except (OSError, ValueError):
        return


def _head(makers: str, content: bytes) -> bytes:
    """Return the first line of a file: digests of the programs that made it, and of the rest of the file."""
    return f"{_FORMAT} {digest(_made_by(makers).encode())} {digest(content)}".encode()


def _made_by(makers: str) -> str:
    """Return the programs that made a trace: this program and its code, Python, and the libraries involved."""
    libraries = [formatter_version(name) for name in _LIBRARIES]
    return " ".join([makers, code_digest(), sys.version, *libraries])


def _path(lock_path: Path) -> Path:
    return cache_path(lock_path, ".traces")
