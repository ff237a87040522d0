"""Stable names: a schema keeps the name that it had in the last run.

A name belongs to a schema, which is identified by its id; `matching` finds the new id of a schema that was moved. New
schemas never take a name that is in use. The entry of a removed schema stays in the lock, so that the schema gets its
name back when it returns, unless another one has taken it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from msgspec import Struct, field

from typewright.base.digest import digest
from typewright.base.errors import Diagnostic, Location, Severity, UsageError
from typewright.base.kept_results import KeptResults
from typewright.config.options import TargetConfig
from typewright.ir import Api, Model, ObjectModel
from typewright.naming.ledger import Key, Ledger
from typewright.naming.lock.fingerprints import Fingerprint, fingerprints, parse_fingerprint
from typewright.naming.lock.history import Appearances, since_entries
from typewright.naming.lock.matching import Moves, moves
from typewright.naming.names import Language, Package
from typewright.naming.words import folded, pascal

FUNCTION = "* operation "
"""Begins the entry of an operation that is named after the function that serves it, in all languages."""
SYMBOL = "symbol:"
"""The prefix of the scopes of type names, which end with the package. All other scopes belong to targets."""


def kept_symbols(
    ledger: Ledger, symbols: Collection[tuple[Package, str]], models: Mapping[str, Model], language: Language
) -> dict[tuple[Package, str], str]:
    """Return the names of the last run for those of `symbols` that keep theirs; no two types have the same name.

    A type that changed its package keeps its name, unless a type of the new package already has it. A type loses its
    name where the description states another one, or where the language reserves the word.
    """
    tables = language.tables()
    held: set[tuple[Package, str]] = set()
    kept_names: dict[tuple[Package, str], str] = {}

    def rank(key: tuple[Package, str]) -> tuple[bool, str, str]:
        """Return a sort key for symbols: those with entries of their own in the ledger come first."""
        return (SYMBOL + key[0].value, key[1]) not in ledger.kept, key[0].value, key[1]

    for package, id_ in sorted(symbols, key=rank):
        name = _known(ledger, package, id_, symbols)
        if name is None or not _can_keep(name, package, models[id_], language):
            continue
        entry = (tables[package], folded(name))
        if entry not in held:
            held.add(entry)
            kept_names[package, id_] = name
    return kept_names


def _known(ledger: Ledger, package: Package, id_: str, symbols: Collection[tuple[Package, str]]) -> str | None:
    name = ledger.kept.get((SYMBOL + package.value, id_))
    if name is not None:
        return name
    left = (ledger.kept.get((SYMBOL + other.value, id_)) for other in Package if (other, id_) not in symbols)
    return next(filter(None, left), None)


def _can_keep(name: str, package: Package, model: Model, language: Language) -> bool:
    if name in language.reserved or (folded(name) in language.taken and package is not Package.SHARED):
        return False
    asked = model.preferred_name
    return asked is None or folded(language.finish(pascal(asked))) in folded(name)


def record_symbols(ledger: Ledger, names: Mapping[tuple[Package, str], str]) -> None:
    """Record the names of types in `ledger`."""
    ledger.given.update({(SYMBOL + package.value, id_): name for (package, id_), name in names.items()})


class Locked(Struct, frozen=True):
    """The names that a lock file holds.

    `names` maps `language scope id` to a name; `fingerprints` maps the id of each schema and operation of the last run
    to the text of its fingerprint.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    fingerprints: Mapping[str, str] = field(default_factory=dict)
    since: Mapping[str, str] = field(default_factory=dict)
    """See `typewright.naming.lock.history`."""


NOTHING_LOCKED = Locked()


def rules(target: TargetConfig) -> str:
    """Return a digest of the options that names depend on. Names of a run with other options are not kept."""
    return digest(repr(target.naming).encode())


class KeptNames(Struct, frozen=True):
    """The names of the last run, by the ids of this run."""

    locked: Locked
    moves: Moves
    fingerprints: Mapping[str, str]
    functions: Mapping[str, str] = field(default_factory=dict)
    """The entries of operations that are named after the functions that serve them."""
    version: str = ""
    """That of the description."""
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The names of the properties of objects, by the ids of these."""
    fields_before: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The hashes of those of the last run."""

    def ledger(self, language: str, rules: str) -> Ledger:
        """Return a ledger for a target, with the kept names unless the lock was written under other `rules`."""
        if self.locked.names.get(f"{language} rules -", rules) != rules:
            return Ledger(given={("rules", "-"): rules})
        kept: dict[Key, str] = {}
        moved: dict[Key, str] = {}
        for entry, name in self.locked.names.items():
            of, scope, id_ = entry.split(" ", 2)
            if of == language:
                new_id = self.moves.new_id(id_)
                (kept if new_id == id_ else moved)[scope, new_id] = name
        return Ledger(kept | moved, {("rules", "-"): rules})

    def ledger_of(self, target: TargetConfig) -> Ledger:
        """Return an open ledger for a target, under the rules that it names by, with the history of its package."""
        ledger = self.ledger(target.language, rules(target))
        ledger.history = self._appearances().history(target.language, target.version or self.version)
        return ledger

    def _appearances(self) -> Appearances:
        before, now = frozenset(self.locked.fingerprints), frozenset(self.fingerprints)
        return Appearances(
            since=self.locked.since,
            moves=self.moves,
            before=before,
            now=now,
            fields_before=self.fields_before,
            fields=self.fields,
        )

    def closed(self, ledgers: Mapping[str, Ledger], others: Collection[str] = ()) -> Locked:
        """Return the new content of the lock: the names of this run, and unused ones of removed schemas.

        The names of the languages `others`, which this run leaves alone, go on to be those of the last run.
        """
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
            and not self.moves.has_moved(entry.split(" ", 2)[2])
        }
        kept = {
            f"{language} {scope} {self.moves.new_id(id_)}": name
            for entry, name in self.locked.names.items()
            for language, scope, id_ in [entry.split(" ", 2)]
            if language in others
        }
        return Locked({**given, **gone, **kept, **self.functions}, self.fingerprints, self._since(ledgers, others))

    def _since(self, ledgers: Mapping[str, Ledger], others: Collection[str]) -> dict[str, str]:
        histories = {language: ledger.history for language, ledger in ledgers.items()}
        for language in others:
            if (last := self.locked.since.get(language)) is not None:
                histories[language] = self._appearances().history(language, last)
        return {
            entry: version
            for language, history in histories.items()
            if history is not None
            for entry, version in since_entries(language, history).items()
        }


def _scope(entry: str) -> str:
    language, scope, _ = entry.split(" ", 2)
    return f"{language} {scope}"


_PARSED, _TEXTS = KeptResults(parse_fingerprint), KeptResults(Fingerprint.text)


def kept_names(locked: Locked, api: Api) -> KeptNames:
    """Return the names of a lock by the ids of `api`. Raises UsageError if the lock is damaged."""
    now = fingerprints(api)
    texts = _TEXTS.of({id_: (fingerprint,) for id_, fingerprint in now.items()})
    try:
        parsed = _PARSED.of({id_: (text,) for id_, text in locked.fingerprints.items() if texts.get(id_) != text})
        before = {id_: parsed[id_] if id_ in parsed else now[id_] for id_ in locked.fingerprints}
        if any(entry.count(" ") < 2 for entry in locked.names):
            raise ValueError("a name has no language, no scope or no id")
    except ValueError as fault:
        advice = "resolve it if it holds a merge conflict; or delete it and run 'typewright generate --overwrite'"
        raise UsageError([Diagnostic("E005", f"the names of the lock are damaged: {fault}", help=advice)]) from fault
    functions = {f"{FUNCTION}{operation.id}": operation.function for operation in api.operations if operation.function}
    return KeptNames(
        locked=locked,
        moves=moves(before, now),
        fingerprints=texts,
        functions=functions,
        version=api.version,
        fields={
            id_: tuple(declared.name for declared in model.fields)
            for id_, model in api.models.items()
            if isinstance(model, ObjectModel)
        },
        fields_before={id_: known.fields for id_, known in before.items() if known.fields is not None},
    )


def move_notices(kept_names: KeptNames, locate: Callable[[str], Location]) -> tuple[Diagnostic, ...]:
    """Return a note for each component and operation that was recognised under another id."""
    return tuple(
        Diagnostic(
            code="W330",
            message=f"this was {old} in the last run; what is generated of it keeps its names",
            severity=Severity.NOTE,
            location=locate(new),
            pointer=new,
            help="'typewright lock --accept' gives it names after its new place",
        )
        for old, new in kept_names.moves.pairs.items()
        if parse_fingerprint(kept_names.fingerprints[new]).is_owner
    )
