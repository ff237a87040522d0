"""Names that stay: what was called something in the last run is called so in this one.

A name belongs to a schema, which is known by its id, the JSON pointer of where it stands. A schema whose id is gone is
looked for among the new ones: below the new place of what it lay in, and by likeness. A newcomer never takes a name
that somebody has.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from generator.ir import Model
from generator.naming.names import Language, Package
from generator.naming.words import folded, pascal

SYMBOL = "symbol"
"""The scope of types; others are a target's own, such as those of modules and pages."""
Key = tuple[str, str]
"""The scope of a name, and the id of what it names."""


@dataclass(slots=True)
class Ledger:
    """The names of one target: those of the last run, under the ids of this one, and those that this run gives.

    `claimed` names of a scope belong to what is in the description now, so that nobody else gets them.
    """

    kept: Mapping[Key, str] = field(default_factory=dict)
    given: dict[Key, str] = field(default_factory=dict)
    _claimed: dict[str, dict[str, str]] = field(default_factory=dict)

    def name(self, scope: str, id_: str, wished: str, taken: Collection[str] = ()) -> str:
        """Return what `id_` is called in `scope`: as in the last run, else `wished`, with a number where it is taken.

        `taken` are names that nobody may have; letter case doesn't count.
        """
        known = self.kept.get((scope, id_))
        others = {each.lower() for each in taken}
        used = self._claims(scope)
        free = known if known is not None and known.lower() not in others else wished
        number = 2
        while free.lower() in others or used.get(free.lower(), id_) != id_:
            free, number = f"{wished}{number}", number + 1
        used[free.lower()] = id_
        self.given[scope, id_] = free
        return free

    def _claims(self, scope: str) -> dict[str, str]:
        if scope not in self._claimed:
            held: dict[str, str] = {}
            for (place, id_), name in self.kept.items():
                if place == scope:
                    held.setdefault(name.lower(), id_)
            self._claimed[scope] = held
        return self._claimed[scope]

    def symbols(
        self, symbols: Collection[tuple[Package, str]], models: Mapping[str, Model], language: Language
    ) -> dict[tuple[Package, str], str]:
        """Return the names of the last run for those of `symbols` that may still have them, one type a name.

        A name is lost to what the description itself asks for now, and to words that the language needs.
        """
        tables = language.tables()
        held: dict[tuple[Package, str], str] = {}
        for package, id_ in sorted(symbols, key=lambda key: (key[0].value, key[1])):
            name = self.kept.get((f"{SYMBOL} {package.value}", id_))
            if name is None or name in language.reserved or not _is_wanted(name, models[id_], language):
                continue
            if folded(name) in language.taken and package is not Package.SHARED:
                continue
            place = (tables[package], folded(name))
            if place not in held:
                held[place] = name
                held[package, id_] = name
        return {key: name for key, name in held.items() if key in symbols}

    def record(self, names: Mapping[tuple[Package, str], str]) -> None:
        """Keep the names that types have got."""
        self.given.update({(f"{SYMBOL} {package.value}", id_): name for (package, id_), name in names.items()})


def _is_wanted(name: str, model: Model, language: Language) -> bool:
    """Whether a name has in it what the description asks for by `x-speakeasy-name-override`, where it asks."""
    if model.preferred_name is None:
        return True
    return folded(language.finish(pascal(model.preferred_name))) in folded(name)


def flat(names: Mapping[str, Mapping[Key, str]]) -> dict[str, str]:
    """Return the names of all languages as the lock holds them, an entry each: `python symbol shared #/a/b` → name."""
    return {
        f"{language} {scope} {id_}": name
        for language, given in names.items()
        for (scope, id_), name in given.items()
    }


def unflat(names: Mapping[str, str]) -> dict[str, dict[Key, str]]:
    """Undo `flat`. An id begins where a `#`, a `/` or a file's name with a `#` in it does: behind the last scope."""
    found: dict[str, dict[Key, str]] = {}
    for entry, name in names.items():
        language, scope, id_ = _split(entry)
        found.setdefault(language, {})[scope, id_] = name
    return found


def _split(entry: str) -> tuple[str, str, str]:
    raise NotImplementedError


def _unused() -> Iterator[None]:
    yield None
