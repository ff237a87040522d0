"""Files of the last run that a run takes as they are. They are read only where their content is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from typewright.base.digest import digest
from typewright.base.errors import Diagnostic, UsageError
from typewright.writing.disk import content_of
from typewright.writing.tree import Tree


class KeptFile(Struct, frozen=True):
    """A file on the disk, whose content has the digest `digest`; `found` is the content if that is known."""

    path: str
    digest: str
    found: bytes | None = None

    def content(self) -> bytes:
        """Return the content as it was written. Raises UsageError if the file has changed since it was verified."""
        if self.found is not None:
            return self.found
        found = content_of(self.path)
        if found is not None and digest(found) == self.digest:
            return found
        if found is not None and digest(found := found.replace(b"\r\n", b"\n")) == self.digest:
            return found
        message = f"'{self.path}' was changed while this run was at work"
        raise UsageError([Diagnostic("E007", message, help="run again")])


class KnownTexts:
    """The contents of the files of the last build of this process, by their digests, so that no file is read again."""

    def __init__(self) -> None:
        """Create it without contents."""
        self.contents: Mapping[str, bytes] = {}

    def keep(self, tree: Tree) -> None:
        """Keep the contents of `tree` that were made, and of the others those that are known."""
        known = self.contents
        paths = [(path, tree.digest(path)) for path in tree]
        self.contents = {
            found: known[found] if found in known else tree[path]
            for path, found in paths
            if found in known or not tree.is_stored(path)
        }


def kept_files(
    root: Path,
    texts: Iterable[tuple[str, str]],
    trusted: Mapping[str, str],
    contents: Mapping[str, bytes] = MappingProxyType({}),
) -> Iterator[tuple[str, KeptFile]]:
    """Yield those of `texts`, pairs of a path and a digest, that are below the folder `root` as they were written.

    `trusted` has the digests of files that need not be read, by path; all others are read. `contents` are those
    that are known, by digest.
    """
    folder = str(root)
    for path, known in texts:
        file = f"{folder}/{path}"
        if trusted.get(path) == known:
            yield path, KeptFile(file, known, contents.get(known))
        else:
            content = content_of(file)
            if content is not None and digest(content) == known:
                yield path, KeptFile(file, known, content)
