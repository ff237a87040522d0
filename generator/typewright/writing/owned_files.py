"""What the files on the disk hold, without reading those that were found right before and not touched since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from typewright.base.digest import digest
from typewright.writing.disk import content_of, found_files
from typewright.writing.ignoring import NOTHING, Ignore
from typewright.writing.lock import Lock
from typewright.writing.tree_stamp import read_stamp


@dataclass(frozen=True, slots=True)
class KnownFiles:
    """The digests of files below the folder `root`, by path; all other files are read.

    `ignore` says which files belong to the user.
    """

    root: Path
    digests: Mapping[str, str] = field(default_factory=dict)
    ignore: Ignore = NOTHING

    def hold(self, path: str, content: bytes) -> bool:
        """Return whether the file at `path` is a regular one with exactly this content."""
        known = self.digests.get(path)
        return content_of(f"{self.root}/{path}") == content if known is None else known == digest(content)


def known_files(root: Path, lock_path: Path, lock: Lock | None, ignore: Ignore = NOTHING) -> KnownFiles:
    """Return what this machine knows of the output folder `root`, where the last run wrote `lock`.

    A file is known where its status is the one that it had when it was found right (see `docs/up-to-date.md`).
    """
    if lock is None:
        return KnownFiles(root, {}, ignore)
    stamp = read_stamp(lock_path, digest(lock_path.read_bytes()))
    stats = found_files(root, lock.files) if stamp.files else {}
    trusted = {path for path, status in stats.items() if stamp.trusts(path, status)}
    return KnownFiles(root, {path: known for path, known in lock.files.items() if path in trusted}, ignore)
