"""Loading of descriptions from git revisions (`HEAD~1:spec/openapi.yaml`), with the files that they refer to."""

from __future__ import annotations

import subprocess
from collections.abc import Collection, Sequence
from pathlib import Path
from posixpath import dirname, join, normpath

from typewright.base.codes import REGISTRY
from typewright.base.errors import Diagnostic, UsageError
from typewright.openapi.document import Document, load_document
from typewright.openapi.files.file_set import FileSet, UnreachableError
from typewright.openapi.files.source import Source, parse_source
from typewright.openapi.overlays.application import apply_overlays
from typewright.openapi.overlays.reading import read_overlay
from typewright.openapi.root_file import as_openapi


def load_revision_or_file(
    name: str, *, root_folder: Path | None = None, allow: Collection[str] = (), overlays: Sequence[Path] = ()
) -> Document:
    """Return the description at the path `name`, or at `REVISION:PATH` if there is no such file, changed by `overlays`.

    The path in a revision is relative to the repository's top folder, or to the working folder if it begins with `./`.
    `root_folder` and `allow` limit the references of a description on disk, as in `load_document`. Raises UsageError if
    neither exists, SpecError if the description cannot be read.
    """
    path, (revision, colon, path_in_revision) = Path(name), name.partition(":")
    if path.is_file() or not colon or not revision or not path_in_revision:
        if not path.is_file():
            advice = "name a file, or a file in a git revision such as 'HEAD~1:spec/openapi.yaml'"
            raise UsageError([Diagnostic("E001", f"there is no file '{name}'", help=advice)])
        root = root_folder if root_folder is not None and _is_below(path, root_folder) else None
        return load_document(path, root_folder=root, allow=allow, overlays=overlays)
    try:
        path_in_revision = _relative_to_top_folder(path_in_revision)
        content = _read_blob(revision, path_in_revision)
    except _GitError as fault:
        advice = "'git show REVISION:PATH' must print the file; a path is relative to the repository's top folder"
        raise UsageError([Diagnostic("E001", f"cannot read '{name}': {fault}", help=advice)]) from fault
    source = apply_overlays(
        parse_source(content, f"{revision}:{path_in_revision}"), [read_overlay(overlay) for overlay in overlays]
    )
    return Document(_RevisionFiles(as_openapi(source), revision, path_in_revision))


def _is_below(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


class _GitError(Exception):
    """Git could not read a file. The message is the reason."""


class _RevisionFiles(FileSet):
    """The files of a description in one git revision. `path` is the root file's path in the repository."""

    def __init__(self, root: Source, revision: str, path: str) -> None:
        super().__init__(root)
        self._revision, self._root_path = revision, path

    def _is_root(self, name: str) -> bool:
        return normpath(join(dirname(self._root_path), name)) == self._root_path

    def _read_path(self, name: str) -> Source:
        path = normpath(join(dirname(self._root_path), name))
        if path.startswith(("../", "/")):
            raise UnreachableError("E202", f"'{name}' lies outside the repository")
        try:
            return parse_source(_read_blob(self._revision, path), f"{self._revision}:{path}")
        except _GitError as fault:
            message = f"there is no file '{path}' in the revision {self._revision}"
            raise UnreachableError("E206", message, REGISTRY["E206"].help) from fault


def _relative_to_top_folder(path: str) -> str:
    """Return `path`, relative to the top folder or (`./`, `../`) to the working folder, relative to the top folder."""
    if path.startswith(("./", "../")):
        path = join(_git("rev-parse", "--show-prefix").decode().strip(), path)
    return normpath(path)


def _read_blob(revision: str, path: str) -> bytes:
    if revision.startswith("-"):
        raise _GitError(f"'{revision}' is no revision")
    return _git("cat-file", "blob", f"{revision}:{path}")


def _git(*arguments: str) -> bytes:
    try:
        result = subprocess.run(["git", *arguments], capture_output=True, check=False)
    except OSError as fault:
        raise _GitError("git is not installed") from fault
    if result.returncode != 0:
        errors = result.stderr.decode("utf-8", "replace").strip().splitlines()
        raise _GitError(errors[0].removeprefix("fatal: ") if errors else "git failed")
    return result.stdout
