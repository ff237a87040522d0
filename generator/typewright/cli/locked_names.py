"""The names of a lock file, for a run."""

from __future__ import annotations

from typewright.naming.lock.locked import NOTHING_LOCKED, Locked
from typewright.writing.lock import Lock


def locked_of(lock: Lock | None) -> Locked:
    """Return the names, fingerprints and versions that a lock file holds; none of them if it does not exist."""
    return NOTHING_LOCKED if lock is None else Locked(lock.names, lock.fingerprints, lock.since)
