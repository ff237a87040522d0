"""One writing run at a time: a lock of the operating system, and a note of what the run is about to create.

The note is the file `<lock>.running`. It lists the new files with their digests before the first is written, so that
the run after a killed one knows them as ours. Whoever dies lets go of the lock; the file is removed by the run that
ends well.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import IO

from generator.errors import Diagnostic, UsageError
from generator.writing.disk import status_of


class Session:
    """A context in which no other run writes here.

    `claimed` holds the files that a killed run was about to create, with the digests of what it would have written.
    """

    def __init__(self, lock_path: Path) -> None:
        self._path = lock_path.with_name(lock_path.name + ".running")
        self._file: IO[str] | None = None
        self.claimed: dict[str, str] = {}

    def __enter__(self) -> Session:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._file = self._open()
        self._file.seek(0)
        for line in self._file.read().splitlines():
            claim, _, path = line.partition(" ")
            self.claimed[path] = claim
        return self

    def announce(self, claims: Iterable[tuple[str, str]]) -> None:
        """Note on the disk which files, each with its digest, are about to be created, besides those noted before."""
        if self._file is None:
            raise RuntimeError("the session is not open")
        self._file.seek(0)
        self._file.truncate()
        noted = {*claims, *self.claimed.items()}
        self._file.write("".join(f"{claim} {path}\n" for path, claim in sorted(noted)))
        self._file.flush()
        os.fsync(self._file.fileno())

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is None:
            return
        if kind is None or not self._path.stat().st_size:
            self._path.unlink()
        self._file.close()

    def _open(self) -> IO[str]:
        """Open and lock the file; begin again where another run removed it between the two."""
        while True:
            file = self._path.open("a+", encoding="utf-8", newline="\n")
            try:
                _lock(file)
            except OSError as fault:
                file.close()
                message = f"another run is writing here: it holds '{self._path.as_posix()}'"
                raise UsageError([Diagnostic("E007", message, help="wait for it to end, then run again")]) from fault
            status = status_of(self._path)
            if status is not None and os.path.samestat(status, os.fstat(file.fileno())):
                return file
            file.close()


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[str]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
