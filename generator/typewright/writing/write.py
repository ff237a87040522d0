"""Writing of a tree: only differing files are written, only generated files are replaced or deleted, the lock last."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from typewright.base.errors import Diagnostic, UsageError
from typewright.writing.disk import content_of, status_of
from typewright.writing.lock import Lock, lock_text, read_lock
from typewright.writing.os_errors import os_errors_reported
from typewright.writing.owned_files import OwnedFiles, VerifiedFiles, claims_prefix, owned_files
from typewright.writing.session import Session
from typewright.writing.tree import Tree, UnsafePathError, check_path, folded
from typewright.writing.written import Written

SHOWN = 10
"""The number of paths that a message names."""
_TEMPORARY = ".typewright.tmp"
_ADVICE = "nothing is lost: mend the cause, then run 'typewright generate' again"


def write_tree(
    tree: Tree,
    root: Path,
    lock_path: Path,
    previous: Lock | None,
    lock: Lock,
    *,
    overwrite: bool,
    known: VerifiedFiles | None = None,
) -> Written:
    """Make the folder `root` contain `tree`, and write `lock`; `previous` is the lock of the last run.

    `known` has the verified content of some files, so that they need not be read, and the files that belong to the
    user; it was found without following a link. Files that `previous` lists and `tree` lacks are deleted if they are as
    they were written, unless it is the lock of another output folder. Foreign files are not changed: if one is at a
    path of `tree`, UsageError is raised before anything is written, unless `overwrite`. UsageError is also raised for
    symbolic links on the path, another run, and errors of the file system.
    """
    with os_errors_reported("write", root, _ADVICE), Session(lock_path) as session:
        previous = _current_lock(lock_path, previous, lock)
        _remove_partial_files(root / _TEMPORARY, _beside(lock_path))
        owned = owned_files(root, lock_path, previous, session.claimed)
        ours = owned.paths()
        files = known or VerifiedFiles(root)
        gone = (path for path in ours - set(tree) if not files.ignore.is_hidden(path))
        obsolete = sorted(path for path in gone if owned.is_as_written(path))
        replaced = {folded(path) for path in obsolete}
        changed = [path for path in tree if (replaced and folded(path) in replaced) or not files.is_as_in(tree, path)]
        _refuse_links(root, [*changed, *obsolete])
        if not overwrite:
            _refuse_foreign_files(root, changed, ours)
        edits = dict(_edits(owned, (path for path in changed if not files.is_verified(path))))
        root.mkdir(parents=True, exist_ok=True)
        prefix = claims_prefix(root, lock_path)
        session.announce((prefix + path, tree.digest(path)) for path in changed)
        removed = _remove(root, obsolete)
        for path in changed:
            _replace(f"{root}/{path}", tree[path], root / _TEMPORARY)
        _write_lock(lock_path, lock)
    return Written(
        written=len(changed),
        unchanged=len(tree) - len(changed),
        removed=removed,
        ignored=session.ignored,
        edits=edits,
        paths=tuple(changed),
        removed_paths=tuple(obsolete),
    )


def _edits(owned: OwnedFiles, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of the files of the lock that exist and are not as a run wrote them."""
    for path in paths:
        content = content_of(f"{owned.root}/{path}") if path in owned.locked else None
        if content is not None and not owned.is_as_written(path):
            yield path, content


def replace_lock(lock_path: Path, lock: Lock) -> None:
    """Replace an existing lock, while no other run is active. Raises UsageError as `write_tree` does."""
    with os_errors_reported("write", lock_path, "mend the cause, then try again"), Session(lock_path):
        _write_lock(lock_path, lock)


def _write_lock(lock_path: Path, lock: Lock) -> None:
    """Write the lock, unless it has this text already."""
    content = lock_text(lock).encode()
    if content_of(lock_path) != content:
        _replace(str(lock_path), content, _beside(lock_path))


def _beside(lock_path: Path) -> Path:
    return lock_path.with_name(lock_path.name + ".tmp")


def _current_lock(lock_path: Path, previous: Lock | None, lock: Lock) -> Lock | None:
    """Return the present lock: that of the last run, or of one that did the same while this one ran.

    Raises UsageError if another run has written something else meanwhile.
    """
    standing = read_lock(lock_path)
    if standing not in (previous, lock):
        message = f"another run has written here meanwhile: '{lock_path.as_posix()}' is not what it was"
        raise UsageError([Diagnostic("E007", message, help="run again")])
    return standing


def _remove_partial_files(*temporaries: Path) -> None:
    """Remove partial files of a killed run."""
    for path in temporaries:
        status = status_of(path)
        if status is not None and stat.S_ISREG(status.st_mode):
            path.unlink()


def _refuse_links(root: Path, paths: Iterable[str]) -> None:
    """Refuse paths outside of `root`: by their own text, or by a symbolic link."""
    seen: set[str] = set()
    for path in paths:
        try:
            check_path(path)
        except UnsafePathError as fault:
            raise UsageError([Diagnostic("E005", f"the lock is damaged: {fault}", help="delete the lock")]) from fault
        steps = path
        while steps and steps not in seen:
            seen.add(steps)
            status = status_of(f"{root}/{steps}")
            if status is not None and stat.S_ISLNK(status.st_mode):
                message = f"'{(root / steps).as_posix()}' is a symbolic link; nothing is written through it"
                raise UsageError(
                    [Diagnostic("E008", message, help="replace the link by a folder or a file of its own")]
                )
            steps = steps.rpartition("/")[0]


def _refuse_foreign_files(root: Path, paths: Iterable[str], ours: set[str]) -> None:
    """Raise UsageError if one of `paths`, or a parent of it, is a file that no run has generated."""
    found = (_obstacle(root, path, ours) for path in paths if path not in ours)
    strangers = list(dict.fromkeys(path for path in found if path is not None))
    if strangers:
        more = f" and {len(strangers) - SHOWN} more" if len(strangers) > SHOWN else ""
        names = ", ".join(f"'{path}'" for path in strangers[:SHOWN])
        message = f"in the folder '{root.as_posix()}' stands what no earlier run made: {names}{more}"
        advice = "move these files away, or run 'typewright generate --overwrite' to give them up"
        raise UsageError([Diagnostic("E009", message, help=advice)])


def _obstacle(root: Path, path: str, ours: set[str]) -> str | None:
    """Return what prevents a file at `path`: a file as its parent, a file, or a foreign folder.

    A folder is a generated one if it contains a file, and all its files are generated.
    """
    for length in range(1, path.count("/") + 1):
        folder = "/".join(path.split("/")[:length])
        status = status_of(f"{root}/{folder}")
        if status is None:
            return None
        if not stat.S_ISDIR(status.st_mode):
            return None if folder in ours else folder
    status = status_of(f"{root}/{path}")
    if status is None:
        return None
    if not stat.S_ISDIR(status.st_mode):
        return path
    inside = [file.relative_to(root).as_posix() for file in (root / path).rglob("*") if not file.is_dir()]
    return None if inside and all(file in ours for file in inside) else path


def _remove(root: Path, paths: Iterable[str]) -> int:
    """Delete the files at `paths` and folders that become empty; return the number of files."""
    removed = 0
    for path in paths:
        status = status_of(root / path)
        if status is None or not stat.S_ISREG(status.st_mode):
            continue
        (root / path).unlink()
        removed += 1
        for folder in (root / path).parents:
            if folder == root or any(folder.iterdir()):
                break
            folder.rmdir()
    return removed


def _replace(path: str, content: bytes, temporary: Path) -> None:
    """Write `content` to `path` atomically, through the file `temporary` on the same file system."""
    handle = _opened(temporary)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        try:
            temporary.replace(path)
        except FileNotFoundError:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def _opened(temporary: Path) -> int:
    """Return a handle to a new file, replacing one of a killed run."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        return os.open(temporary, flags, 0o666)
    except FileExistsError:
        temporary.unlink()
        return os.open(temporary, flags, 0o666)
