"""The record of a verified tree on this machine, so that the next run need not read 5,000 files.

It has size, times and inode of each file. A file whose status is unchanged, and that was not modified shortly before
the record was made, has the recorded content. The first line sums up the record, for a tree that is as it was.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from typewright.base.digest import digest
from typewright.writing.cache_file import write_if_possible
from typewright.writing.disk import FoundFiles, Status, identity, landmarks, read_regular
from typewright.writing.lock import Lock, lock_text, parse_lock

SETTLED_NS = 2_000_000_000
"""The minimum age of a file's times when the record is made; no file system in use has a coarser resolution."""
FINELY_SETTLED_NS = 100_000_000
"""The minimum age if both times have a fraction of a second: such file systems follow the system clock, whose ticks are
at most 16 ms apart."""
_SECOND_NS = 1_000_000_000

_NONE: Mapping[str, Status] = {}
Warned = tuple[str, str, str, str]
"""A warning without its location: code, message, pointer, help."""


class MadeOf(NamedTuple):
    """The digest of the values of the description that a tree was made of, and what the run warned of besides.

    `warnings` are those that do not come from reading the description. Nothing is known if `values` is empty.
    """

    values: str = ""
    warnings: tuple[Warned, ...] = ()


UNKNOWN = MadeOf()


class VerifiedTree(NamedTuple):
    """A verified tree: the digests of its lock and of the code that verified it, and the status of each file."""

    lock: str
    code: str = ""
    files: Mapping[str, Status] = _NONE
    made_of: MadeOf = UNKNOWN

    def is_unchanged(self, path: str, status: os.stat_result) -> bool:
        """Return whether the file at `path` is still the one that was read for the record."""
        return self.files.get(path) == identity(status)


class Summary(NamedTuple):
    """What a verified tree is as a whole, so that one that is unchanged is recognised without its 5,000 entries."""

    lock: Lock
    """The lock without its entries by file and by name."""
    code: str
    landmarks: Sequence[str]
    """See `disk.landmarks`."""
    statuses: str
    """See `FoundFiles.digest`; empty if a file was modified shortly before the record was made."""
    file_count: int

    def is_unchanged(self, root: Path) -> bool:
        """Return whether the output folder `root` has the same files, and no others."""
        return bool(self.statuses) and FoundFiles.below(root, self.landmarks).digest == self.statuses


def read_summary(lock_path: Path, lock: str) -> Summary | None:
    """Return the summary for the lock at `lock_path` with the digest `lock`; None without one."""
    try:
        members = json.loads(read_regular(_cache_path(lock_path)).partition(b"\n")[0])
        if members["lock"] == lock:
            return Summary(
                lock=parse_lock(members["inputs"].encode()),
                code=members["code"],
                landmarks=members["landmarks"],
                statuses=members["statuses"],
                file_count=members["file_count"],
            )
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        pass
    return None


def read_verified_tree(lock_path: Path, lock: str) -> VerifiedTree:
    """Return the record for the lock at `lock_path` with the digest `lock`, or an empty one."""
    try:
        summary, entries = _parsed(read_regular(_cache_path(lock_path)))
        if summary["lock"] == lock:
            return VerifiedTree(lock, str(summary["code"]), dict(entries["files"]), _made_of(*entries["made of"]))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        pass
    return VerifiedTree(lock)


@lru_cache(maxsize=1)  # a run reads the record up to three times
def _parsed(content: bytes) -> tuple[Any, Any]:
    summary, _, entries = content.partition(b"\n")
    return json.loads(summary), json.loads(entries)


def write_verified_tree(lock_path: Path, lock: Lock, tree: VerifiedTree, found: FoundFiles) -> None:
    """Record that the tree of the files `found` is verified, which `lock` describes; failures are ignored.

    The digests are those of `tree`, and what it was made of; its files are not looked at.
    """
    import msgspec  # noqa: PLC0415 - reading, which most runs do alone, needs no such import

    files = {path: identity(status) for path, status in found.stats.items() if is_settled(status, found.time_ns)}
    summary = {
        "lock": tree.lock,
        "code": tree.code,
        "inputs": lock_text(lock._replace(files={}, names={}, fingerprints={}, since={})),
        "landmarks": landmarks(lock.files),
        "statuses": found.digest if files.keys() == lock.files.keys() == found.stats.keys() else "",
        "file_count": len(files),
    }
    entries = {"files": files, "made of": [tree.made_of.values, tree.made_of.warnings]}
    with suppress(UnicodeError):
        write_if_possible(_cache_path(lock_path), msgspec.json.encode(summary) + b"\n" + msgspec.json.encode(entries))


def _made_of(values: object, warnings: Iterable[Iterable[object]]) -> MadeOf:
    """Return what a record has of this. Raises ValueError or TypeError if it is damaged."""
    found = tuple(
        (str(code), str(message), str(pointer), str(help_)) for code, message, pointer, help_ in map(tuple, warnings)
    )
    return MadeOf(str(values), found)


def is_settled(status: os.stat_result, now: int) -> bool:
    """Return whether any later change gives a file other times than those that `status` has at the time `now`."""
    times = (status.st_mtime_ns, status.st_ctime_ns)
    is_fine = all(time_ % _SECOND_NS for time_ in times)
    return max(times) < now - (FINELY_SETTLED_NS if is_fine else SETTLED_NS)


def is_same_status(status: os.stat_result, other: os.stat_result) -> bool:
    """Return whether a file that had the status `other` has not been touched since."""
    return identity(status) == identity(other)


def _cache_path(lock_path: Path) -> Path:
    return cache_path(lock_path, ".json")


def cache_path(lock_path: Path, ending: str) -> Path:
    """Return the path of a cached file for a lock, in the cache folder of the platform (on Unix by XDG)."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    name = digest(os.fsencode(lock_path.resolve()))
    return Path(base).expanduser() / "typewright" / f"{name}{ending}"
