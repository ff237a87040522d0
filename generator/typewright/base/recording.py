"""Tables that note what is read of them, so that what was made of the entries can be kept while these stay the same.

A file of a run is a function of what is read while it is made. A `Recorder` has the tables of one target of a run;
what is read of them is noted as pairs of a table and a key. `digest` of such a pair, in a later run, says whether the
same would be read again (a verifying trace: Mokhov, Mitchell and Peyton Jones, Build Systems à la Carte, 2018).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Set
from contextlib import contextmanager
from enum import Enum
from typing import Any, TypeVar, cast

from typewright.base.value_digest import value_digest

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
Read = tuple[str, Hashable]
"""The name of a table, and the key that was looked up; with `WHOLE` behind the name, all entries in their order."""

WHOLE = "*"
UNKNOWN: Read = ("unknown", "")
"""What is read where nobody can say what: nothing that was made of it is kept."""
_ABSENT = "absent"


class Recorder:
    """The tables of one target of a run. `reads` are those since the last `reading` began."""

    def __init__(self) -> None:
        """Create a recorder without tables."""
        self.reads: set[Read] = set()
        self.tables: dict[str, Table] = {}

    @contextmanager
    def reading(self) -> Iterator[set[Read]]:
        """Note what is read inside apart from what is read around it; the set grows as long as the block runs."""
        outer, self.reads = self.reads, set()
        try:
            yield self.reads
        finally:
            self.reads = outer

    def mapping(
        self,
        name: str,
        entries: Mapping[Key, Value],
        digest_of: Callable[[Value], str] = value_digest,
    ) -> RecordedMapping[Key, Value]:
        """Return `entries` as the table `name`; whoever asks for a table of that name later gets the same one."""
        if name not in self.tables:
            self.tables[name] = RecordedMapping(self, name, entries, digest_of)
        return cast("RecordedMapping[Key, Value]", self.tables[name])

    def set(self, name: str, members: Collection[Key]) -> RecordedSet[Key]:
        """Return `members` as the table `name`, of which is noted whether something was in it."""
        if name not in self.tables:
            self.tables[name] = RecordedSet(self, name, frozenset(members))
        return cast("RecordedSet[Key]", self.tables[name])

    def function(
        self, name: str, call: Callable[..., Value], digest_of: Callable[[Value], str] = value_digest
    ) -> Callable[..., Value]:
        """Return `call`, a function of texts, such that its results are noted as those of the table `name`.

        What it raises is a result, too.
        """
        table = RecordedFunction(self, name, call, digest_of)
        self.tables[name] = table
        return table

    def digest(self, name: str, key: str) -> str:
        """Return the digest of what is read of a table now, by the text of a key; a missing table has nothing."""
        table = self.tables.get(name.removesuffix(WHOLE))
        if table is None:
            return _ABSENT
        return table.whole_digest() if name.endswith(WHOLE) else table.digest(key)


def key_text(key: object) -> str:
    """Return the text of a key, by which it is known in another process: it is a text, or a package and a text."""
    match key:
        case str():
            return key
        case Enum():
            return str(key.name)
        case (Enum() as first, str(text)):
            return f"{first.name} {text}"
    raise TypeError(f"a key of type {type(key).__qualname__} has no text")


class Table:
    """What a recorder needs of a table."""

    def digest(self, key: str) -> str:
        """Return the digest of what is read by the text of a key."""
        raise NotImplementedError

    def whole_digest(self) -> str:
        """Return the digest of all entries."""
        raise NotImplementedError


class RecordedMapping(Table, Mapping[Key, Value]):
    """A mapping that notes which entries are looked up. Who looks at all of them has read all."""

    def __init__(
        self, recorder: Recorder, name: str, entries: Mapping[Key, Value], digest_of: Callable[[Value], str]
    ) -> None:
        """Create the table of a recorder; `digest_of` returns the digest of a value."""
        self.recorder = recorder
        self._name, self._entries, self._digest_of = name, entries, digest_of
        self._digests: dict[str, str] = {}
        self._keys: dict[str, Key] | None = None

    def __getitem__(self, key: Key) -> Value:
        self.recorder.reads.add((self._name, key))
        return self._entries[key]

    def get(self, key: Any, default: Any = None) -> Any:
        """Return the value of a key, else `default`."""
        self.recorder.reads.add((self._name, key))
        return self._entries.get(key, default)

    def __contains__(self, key: object) -> bool:
        self.recorder.reads.add((self._name, key))
        return key in self._entries

    def __iter__(self) -> Iterator[Key]:
        self.recorder.reads.add((self._name + WHOLE, ""))
        return iter(self._entries)

    def __len__(self) -> int:
        self.recorder.reads.add((self._name + WHOLE, ""))
        return len(self._entries)

    def items(self) -> Any:
        """Return the entries."""
        self.recorder.reads.add((self._name + WHOLE, ""))
        return self._entries.items()

    def values(self) -> Any:
        """Return the values."""
        self.recorder.reads.add((self._name + WHOLE, ""))
        return self._entries.values()

    def digest(self, key: str) -> str:
        """Return the digest of the value of a key, computed once."""
        if key not in self._digests:
            self._digests[key] = self._digest(key)
        return self._digests[key]

    def holds(self, key: Key, value: Value) -> bool:
        """Whether this very value is that of a key; nothing is noted."""
        return self._entries.get(key) is value

    def whole_digest(self) -> str:
        """Return the digest of all entries in their order."""
        return value_digest([(text, self.digest(text)) for text in map(key_text, self._entries)])

    def _digest(self, key: str) -> str:
        if self._keys is None:
            self._keys = {key_text(each): each for each in self._entries}
        return self._digest_of(self._entries[self._keys[key]]) if key in self._keys else _ABSENT


class RecordedSet(Table, Set[Key]):
    """A set that notes what was looked for in it."""

    def __init__(self, recorder: Recorder, name: str, members: frozenset[Key]) -> None:
        """Create the table of a recorder."""
        self.recorder = recorder
        self._name, self._members = name, members
        self._keys: frozenset[str] | None = None

    def __contains__(self, key: object) -> bool:
        self.recorder.reads.add((self._name, key))
        return key in self._members

    def __iter__(self) -> Iterator[Key]:
        self.recorder.reads.add((self._name + WHOLE, ""))
        return iter(self._members)

    def __len__(self) -> int:
        self.recorder.reads.add((self._name + WHOLE, ""))
        return len(self._members)

    def digest(self, key: str) -> str:
        """Return whether a key is in the set."""
        if self._keys is None:
            self._keys = frozenset(map(key_text, self._members))
        return "in" if key in self._keys else _ABSENT

    def whole_digest(self) -> str:
        """Return a digest of all members."""
        return value_digest(frozenset(map(key_text, self._members)))

    @classmethod
    def _from_iterable(cls, it: Iterable[Any]) -> Any:
        """Return what operators make of the set: a set that notes nothing, as all of this one was read."""
        return frozenset(it)


class RecordedFunction(Table):
    """A function of texts that notes what it was called with."""

    def __init__(
        self, recorder: Recorder, name: str, call: Callable[..., Any], digest_of: Callable[[Any], str]
    ) -> None:
        """Create the table of a recorder; `digest_of` returns the digest of a result."""
        self._recorder, self._name, self._call, self._digest_of = recorder, name, call, digest_of

    def __call__(self, *arguments: str) -> Any:
        """Return what the function returns."""
        self._recorder.reads.add((self._name, json.dumps(arguments)))
        return self._call(*arguments)

    def whole_digest(self) -> str:
        """Return what nobody reads: a function has no list of entries."""
        return _ABSENT

    def digest(self, key: str) -> str:
        """Return a digest of the result of a call."""
        try:
            return self._digest_of(self._call(*json.loads(key)))
        except Exception as fault:
            return value_digest((type(fault).__qualname__, str(fault)))


class Memo(dict[Key, tuple[Value, "set[Read]"]]):
    """Values that are made once for several files: whoever takes one has read what it was made of."""

    def __init__(self, table: object) -> None:
        """Create it for values that are made of a recorded table; of anything else, nothing is noted."""
        super().__init__()
        self._recorder = table.recorder if isinstance(table, RecordedMapping | RecordedSet) else Recorder()

    def of(self, key: Key, make: Callable[[], Value]) -> Value:
        """Return the value of a key, made by whoever asks first."""
        if key not in self:
            with self._recorder.reading() as reads:
                self[key] = (make(), reads)
        value, reads = self[key]
        self._recorder.reads |= reads
        return value
