"""Names that stay: what was called something in the last run is called so in this one.

A name belongs to a schema, which is known by its id, the JSON pointer of where it stands; `matching` says which id it
has now, where it was moved. A newcomer never takes a name that somebody has. What is gone keeps its entry, so that it
gets its name back when it returns, as long as nobody else has taken it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from typewright.base.digest import digest
from typewright.base.errors import Diagnostic, Location, Severity, UsageError
from typewright.config.options import TargetConfig
from typewright.ir import Api, Model
from typewright.naming.ledger import Key, Ledger
from typewright.naming.lock.fingerprints import fingerprints, parse_fingerprint
from typewright.naming.lock.matching import Moves, moves
from typewright.naming.names import Language, Package
from typewright.naming.words import folded, pascal

SYMBOL = "symbol:"
"""The scopes of types begin with this and end with their package; others are a target's own."""


def standing_symbols(
    ledger: Ledger, symbols: Collection[tuple[Package, str]], models: Mapping[str, Model], language: Language
) -> dict[tuple[Package, str], str]:
    """Return the names of the last run for those of `symbols` that still have them, one type a name.

    A type that has come into another package takes its name with it, unless a type that was there before has that name.
    A name is lost where the description asks for another one, or the language needs the word.
    """
    tables = language.tables()
    held: set[tuple[Package, str]] = set()
    standing: dict[tuple[Package, str], str] = {}

    def rank(key: tuple[Package, str]) -> tuple[bool, str, str]:
        """Return what a symbol is sorted by: those with an entry of their own in the ledger come first."""
        return (SYMBOL + key[0].value, key[1]) not in ledger.kept, key[0].value, key[1]

    for package, id_ in sorted(symbols, key=rank):
        name = _known(ledger, package, id_, symbols)
        if name is None or not _may_stay(name, package, models[id_], language):
            continue
        place = (tables[package], folded(name))
        if place not in held:
            held.add(place)
            standing[package, id_] = name
    return standing


def _known(ledger: Ledger, package: Package, id_: str, symbols: Collection[tuple[Package, str]]) -> str | None:
    name = ledger.kept.get((SYMBOL + package.value, id_))
    if name is not None:
        return name
    left = (ledger.kept.get((SYMBOL + other.value, id_)) for other in Package if (other, id_) not in symbols)
    return next(filter(None, left), None)


def _may_stay(name: str, package: Package, model: Model, language: Language) -> bool:
    if name in language.reserved or (folded(name) in language.taken and package is not Package.SHARED):
        return False
    asked = model.preferred_name
    return asked is None or folded(language.finish(pascal(asked))) in folded(name)


def record_symbols(ledger: Ledger, names: Mapping[tuple[Package, str], str]) -> None:
    """Keep the names that types have got."""
    ledger.given.update({(SYMBOL + package.value, id_): name for (package, id_), name in names.items()})


@dataclass(frozen=True, slots=True)
class Locked:
    """The names that a lock file holds.

    `names` maps `language scope id` to a name; `fingerprints` maps the id of each schema and operation of the last run
    to the text of its fingerprint.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    fingerprints: Mapping[str, str] = field(default_factory=dict)


NOTHING_LOCKED = Locked()


def rules(target: TargetConfig) -> str:
    """Return a digest of the options that names follow: where these change, names of the last run don't stay."""
    return digest(repr(target.naming).encode())


@dataclass(frozen=True, slots=True)
class Standing:
    """The names of the last run under the ids of this one."""

    locked: Locked
    moves: Moves
    fingerprints: Mapping[str, str]

    def ledger(self, language: str, rules: str) -> Ledger:
        """Return an open ledger for a target; a lock that was written under other `rules` has no say."""
        if self.locked.names.get(f"{language} rules -", rules) != rules:
            return Ledger(given={("rules", "-"): rules})
        kept: dict[Key, str] = {}
        movers: dict[Key, str] = {}
        for entry, name in self.locked.names.items():
            of, scope, id_ = entry.split(" ", 2)
            if of == language:
                place = self.moves.place_of(id_)
                (kept if place == id_ else movers)[scope, place] = name
        return Ledger(kept | movers, {("rules", "-"): rules})

    def ledger_of(self, target: TargetConfig) -> Ledger:
        """Return an open ledger for a target, under the rules that it names by."""
        return self.ledger(target.language, rules(target))

    def closed(self, ledgers: Mapping[str, Ledger]) -> Locked:
        """Return what the lock is to hold after a run: what it gave, and what is gone and nobody has taken since."""
        given = {
            f"{language} {scope} {id_}": name
            for language, ledger in ledgers.items()
            for (scope, id_), name in ledger.given.items()
        }
        taken = {(_scope(entry), name.lower()) for entry, name in given.items()}
        gone = {
            entry: name
            for entry, name in self.locked.names.items()
            if entry not in given
            and entry.split(" ", 1)[0] in ledgers
            and (_scope(entry), name.lower()) not in taken
            and not self.moves.has_left(entry.split(" ", 2)[2])
        }
        return Locked(given | gone, self.fingerprints)


def _scope(entry: str) -> str:
    language, scope, _ = entry.split(" ", 2)
    return f"{language} {scope}"


def standing(locked: Locked, api: Api) -> Standing:
    """Return how the names of a lock fit `api`. Raises UsageError where the lock is damaged."""
    now = fingerprints(api)
    try:
        before = {id_: parse_fingerprint(text) for id_, text in locked.fingerprints.items()}
        if any(entry.count(" ") < 2 for entry in locked.names):
            raise ValueError("a name has no language, no scope or no id")
    except ValueError as fault:
        advice = "resolve it if it holds a merge conflict; or delete it and run 'typewright generate --overwrite'"
        raise UsageError([Diagnostic("E005", f"the names of the lock are damaged: {fault}", help=advice)]) from fault
    return Standing(locked, moves(before, now), {id_: fingerprint.text() for id_, fingerprint in now.items()})


def moved_notes(standing: Standing, locate: Callable[[str], Location]) -> tuple[Diagnostic, ...]:
    """Return a note for each component and operation that is known again under another id."""
    return tuple(
        Diagnostic(
            "W330",
            f"this was {old} in the last run; what is generated of it keeps its names",
            Severity.NOTE,
            locate(new),
            new,
            "'typewright lock --accept' gives it names after its new place",
        )
        for old, new in standing.moves.pairs.items()
        if parse_fingerprint(standing.fingerprints[new]).owns
    )
