"""Detection of up-to-date trees from digests alone, without parsing the description.

The inputs are the configuration or the options, each file of the description, the user's templates, and each generated
file. Imports are kept light, since most runs end here.
"""

from __future__ import annotations

import stat
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import typewright
from typewright.base.digest import digest
from typewright.base.errors import UsageError
from typewright.writing.disk import FoundFiles, Stats, folder_digest, read_regular, status_digest, status_of
from typewright.writing.ignoring import read_ignore
from typewright.writing.lock import Lock, parse_lock
from typewright.writing.session import record_path
from typewright.writing.verified_tree import (
    UNKNOWN,
    MadeOf,
    Summary,
    VerifiedTree,
    read_summary,
    read_verified_tree,
    write_verified_tree,
)


class RunInputs(NamedTuple):
    """The inputs of a run that are known without reading the description."""

    lock_path: Path
    settings: str
    """See `Lock.settings`."""
    spec: Path | None
    """The root file of the description, if the command line names it."""


def up_to_date_file_count(inputs: RunInputs) -> int | None:
    """Return the number of files in the tree if it is as the last run left it; None if not, or if unknown."""
    try:
        if status_of(record_path(inputs.lock_path)) is not None:
            return None
        content = read_regular(inputs.lock_path)
        lock_digest = digest(content)
        summary = read_summary(inputs.lock_path, lock_digest)
        if summary is not None and not _has_same_inputs(summary.lock, summary.code, inputs):
            return None
        if summary is not None and _is_unchanged(summary, inputs.lock_path):
            return summary.file_count
        lock = parse_lock(content)
        verified_tree = read_verified_tree(inputs.lock_path, lock_digest)
        is_same = summary is not None or _has_same_inputs(lock, verified_tree.code, inputs)
        return _checked_files(lock, verified_tree, inputs.lock_path) if is_same else None
    except (OSError, ValueError, TypeError, UsageError, RecursionError):
        return None


def reusable_tree(inputs: RunInputs, lock: Lock, values: str) -> MadeOf:
    """Return what the tree of `lock` was made of if a run would make the same one again; else nothing.

    `lock` is the one at the path of `inputs`, `values` as `MadeOf` has them. All other inputs must be those of the run
    that wrote the lock, and the tree must be on the disk as it was written.
    """
    try:
        verified_tree = read_verified_tree(inputs.lock_path, digest(read_regular(inputs.lock_path)))
        made_of = verified_tree.made_of
        if made_of.values != values or not _is_made_by_same_versions(lock, verified_tree.code):
            return UNKNOWN
        is_same = _has_same_settings(lock, inputs) and _checked_files(lock, verified_tree, inputs.lock_path) is not None
        return made_of if is_same else UNKNOWN
    except (OSError, ValueError, TypeError, UsageError, RecursionError):
        return UNKNOWN


def remember(lock_path: Path, lock: Lock, made_of: MadeOf = UNKNOWN, found: FoundFiles | None = None) -> None:
    """Record that the tree of `lock` is on the disk and was verified by this version of the code.

    `made_of` is what the tree was made of; without it, the record keeps what it has of the same lock. `found` are the
    files on the disk; without them, the folder is walked.
    """
    content = digest(read_regular(lock_path))
    made_of = made_of if made_of.values else read_verified_tree(lock_path, content).made_of
    found = found or FoundFiles.below(lock_path.parent / lock.output, lock.files)
    write_verified_tree(lock_path, lock, VerifiedTree(content, code_digest(), made_of=made_of), found)


def is_same_code(lock_path: Path) -> bool:
    """Return whether this program wrote the lock, as far as this machine has recorded it."""
    try:
        verified_tree = read_verified_tree(lock_path, digest(read_regular(lock_path)))
    except OSError:
        return True
    return not verified_tree.files or verified_tree.code == code_digest()


def formatter_version(name: str) -> str:
    """Return name and version of an installed formatter; an empty text for `none`.

    The name may come from a lock: only a plain one is looked up, so that a lock cannot cause imports.
    """
    if name == "none":
        return ""
    spec = find_spec(name) if name.isidentifier() else None
    if spec is None or spec.origin is None:
        return name
    folders = Path(spec.origin).parent.parent.glob(f"{name}-*.dist-info")
    return " ".join([name, *(folder.stem.partition("-")[2] for folder in folders)])


@cache
def code_digest() -> str:
    """Return a digest of the status of this program's files; empty for an installed release: its version suffices."""
    package = Path(typewright.__file__).parent
    templates = package.parent.parent / "templates"
    if (package / "_templates").is_dir() or not templates.is_dir():
        return ""
    return digest(repr([status_digest(package), status_digest(templates)]).encode())


def _has_same_inputs(lock: Lock, code: str, inputs: RunInputs) -> bool:
    """Return whether a run would start from what the one did that wrote the lock, by this program's `code`."""
    return (
        _is_made_by_same_versions(lock, code)
        and _has_same_settings(lock, inputs)
        and _has_same_description(lock, inputs)
    )


def _is_made_by_same_versions(lock: Lock, code: str) -> bool:
    name = lock.formatter.partition(" ")[0] or "none"
    return _is_installed(lock.generator) and formatter_version(name) == lock.formatter and code == code_digest()


def _is_installed(makers: str) -> bool:
    """Return whether the programs of a lock are the installed ones: this one, and each package of other targets."""
    ours, *others = makers.split(" ")
    if ours != typewright.__version__ or not others:
        return ours == typewright.__version__
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - only for targets of other packages

    try:
        return all(version(name) == known for name, known in zip(others[::2], others[1::2], strict=True))
    except PackageNotFoundError:
        return False


def _has_same_settings(lock: Lock, inputs: RunInputs) -> bool:
    """Return whether the configuration and the templates are those of the run that wrote the lock."""
    return lock.settings == inputs.settings and all(
        folder_digest(inputs.lock_path.parent / name) == known for name, known in lock.templates.items()
    )


def _has_same_description(lock: Lock, inputs: RunInputs) -> bool:
    spec = inputs.spec if lock.spec is None else inputs.lock_path.parent / lock.spec
    if spec is None or spec.name not in lock.inputs:
        return False
    files = {name: known for name, known in lock.inputs.items() if "://" not in name}
    return all(digest(read_regular(spec.parent / name)) == known for name, known in files.items())


def _is_unchanged(summary: Summary, lock_path: Path) -> bool:
    """Return whether the output folder is as the summary has it, and no file in it can be the user's own."""
    root = lock_path.parent / summary.lock.output
    return read_ignore(lock_path.parent, root).patterns is None and summary.is_unchanged(root)


def _checked_files(lock: Lock, verified_tree: VerifiedTree, lock_path: Path) -> int | None:
    root = lock_path.parent / lock.output
    ignore = read_ignore(lock_path.parent, root)
    found = FoundFiles.below(root, lock.files)
    stats = {path: status for path, status in found.stats.items() if path in lock.files or not ignore.is_hidden(path)}
    if len(stats) != len(lock.files):
        return None
    doubtful = [path for path, status in stats.items() if not verified_tree.is_unchanged(path, status)]
    if not all(_is_unchanged_file(path, root, lock, stats) for path in doubtful):
        return None
    if doubtful:
        write_verified_tree(lock_path, lock, verified_tree, found)
    return len(stats)


def _is_unchanged_file(path: str, root: Path, lock: Lock, stats: Stats) -> bool:
    from typewright.writing.shared_files import is_as_written  # noqa: PLC0415 - only for files that were touched

    known = lock.files.get(path)
    return known is not None and stat.S_ISREG(stats[path].st_mode) and is_as_written(known, read_regular(root / path))
