"""Changes to the lock by its user: names to release."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from typewright.base.errors import Diagnostic, UsageError
from typewright.cli.configuration import configuration
from typewright.cli.invocation import Invocation
from typewright.cli.locked_names import locked_of
from typewright.naming.lock.choices import LockedName, accepted, locked_names, removed_names, without
from typewright.pipeline import names_only
from typewright.writing.lock import read_lock
from typewright.writing.write import replace_lock


class Change(Struct, frozen=True):
    """The change to make to the names of a lock."""

    prune: bool = False
    accept: bool = False
    names: tuple[str, ...] = ()
    """The names to accept; all if empty."""


class Changed(Struct, frozen=True):
    """The result: the names that the lock keeps, or that were released, and those of removed schemas."""

    held: tuple[LockedName, ...]
    gone: Mapping[str, str]
    written: bool


def change_lock(invocation: Invocation, change: Change) -> Changed:
    """Change the lock of `invocation`, or only read it.

    Raises UsageError if the lock does not exist, or if a name to accept is not in it.
    """
    inputs = invocation.inputs()
    lock = read_lock(inputs.lock_path)
    if lock is None:
        message = f"there is no lock '{inputs.lock_path.as_posix()}'"
        raise UsageError([Diagnostic("E001", message, help="run 'typewright generate' first; it writes the lock")])
    config = configuration(invocation)
    locked, natural = names_only(config, locked_of(lock)), names_only(config)
    gone = removed_names(locked, natural)
    if not change.accept and not change.prune:
        return Changed(locked_names(locked, natural), gone, written=False)
    chosen = accepted(locked, natural, change.names) if change.accept else ()
    _refuse_unknown(change.names, chosen)
    dropped = {f"{entry.language} {entry.scope} {entry.id}" for entry in chosen}
    rest = without(locked, dropped | (gone.keys() if change.prune else set()))
    updated = lock._replace(names=rest.names, fingerprints=rest.fingerprints, since=rest.since)
    if updated != lock:
        replace_lock(inputs.lock_path, updated)
    return Changed(chosen, gone if change.prune else {}, written=updated != lock)


def _refuse_unknown(names: tuple[str, ...], chosen: tuple[LockedName, ...]) -> None:
    known = {name for entry in chosen for name in (entry.name, entry.natural)}
    unknown = [name for name in names if name not in known]
    if unknown:
        message = f"no name is kept against the description: {', '.join(unknown)}"
        raise UsageError([Diagnostic("E001", message, help="'typewright lock' lists those that are")])
