"""The versions of a package in which types, their properties and methods were added, derived from the lock.

The lock's `since` maps a language to the version of the last run, and `language id` to the version in which the schema
or operation `id` was added, or the property that `field_id` gives that id. Those of the first run of a language have no
entry. Those that are added while the version stays the same have an empty one until the next version, the first that is
released with them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from typewright.base.json_pointer import escape
from typewright.naming.ledger import History
from typewright.naming.lock.fingerprints import field_hash
from typewright.naming.lock.matching import Moves

_FIELD = "?field="
"""The text between the id of an object and the name of one of its properties."""


class Appearances(Struct, frozen=True, kw_only=True):
    """What a lock knows of the last run, and the ids of this one."""

    since: Mapping[str, str]
    moves: Moves
    before: frozenset[str]
    """The ids of the last run."""
    now: frozenset[str]
    """The ids of this run."""
    fields_before: Mapping[str, frozenset[str]]
    """The hashes of the properties of the last run's objects, by the ids of these."""
    fields: Mapping[str, Sequence[str]]
    """The names of the properties of this run's objects, by the ids of these."""

    def history(self, language: str, version: str) -> History:
        """Return the history of a language for a run that makes `version` of its package."""
        last = self.since.get(language)
        if last is None:
            return History(version)
        earlier = {self.moves.new_id(id_) for id_ in self.before}
        added = dict.fromkeys(self.now - earlier, "")
        added |= dict.fromkeys(self._new_fields(), "")
        for entry, known in self.since.items():
            of, _, id_ = entry.partition(" ")
            if of == language and id_ and (here := self._here(id_)) is not None:
                added[here] = known
        if version != last:
            added = {id_: known or version for id_, known in added.items()}
        return History(version, added)

    def _new_fields(self) -> Iterator[str]:
        """Yield the ids of the properties that objects of the last run did not have."""
        for before, known in self.fields_before.items():
            id_ = self.moves.new_id(before)
            yield from (field_id(id_, name) for name in self.fields.get(id_, ()) if field_hash(name) not in known)

    def _here(self, id_: str) -> str | None:
        """Return the id in this run of what had the id `id_`; None if it is gone."""
        owner, mark, field = id_.rpartition(_FIELD)
        if not mark:
            here = self.moves.new_id(id_)
            return here if here in self.now else None
        here = self.moves.new_id(owner)
        return next((field_id(here, name) for name in self.fields.get(here, ()) if escape(name) == field), None)


def field_id(id_: str, name: str) -> str:
    """Return the id of the property `name` of the object `id_`."""
    return f"{id_}{_FIELD}{escape(name)}"


def since_entries(language: str, history: History) -> dict[str, str]:
    """Return the entries of `since` that say a history."""
    return {language: history.version} | {f"{language} {id_}": known for id_, known in history.added.items()}
