"""Exclusive writing runs: a lock of the operating system, and a record of the files that a run is about to create."""

from __future__ import annotations

import os
import re
import stat
import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import IO

from typewright.base.errors import Diagnostic, UsageError
from typewright.writing.disk import status_of

PATIENCE = 10.0
"""The number of seconds that a run waits for another one that writes here."""
_PAUSE = 0.05
_RUN = "run"
"""The beginning of the line with the process id of a run."""


def record_path(lock_path: Path) -> Path:
    """Return the path of a run's record of the files it is about to create; it remains only after a killed run."""
    return lock_path.with_name(lock_path.name + ".running")


class Session:
    """A context in which no other run writes here.

    `claimed` has the files that killed runs were about to create, with the digests of their content; `ignored` is the
    number of damaged lines of the record.
    """

    def __init__(self, lock_path: Path) -> None:
        self._path = record_path(lock_path)
        self._file: IO[str] | None = None
        self.claimed: Mapping[str, frozenset[str]] = {}
        self.ignored = 0

    def __enter__(self) -> Session:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._file = self._open()
        self._file.seek(0)
        claimed: dict[str, frozenset[str]] = {}
        for line in filter(None, self._file.read().split("\n")[:-1]):
            claim, _, path = line.partition(" ")
            if claim == _RUN:
                continue
            if _is_damaged(claim, path):
                self.ignored += 1
            else:
                claimed[path] = claimed.get(path, frozenset()) | {claim}
        self.claimed = claimed
        self._append(f"\n{_RUN} {os.getpid()}\n")
        return self

    def announce(self, claims: Iterable[tuple[str, str]]) -> None:
        """Record on the disk which files, each with its digest, are about to be created, besides the recorded ones."""
        if self._file is None:
            raise RuntimeError("the session is not open")
        fresh = [(path, claim) for path, claim in claims if claim not in self.claimed.get(path, frozenset())]
        if not fresh:
            return
        self.claimed = {**self.claimed, **{path: frozenset({claim}) for path, claim in fresh}}
        self._append("\n" + "".join(f"{claim} {path}\n" for path, claim in fresh))
        os.fsync(self._file.fileno())

    def _append(self, lines: str) -> None:
        if self._file is not None:
            self._file.write(lines)
            self._file.flush()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is None:
            return
        if kind is None or not self.claimed:
            self._path.unlink()
        self._file.close()

    def _open(self) -> IO[str]:
        """Open and lock the file; begin again if another run removed it in between."""
        ends = time.monotonic() + PATIENCE
        while True:
            file = self._opened()
            try:
                _lock(file)
            except OSError as fault:
                holder = _holder(file)
                file.close()
                if time.monotonic() < ends:
                    time.sleep(_PAUSE)
                    continue
                message = f"another run is writing here: {holder} holds '{self._path.as_posix()}'"
                raise UsageError([Diagnostic("E007", message, help="wait for it to end, then run again")]) from fault
            status = status_of(self._path)
            if status is not None and os.path.samestat(status, os.fstat(file.fileno())):
                return file
            file.close()

    def _opened(self) -> IO[str]:
        """Open the file, which has to be a regular one and not a link, for reading and appending."""
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        status = status_of(self._path)
        if status is not None and not stat.S_ISREG(status.st_mode):
            message = f"'{self._path.as_posix()}' is no regular file; nothing is written through it"
            raise UsageError([Diagnostic("E008", message, help="remove it")])
        return os.fdopen(os.open(self._path, flags, 0o666), "a+", encoding="utf-8", errors="replace", newline="\n")


def _holder(file: IO[str]) -> str:
    """Return the process that has locked the file, according to its record."""
    try:
        file.seek(0)
        runs = [line.partition(" ")[2] for line in file.read().split("\n") if line.startswith(f"{_RUN} ")]
    except OSError:  # Windows refuses to read what is locked
        runs = []
    return f"process {runs[-1]}" if runs and runs[-1].isdigit() else "it"


def _is_damaged(claim: str, path: str) -> bool:
    """Return whether a line cannot be one that a run wrote: it has no digest, or an impossible path."""
    return not re.fullmatch(r"[0-9a-f]+", claim) or not path or "\0" in path or "\ufffd" in path


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[str]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
