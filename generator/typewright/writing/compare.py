"""Comparison of a tree with the disk: which files differ, and the diff that `generate` would make."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from pathlib import Path

from msgspec import Struct

from typewright.writing.disk import content_of, found_files
from typewright.writing.lock import Lock
from typewright.writing.owned_files import VerifiedFiles
from typewright.writing.shared_files import is_as_written
from typewright.writing.tree import Tree

_CONTEXT = 3
"""The number of unchanged lines around a change that a diff shows."""
_STEPS = (1 << 16, 1 << 8, 1)
"""The numbers of bytes that are compared at once to find the first one that differs."""
_FIRST_LINE = re.compile(r"([-+])(\d+)")


class State(Enum):
    """How a file on the disk differs."""

    MISSING = "missing"
    STALE = "stale"
    EDITED = "edited by hand"
    OBSOLETE = "no longer generated"
    UNKNOWN = "not generated"


class Drift(Struct, frozen=True):
    """A file, by its path in the output folder, that differs from the tree."""

    path: str
    state: State


def compare(
    tree: Tree, root: Path, previous: Lock | None, verified_files: VerifiedFiles | None = None
) -> tuple[Drift, ...]:
    """Return what differs between `tree` and the folder `root`, by path; `previous` is the lock of the last run.

    A differing file is edited if it is not what the last run wrote, else stale. `verified_files` has the digests of
    files that need not be read, and the files that belong to the user.
    """
    files = verified_files or VerifiedFiles(root)
    locked = previous.files if previous is not None else {}
    drifts = [Drift(path, _state(path, root, locked.get(path))) for path in tree if not files.is_as_in(tree, path)]
    surplus = (path for path in _found(tree, locked, files) if path not in tree and not files.ignore.is_hidden(path))
    drifts.extend(Drift(path, State.OBSOLETE if path in locked else State.UNKNOWN) for path in surplus)
    return tuple(sorted(drifts, key=lambda drift: drift.path))


def _found(tree: Tree, locked: Iterable[str], files: VerifiedFiles) -> Iterable[str]:
    """Return the files in the folders of a tree and of the last run's, which are not walked a second time."""
    folders = {path.partition("/")[0] for path in locked}
    if files.found is not None and all(path.partition("/")[0] in folders for path in tree):
        return files.found.stats
    return found_files(files.root, {*tree, *locked})


def _state(path: str, root: Path, locked: str | None) -> State:
    content = content_of(root / path)
    if content is None:
        return State.MISSING
    return State.STALE if locked is None or is_as_written(locked, content) else State.EDITED


def unified_diff(drifts: Iterable[Drift], tree: Tree, root: Path) -> Iterator[str]:
    """Yield the lines of the diff from the disk to `tree`, without line ends; foreign files are left out."""
    for drift in drifts:
        if drift.state is State.UNKNOWN:
            continue
        old = "/dev/null" if drift.state is State.MISSING else f"a/{drift.path}"
        new = "/dev/null" if drift.state is State.OBSOLETE else f"b/{drift.path}"
        yield from _file_diff(content_of(root / drift.path), tree.get(drift.path), old, new)


def overwritten_diff(edits: Mapping[str, bytes], tree: Tree) -> Iterator[str]:
    """Yield the lines of the diff from the files before a run, `edits` by path, to `tree`, without line ends."""
    for path, content in edits.items():
        yield from _file_diff(content, tree[path], f"a/{path}", f"b/{path}")


def _file_diff(before: bytes | None, after: bytes | None, old: str, new: str) -> Iterator[str]:
    """Yield the diff of one file. What both texts begin and end with is left out first: it is most of a large file."""
    first, second = before or b"", after or b""
    same = first.rfind(b"\n", 0, _common_size(first, second)) + 1
    start = _context_above(first, same)
    number, below = first.count(b"\n", 0, start), _below_change(first[same:], second[same:])
    first, second = first[start:], second[start:]
    lines = _lines(first[: len(first) - below]), _lines(second[: len(second) - below])
    for line in difflib.unified_diff(*lines, old, new, n=_CONTEXT, lineterm=""):
        yield _shifted(line, number) if line.startswith("@@") else line


def _context_above(text: bytes, end: int) -> int:
    """Return where those lines begin that are shown above a change, which begins at a line."""
    for _ in range(_CONTEXT):
        end = text.rfind(b"\n", 0, max(0, end - 1)) + 1
    return end


def _below_change(first: bytes, second: bytes) -> int:
    """Return the size of the lines that both texts end with, but for those that are shown below a change."""
    first, second = b"\n" + first, b"\n" + second  # each line has a line end before it
    end = first[len(first) - _common_size(first[::-1], second[::-1]) :]
    start = 0
    for _ in range(_CONTEXT + 1):
        start = end.find(b"\n", start) + 1
        if not start:
            return 0
    return len(end) - start


def _common_size(first: bytes, second: bytes) -> int:
    """Return the number of bytes that both texts begin with."""
    found, size = 0, min(len(first), len(second))
    for step in _STEPS:
        while found + step <= size and first[found : found + step] == second[found : found + step]:
            found += step
    return found


def _shifted(head: str, lines: int) -> str:
    """Return the head of a hunk (`@@ -3,7 +3,8 @@`) with greater line numbers."""
    return _FIRST_LINE.sub(lambda found: f"{found[1]}{int(found[2]) + lines}", head)


def _lines(content: bytes | None) -> list[str]:
    if not content:
        return []
    lines = content.decode("utf-8", "replace").split("\n")
    return [*lines[:-1], lines[-1] + "\n\\ No newline at end of file"] if lines[-1] else lines[:-1]
