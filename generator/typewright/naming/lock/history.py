"""The versions of a package in which types and methods were added, derived from the lock.

The lock's `since` maps a language to the version of the last run, and `language id` to the version in which the schema
or operation `id` was added. Those of the first run of a language have no entry. Those that are added while the version
stays the same have an empty one until the next version, the first that is released with them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from typewright.naming.ledger import History
from typewright.naming.lock.matching import Moves


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearances:
    """What a lock knows of the last run, and the ids of this one."""

    since: Mapping[str, str]
    moves: Moves
    before: frozenset[str]
    """The ids of the last run."""
    now: frozenset[str]
    """The ids of this run."""

    def history(self, language: str, version: str) -> History:
        """Return the history of a language for a run that makes `version` of its package."""
        last = self.since.get(language)
        if last is None:
            return History(version)
        earlier = {self.moves.new_id(id_) for id_ in self.before}
        added = dict.fromkeys(self.now - earlier, "")
        for entry, known in self.since.items():
            of, _, id_ = entry.partition(" ")
            if of == language and id_ and (here := self.moves.new_id(id_)) in self.now:
                added[here] = known
        if version != last:
            added = {id_: known or version for id_, known in added.items()}
        return History(version, added)


def since_entries(language: str, history: History) -> dict[str, str]:
    """Return the entries of `since` that say a history."""
    return {language: history.version} | {f"{language} {id_}": known for id_, known in history.added.items()}
