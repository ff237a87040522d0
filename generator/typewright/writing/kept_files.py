"""Files of the last run that a run takes as they are. They are read only where their content is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from typewright.base.digest import digest
from typewright.base.errors import Diagnostic, UsageError
from typewright.writing.disk import content_of


class KeptFile(Struct, frozen=True):
    """A file on the disk, whose content has the digest `digest`; `found` is the content if it has been read."""

    path: str
    digest: str
    found: bytes | None = None

    def content(self) -> bytes:
        """Return the content as it was written. Raises UsageError if the file has changed since it was verified."""
        found = self.found if self.found is not None else content_of(self.path)
        for content in () if found is None else (found, found.replace(b"\r\n", b"\n")):
            if digest(content) == self.digest:
                return content
        message = f"'{self.path}' was changed while this run was at work"
        raise UsageError([Diagnostic("E007", message, help="run again")])


def kept_files(
    root: Path, texts: Iterable[tuple[str, str]], trusted: Mapping[str, str]
) -> Iterator[tuple[str, KeptFile]]:
    """Yield those of `texts`, pairs of a path and a digest, that are below the folder `root` as they were written.

    `trusted` has the digests of files that need not be read, by path; all others are read.
    """
    folder = str(root)
    for path, known in texts:
        file = f"{folder}/{path}"
        if trusted.get(path) == known:
            yield path, KeptFile(file, known)
        else:
            content = content_of(file)
            if content is not None and digest(content) == known:
                yield path, KeptFile(file, known, content)
