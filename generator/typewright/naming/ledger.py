"""The names of one target over time: those of the last run, and those that this run gives."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

Key = tuple[str, str]
"""The scope of a name, a word without a space, and the id of what it names."""


@dataclass(slots=True)
class Ledger:
    """What was called how, under the ids of this run's description, and what is called how now."""

    kept: Mapping[Key, str] = field(default_factory=dict)
    given: dict[Key, str] = field(default_factory=dict)

    def names(self, scope: str, wishes: Mapping[str, str], taken: Collection[str] = ()) -> dict[str, str]:
        """Return a name for each id of `wishes`, in its order: the one of the last run, else what it wishes for.

        Newcomers get a number behind what somebody has already; `taken` are names that nobody may have. Letter case
        doesn't count.
        """
        used = {name.lower() for name in taken}
        names: dict[str, str] = {}
        for id_ in wishes:
            known = self.kept.get((scope, id_))
            if known is not None and known.lower() not in used:
                names[id_] = known
                used.add(known.lower())
        for id_, wished in wishes.items():
            if id_ not in names:
                names[id_] = unused(wished, used)
                used.add(names[id_].lower())
        self.given.update({(scope, id_): name for id_, name in names.items()})
        return {id_: names[id_] for id_ in wishes}


def unused(wished: str, used: Collection[str]) -> str:
    """Return `wished`, with a number from 2 behind it where it is among `used`, which are in lower case."""
    free, number = wished, 2
    while free.lower() in used:
        free, number = f"{wished}{number}", number + 1
    return free
