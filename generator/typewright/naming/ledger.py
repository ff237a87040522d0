"""The names of one target over time: those of the last run, and those of this run."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Set
from types import MappingProxyType

from msgspec import Struct, field

from typewright.naming.words import folded

Key = tuple[str, str]
"""The scope of a name, a word without a space, and the id of what it names."""
_NO_SUFFIXES: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class History(Struct, frozen=True):
    """The version of a target's package, and the versions in which schemas and operations were added, by id.

    `added` lacks those of the first version; a version that is not released yet is empty.
    """

    version: str = ""
    added: Mapping[str, str] = field(default_factory=dict)


class Ledger(Struct):
    """The names of the last run (`kept`) and of this run (`given`), by scope and by the id in this description.

    `history` is None if nothing asks for it.
    """

    kept: Mapping[Key, str] = field(default_factory=dict)
    given: dict[Key, str] = field(default_factory=dict)
    history: History | None = None

    def names(
        self,
        scope: str,
        preferred_names: Mapping[str, str],
        taken: Collection[str] = (),
        *,
        stated: Collection[str] = (),
        suffixes: Mapping[str, tuple[str, ...]] = _NO_SUFFIXES,
    ) -> dict[str, str]:
        """Return a name for each id in `preferred_names`, in order: that of the last run, else the preferred one.

        A new id whose preferred name is in use, or in `taken`, gets it with a number appended, such that no other id
        that prefers the result loses it. Letter case is ignored.
        Names of the ids in `stated` are written in the description: such an id keeps the name of the last run only if
        that is the written one, with or without a number. An id in `suffixes` also uses its name with each of the
        suffixes appended, such as the name of an asynchronous method.
        """
        used = {folded(name) for name in taken}
        names: dict[str, str] = {}
        for id_, preferred_name in preferred_names.items():
            known = self.kept.get((scope, id_))
            if known is None or (id_ in stated and not _is_numbered(known, preferred_name)):
                continue
            known_forms = forms(known, suffixes.get(id_, ()))
            if used.isdisjoint(known_forms):
                names[id_] = known
                used |= known_forms
        for id_, preferred_name in preferred_names.items():
            preferred_forms = forms(preferred_name, suffixes.get(id_, ()))
            if id_ not in names and used.isdisjoint(preferred_forms):
                names[id_] = preferred_name
                used |= preferred_forms
        for id_, preferred_name in preferred_names.items():
            if id_ not in names:
                names[id_] = unused(preferred_name, used, suffixes.get(id_, ()))
                used |= forms(names[id_], suffixes.get(id_, ()))
        self.given.update({(scope, id_): name for id_, name in names.items()})
        return {id_: names[id_] for id_ in preferred_names}


def unused(preferred_name: str, used: Set[str], suffixes: tuple[str, ...] = ()) -> str:
    """Return `preferred_name`, with a number from 2 appended if it is in `used`, which has folded names.

    The name with one of `suffixes` appended must not be in `used` either.
    """
    free, number = preferred_name, 2
    while not used.isdisjoint(forms(free, suffixes)):
        free, number = f"{preferred_name}{number}", number + 1
    return free


def forms(name: str, suffixes: tuple[str, ...]) -> set[str]:
    """Return a name and its forms with each of `suffixes` appended, folded."""
    return {folded(f"{name}{suffix}") for suffix in ("", *suffixes)}


def _is_numbered(name: str, preferred_name: str) -> bool:
    """Return whether a name is the preferred one, with or without a number appended."""
    return name == preferred_name or (name.startswith(preferred_name) and name[len(preferred_name) :].isdecimal())
