"""The generated files of an output folder, and their content. Verified files without changes are not read again.

A generated file is identified by its full path and its content. The paths of a lock are relative to its output folder:
in another folder the lock owns nothing, even at the same relative paths.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct, field

from typewright.base.digest import digest
from typewright.writing.disk import FoundFiles, content_of, is_same_text, read_regular, status_of
from typewright.writing.ignoring import NOTHING, Ignore
from typewright.writing.lock import Lock
from typewright.writing.shared_files import is_ours_alone, is_shared
from typewright.writing.tree import Tree
from typewright.writing.verified_tree import VerifiedTree, is_same_status, is_settled, read_verified_tree


class VerifiedFiles(Struct, frozen=True):
    """The digests of files below the folder `root`, by path; all other files are read.

    `ignore` determines which files belong to the user.
    """

    root: Path
    digests: Mapping[str, str] = field(default_factory=dict)
    ignore: Ignore = NOTHING
    found: FoundFiles | None = None
    """The files of the folder; None if it was not walked."""
    contents: Mapping[str, bytes] = field(default_factory=dict)
    """The contents of files that were read for their digests, by digest."""

    def is_verified(self, path: str) -> bool:
        """Return whether the digest of the file at `path` is known, and the file is as it was when the run began."""
        if path not in self.digests or self.found is None:
            return False
        status = status_of(f"{self.root}/{path}")
        return status is not None and is_same_status(status, self.found.stats[path])

    def is_as_in(self, tree: Tree, path: str) -> bool:
        """Return whether the file at `path` is a regular one with the content in `tree`, up to line ends."""
        known = self.digests.get(path)
        if known is not None:
            return known == tree.digest(path)
        found = content_of(f"{self.root}/{path}")
        return found is not None and is_same_text(found, tree[path])


def verified_files(root: Path, lock_path: Path, lock: Lock | None, ignore: Ignore = NOTHING) -> VerifiedFiles:
    """Return the recorded digests of the output folder `root`, if the last run wrote `lock`.

    The digest of a file is known if its status is the same as when the file was verified (see `docs/up-to-date.md`).
    """
    lock = owning_lock(root, lock_path, lock)
    if lock is None:
        return VerifiedFiles(root, {}, ignore)
    verified_tree = read_verified_tree(lock_path, digest(read_regular(lock_path)))
    if not verified_tree.files:
        return VerifiedFiles(root, {}, ignore)
    found = FoundFiles.below(root, lock.files)
    trusted = {path for path, status in found.stats.items() if verified_tree.is_unchanged(path, status)}
    known = {path: entry for path, entry in lock.files.items() if path in trusted and not is_shared(entry)}
    contents: dict[str, bytes] = {}
    for path in _written_last(verified_tree, found):
        entry = lock.files.get(path, "")
        content = content_of(f"{root}/{path}") if entry and not is_shared(entry) else None
        if content is not None and digest(content) == entry:
            known[path], contents[entry] = entry, content
    return VerifiedFiles(root, known, ignore=ignore, found=found, contents=contents)


def _written_last(verified_tree: VerifiedTree, found: FoundFiles) -> Iterator[str]:
    """Yield the files whose status the record does not have, since they were written shortly before it was made.

    Each of them is read once. It has that content for the whole run if its status stays, since that is settled now.
    """
    for path, status in found.stats.items():
        if path not in verified_tree.files and is_settled(status, found.time_ns):
            yield path


Claims = Mapping[str, frozenset[str]]
"""Digests of contents by path, relative to the folder of the lock."""


class OwnedFiles(Struct, frozen=True):
    """The files below the folder `root` that runs have written: digests by path, and the paths that a lock lists."""

    root: Path
    written: Mapping[str, frozenset[str]]
    locked: frozenset[str]

    def paths(self) -> set[str]:
        """Return the paths of generated files: those of the lock, and those that a killed run completed."""
        return {path for path in self.written if path in self.locked or self.is_as_written(path)}

    def is_as_written(self, path: str) -> bool:
        """Return whether the file contains only what a run wrote, up to line ends."""
        content = content_of(f"{self.root}/{path}")
        return content is not None and any(is_ours_alone(known, content) for known in self.written[path])


def owned_files(root: Path, lock_path: Path, lock: Lock | None, claims: Claims = MappingProxyType({})) -> OwnedFiles:
    """Return the generated files below the output folder `root`, by the lock and by the claims of killed runs.

    A lock of another output folder owns nothing here. Neither does one if files exist at its paths and none of them is
    as a run wrote it: then another folder has replaced the output folder.
    """
    locked = lock.files if lock is not None and _is_folder_of(lock, lock_path, root) else {}
    written = {path: frozenset({known}) for path, known in locked.items()}
    start = claims_prefix(root, lock_path)
    for claimed, digests in claims.items():
        if claimed.startswith(start):
            path = claimed.removeprefix(start)
            written[path] = written.get(path, frozenset()) | digests
    found = OwnedFiles(root, written, frozenset(locked))
    return found if _is_kept(found) else OwnedFiles(root, {}, frozenset())


def _is_kept(owned: OwnedFiles) -> bool:
    """Return whether a file is as it was written, or none of the files exists."""
    return any(map(owned.is_as_written, owned.written)) or not any(
        status_of(f"{owned.root}/{path}") for path in owned.written
    )


def _is_folder_of(lock: Lock, lock_path: Path, root: Path) -> bool:
    locked = lock_path.parent / lock.output
    if os.path.abspath(locked) == os.path.abspath(root):  # noqa: PTH100 - symbolic links are kept
        return True
    return locked.exists() and root.exists() and locked.samefile(root)


def owning_lock(root: Path, lock_path: Path, lock: Lock | None) -> Lock | None:
    """Return the lock, without files if it owns none below the output folder `root`."""
    return lock and lock._replace(files={path: lock.files[path] for path in owned_files(root, lock_path, lock).locked})


def claims_prefix(root: Path, lock_path: Path) -> str:
    """Return what precedes the path of an output file in a claim, which is relative to the folder of the lock."""
    return f"{Path(os.path.relpath(root, lock_path.parent)).as_posix()}/"
