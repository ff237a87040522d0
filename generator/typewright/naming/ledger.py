"""The names of one target over time: those of the last run, and those of this run."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from typewright.naming.words import folded

Key = tuple[str, str]
"""The scope of a name, a word without a space, and the id of what it names."""


@dataclass(slots=True)
class Ledger:
    """The names of the last run (`kept`) and of this run (`given`), by scope and by the id in this description."""

    kept: Mapping[Key, str] = field(default_factory=dict)
    given: dict[Key, str] = field(default_factory=dict)

    def names(self, scope: str, wishes: Mapping[str, str], taken: Collection[str] = ()) -> dict[str, str]:
        """Return a name for each id in `wishes`, in order: that of the last run, else the preferred one of `wishes`.

        A new id whose preferred name is in use, or in `taken`, gets it with a number appended. Letter case is ignored.
        """
        used = {folded(name) for name in taken}
        names: dict[str, str] = {}
        for id_ in wishes:
            known = self.kept.get((scope, id_))
            if known is not None and folded(known) not in used:
                names[id_] = known
                used.add(folded(known))
        for id_, wished in wishes.items():
            if id_ not in names:
                names[id_] = unused(wished, used)
                used.add(folded(names[id_]))
        self.given.update({(scope, id_): name for id_, name in names.items()})
        return {id_: names[id_] for id_ in wishes}


def unused(wished: str, used: Collection[str]) -> str:
    """Return `wished`, with a number from 2 appended where it is in `used`, which holds folded names."""
    free, number = wished, 2
    while folded(free) in used:
        free, number = f"{wished}{number}", number + 1
    return free
