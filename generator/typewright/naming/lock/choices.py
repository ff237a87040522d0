"""Comparison of locked names with those that the description alone would give, for `typewright lock`."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct
from msgspec.structs import replace

from typewright.naming.lock.locked import Locked


class LockedName(Struct, frozen=True):
    """A name that the lock keeps although the description alone would give another one (`natural`)."""

    language: str
    scope: str
    id: str
    name: str
    natural: str


def locked_names(locked: Locked, natural: Locked) -> tuple[LockedName, ...]:
    """Return the names in `locked` that differ from those in `natural`, the names of the same run without a lock."""
    held = []
    for entry, name in locked.names.items():
        language, scope, id_ = entry.split(" ", 2)
        other = natural.names.get(entry)
        if other is not None and other != name:
            held.append(LockedName(language=language, scope=scope, id=id_, name=name, natural=other))
    return tuple(sorted(held, key=lambda entry: (entry.language, entry.scope, entry.id)))


def removed_names(locked: Locked, natural: Locked) -> dict[str, str]:
    """Return the entries of `locked` whose schemas are no longer in the description, with their names."""
    return {entry: name for entry, name in sorted(locked.names.items()) if entry not in natural.names}


def without(locked: Locked, entries: Collection[str]) -> Locked:
    """Return a lock without the names of `entries`."""
    return replace(locked, names={entry: name for entry, name in locked.names.items() if entry not in entries})


def accepted(locked: Locked, natural: Locked, wanted: Collection[str]) -> tuple[LockedName, ...]:
    """Return the locked names to drop so that the names in `wanted` follow the description; all if it is empty.

    The other names of the same schema are dropped too, such as that of its module, as are names that the new ones would
    collide with, transitively, so that no remaining name is in conflict.
    """
    held = locked_names(locked, natural)
    ids = {entry.id for entry in held if not wanted or entry.name in wanted or entry.natural in wanted}
    chosen = [entry for entry in held if entry.id in ids]
    while True:
        claims = {(entry.language, entry.scope, entry.natural.lower()) for entry in chosen}
        further = [
            entry
            for entry in held
            if entry not in chosen and (entry.language, entry.scope, entry.name.lower()) in claims
        ]
        if not further:
            return tuple(chosen)
        chosen += further
