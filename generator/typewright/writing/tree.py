"""The generated tree in memory: sorted path → bytes, and the validity of paths."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from operator import itemgetter

from typewright.base.devices import DEVICES
from typewright.base.digest import digest
from typewright.base.spool import SpooledText
from typewright.base.stored_text import StoredText

MAX_SEGMENT_BYTES = 255
"""The limit of common file systems for one name."""
SHOWN_CHARACTERS = 120
"""The number of characters of a path that a message shows."""
_FORBIDDEN = re.compile(r'[\\:*?"<>|]')


class UnsafePathError(Exception):
    """A path that must not be written: it is outside the folder, collides with another, or is not portable."""


class Tree(Mapping[str, bytes]):
    """Content by path; paths are relative to the output folder, with forward slashes, in sorted order.

    The content of a stored text is asked for when it is looked up, not for its digest.
    """

    def __init__(self, files: Mapping[str, bytes | StoredText]) -> None:
        """Create the tree of files whose paths are valid and sorted."""
        self._files = files
        self._digests: dict[str, str] = {}

    def __getitem__(self, path: str) -> bytes:
        found = self._files[path]
        return found if isinstance(found, bytes) else found.content()

    def __contains__(self, path: object) -> bool:
        return path in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def digest(self, path: str) -> str:
        """Return the digest of the content at a path."""
        found = self._files[path]
        if not isinstance(found, bytes):
            return found.digest
        if path not in self._digests:
            self._digests[path] = digest(found)
        return self._digests[path]

    def is_stored(self, path: str) -> bool:
        """Return whether the content at a path is a stored text of an earlier run."""
        return path in self._files and not isinstance(self._files[path], bytes | SpooledText)

    def replaced(self, contents: Mapping[str, bytes]) -> Tree:
        """Return this tree with other contents at some paths; the paths stay sorted."""
        return Tree(dict(sorted({**self._files, **contents}.items())))

    def without(self, is_left_out: Callable[[str], bool]) -> Tree:
        """Return this tree without the paths that are left out."""
        return Tree({path: found for path, found in self._files.items() if not is_left_out(path)})


def make_tree(files: Iterable[tuple[str, str | bytes | StoredText]]) -> Tree:
    """Return the tree of `files`, pairs of a path and a text; text is stored as UTF-8, all else is unchanged.

    Raises UnsafePathError for a path outside the folder, one that a common file system cannot store, a duplicate, one
    that differs from another only in letter case or Unicode form, or one that is both a file and a folder.
    """
    tree: dict[str, bytes | StoredText] = {}
    spelled: dict[str, str] = {}
    for path, text in files:
        check_path(path)
        plain = folded(path)
        if plain in spelled:
            raise UnsafePathError(f"two files claim one path: '{spelled[plain]}' and '{path}'")
        spelled[plain] = path
        tree[path] = text.encode() if isinstance(text, str) else text
    _check_folders(spelled)
    return Tree(dict(sorted(tree.items(), key=itemgetter(0))))


@cache
def check_path(path: str) -> None:
    """Raise UnsafePathError unless `path` is a relative, portable path below its folder."""
    for segment in path.split("/"):
        reason = _fault(segment)
        if reason is not None:
            shown = path if len(path) <= SHOWN_CHARACTERS else f"{path[:SHOWN_CHARACTERS]}…"
            raise UnsafePathError(f"the path {shown!r} {reason}")


@cache
def _fault(segment: str) -> str | None:
    if segment in {"", ".", ".."}:
        return "leads outside its folder or has an empty part"
    if _FORBIDDEN.search(segment) or not segment.isprintable():
        return "has a character that file systems refuse"
    if segment[-1] in " ." or segment.partition(".")[0].lower() in DEVICES:
        return "has a part that not every system can hold"
    if len(segment.encode("utf-8", "replace")) > MAX_SEGMENT_BYTES:
        return f"has a part of more than {MAX_SEGMENT_BYTES} bytes"
    return None


def folded(path: str) -> str:
    """Return the path as a case-insensitive file system compares it."""
    return (
        path.lower() if path.isascii() else unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
    )


def _check_folders(files: Mapping[str, str]) -> None:
    """Refuse a folder that is also a file, and folders that differ only in case; `files` is folded path → path."""
    folders: dict[str, str] = {}
    for path in files.values():
        for folder in _parents(path):
            plain = folded(folder)
            if plain in files:
                raise UnsafePathError(f"'{files[plain]}' is a file and the folder of '{path}'")
            if folders.setdefault(plain, folder) != folder:
                raise UnsafePathError(f"two folders claim one path: '{folders[plain]}' and '{folder}'")


def _parents(path: str) -> Iterator[str]:
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path
