"""What a lock holds of names, against what the description alone would give: for `typewright lock`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from typewright.naming.lock.locked import Locked


@dataclass(frozen=True, slots=True)
class Held:
    """A name that stays though the description alone would give another one."""

    language: str
    scope: str
    id: str
    name: str
    natural: str


def held_names(locked: Locked, natural: Locked) -> tuple[Held, ...]:
    """Return the names in `locked` that differ from those in `natural`, by entry.

    `natural` are the names of the same description without a lock.
    """
    held = []
    for entry, name in locked.names.items():
        language, scope, id_ = entry.split(" ", 2)
        other = natural.names.get(entry)
        if other is not None and other != name:
            held.append(Held(language, scope, id_, name, other))
    return tuple(sorted(held, key=lambda entry: (entry.language, entry.scope, entry.id)))


def gone_names(locked: Locked, natural: Locked) -> dict[str, str]:
    """Return the entries of `locked` whose schemas are not in the description any more, with their names."""
    return {entry: name for entry, name in sorted(locked.names.items()) if entry not in natural.names}


def without(locked: Locked, entries: Collection[str]) -> Locked:
    """Return a lock without some entries of names."""
    return replace(locked, names={entry: name for entry, name in locked.names.items() if entry not in entries})


def accepted(locked: Locked, natural: Locked, wanted: Collection[str]) -> tuple[Held, ...]:
    """Return the names that make room for those of the description alone: those in `wanted`, all where it is empty.

    With a name go the others of the same schema, such as that of its module, and those in whose place its successor
    comes, and so on, so that what is left of the lock is in nobody's way.
    """
    held = held_names(locked, natural)
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
