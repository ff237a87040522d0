"""Tables that record which entries are read, so that a generated file can be reused while these entries are unchanged.

A generated file is a function of the entries that are read while it is generated. A `Recorder` has the tables of one
target of a run, and records reads as pairs of a table and a key. In a later run, `digest_function` tells of such a pair
whether the entry is unchanged (a verifying trace: Mokhov, Mitchell and Peyton Jones, Build Systems à la Carte, 2018).
"""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from enum import Enum
from typing import Any, TypeVar, cast

from typewright.base.step_traces import Earlier
from typewright.base.value_digest import value_digest

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
Read = tuple[str, Hashable]
"""The name of a table and the key that was read. A name that ends in `ALL_ENTRIES` means all entries, in order."""

ALL_ENTRIES = "*"
UNKNOWN: Read = ("unknown", "")
"""A read of unknown data. Files with such a read are never reused."""
_ABSENT = "absent"
UNVERIFIABLE = "unverifiable"
"""The digest of a value that has none. It is the digest of no other value, not even of itself in the next run."""


class Recorder:
    """The tables of one target of a run. `reads` has the reads since the innermost `recording` began."""

    def __init__(self) -> None:
        """Create a recorder without tables."""
        self.reads: set[Read] = set()
        self.tables: dict[str, Table] = {}
        self.earlier = Earlier()

    @contextmanager
    def recording(self) -> Iterator[set[Read]]:
        """Yield the set of the reads inside the block, which are not added to those outside of it."""
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
        """Return the table `name`, created from `entries` on the first call; `digest_of` digests a value."""
        if name not in self.tables:
            self.tables[name] = RecordedMapping(self, name, entries, digest_of)
        return cast("RecordedMapping[Key, Value]", self.tables[name])

    def set(self, name: str, members: Collection[Key]) -> RecordedSet[Key]:
        """Return the set `name`, created from `members` on the first call. It records which keys are looked up."""
        if name not in self.tables:
            self.tables[name] = RecordedSet(self, name, frozenset(members))
        return cast("RecordedSet[Key]", self.tables[name])

    def sequence(self, name: str, members: Iterable[Value]) -> RecordedSequence[Value]:
        """Return the sequence `name`, created from `members` on the first call. Each use of it reads all members."""
        if name not in self.tables:
            self.tables[name] = RecordedSequence(self, name, members)
        return cast("RecordedSequence[Value]", self.tables[name])

    def function(
        self, name: str, call: Callable[..., Value], digest_of: Callable[[Value], str] = value_digest
    ) -> Callable[..., Value]:
        """Return `call`, a function of texts, as the table `name`, which records the arguments of calls.

        An exception of `call` counts as a result.
        """
        table = RecordedFunction(self, name, call, digest_of)
        self.tables[name] = table
        return table

    def digest_function(self, name: str) -> Callable[[str], str]:
        """Return what maps texts of keys to the current digests of the entries of a table, or of the whole of it."""
        table = self.tables.get(name.removesuffix(ALL_ENTRIES))
        if table is None:
            return lambda _: _ABSENT
        if not name.endswith(ALL_ENTRIES):
            return table.digest
        digest_of_all = table.digest_of_all
        return lambda _: digest_of_all()

    def digests(self, name: str, keys: Sequence[str]) -> Sequence[str]:
        """Return what `digest_function` returns for each of `keys`."""
        table = self.tables.get(name)
        return list(map(self.digest_function(name), keys)) if table is None else table.digests(keys)


def key_text(key: object) -> str:
    """Return the text that identifies a key in other processes. A key is a text, an enumeration member, or both."""
    match key:
        case str():
            return key
        case Enum():
            return key._name_
        case (Enum() as first, str(text)):
            return f"{first._name_} {text}"
    raise TypeError(f"a key of type {type(key).__qualname__} has no text")


def key_parser(example: object) -> Callable[[str], object]:
    """Return what returns the key that has a text, None if there is none; keys are of the type of `example`."""
    match example:
        case Enum():
            return type(example).__members__.get
        case (Enum() as first, str()):
            members = type(first).__members__

            def parsed(text: str) -> object:
                """Return the pair of a member and a text."""
                name, _, rest = text.partition(" ")
                return None if name not in members else (members[name], rest)

            return parsed
    return lambda text: text


class Recorded:
    """A base class of values that have all of their data in tables, or from what all files depend on."""

    __slots__ = ()


class Table(ABC, Recorded):
    """The interface of the tables of a recorder."""

    @abstractmethod
    def digest(self, key: str) -> str:
        """Return the digest of the entry with the key text `key`."""

    @abstractmethod
    def digest_of_all(self) -> str:
        """Return the digest of all entries."""

    def digests(self, keys: Sequence[str]) -> Sequence[str]:
        """Return the digest of each of the entries with the key texts `keys`."""
        return list(map(self.digest, keys))


class RecordedMapping(Table, Mapping[Key, Value]):
    """A mapping that records which entries are read. Iteration and `len` read the whole table."""

    def __init__(
        self, recorder: Recorder, name: str, entries: Mapping[Key, Value], digest_of: Callable[[Value], str]
    ) -> None:
        """Create a table of `recorder`. `digest_of` returns the digest of a value."""
        self.recorder = recorder
        self._name, self._entries, self._digest_of = name, entries, digest_of
        self._digests: dict[str, str] = {}
        self._key_of: Callable[[str], object] | None = None

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
        self.recorder.reads.add((self._name + ALL_ENTRIES, ""))
        return iter(self._entries)

    def __len__(self) -> int:
        self.recorder.reads.add((self._name + ALL_ENTRIES, ""))
        return len(self._entries)

    def items(self) -> Any:
        """Return the entries."""
        self.recorder.reads.add((self._name + ALL_ENTRIES, ""))
        return self._entries.items()

    def values(self) -> Any:
        """Return the values."""
        self.recorder.reads.add((self._name + ALL_ENTRIES, ""))
        return self._entries.values()

    def digest(self, key: str) -> str:
        """Return the digest of the value of a key, which is computed once."""
        found = self._digests.get(key)
        return self._new_digests([key])[0] if found is None else found

    def digests(self, keys: Sequence[str]) -> Sequence[str]:
        """Return the digests of the values of keys, each of which is computed once."""
        known = self._digests
        self._new_digests([key for key in keys if key not in known])
        return [known[key] for key in keys]

    def is_entry(self, key: Key, value: Value) -> bool:
        """Return whether `value` is the same object as the value of `key`. No read is recorded."""
        return self._entries.get(key) is value

    def plain_entries(self) -> Mapping[Key, Value] | None:
        """Return all entries; None if they are made when they are asked for. No read is recorded."""
        return self._entries if type(self._entries) is dict else None

    def digest_of_all(self) -> str:
        """Return the digest of all entries, in order."""
        return value_digest([(text, self.digest(text)) for text in map(key_text, self._entries)])

    def _new_digests(self, texts: Sequence[str]) -> list[str]:
        """Return the digests of the values of keys with these texts, none of which has been computed."""
        entries, digest_of = self._entries, self._digest_of
        if not entries:
            found = [_ABSENT] * len(texts)
        else:
            if self._key_of is None:
                self._key_of = key_parser(next(iter(entries)))
            keys: Any = map(self._key_of, texts)
            found = [digest_of(entries[key]) if key in entries else _ABSENT for key in keys]
        self._digests.update(zip(texts, found, strict=True))
        return found


class RecordedSet(Table, Set[Key]):
    """A set that records which keys are looked up."""

    def __init__(self, recorder: Recorder, name: str, members: frozenset[Key]) -> None:
        """Create the table of a recorder."""
        self.recorder = recorder
        self._name, self._members = name, members
        self._keys: frozenset[str] | None = None

    def __contains__(self, key: object) -> bool:
        self.recorder.reads.add((self._name, key))
        return key in self._members

    def __iter__(self) -> Iterator[Key]:
        self.recorder.reads.add((self._name + ALL_ENTRIES, ""))
        return iter(self._members)

    def __len__(self) -> int:
        self.recorder.reads.add((self._name + ALL_ENTRIES, ""))
        return len(self._members)

    def digest(self, key: str) -> str:
        """Return a digest of whether a key is in the set."""
        if self._keys is None:
            self._keys = frozenset(map(key_text, self._members))
        return "in" if key in self._keys else _ABSENT

    def digest_of_all(self) -> str:
        """Return a digest of all members."""
        return value_digest(frozenset(map(key_text, self._members)))

    @classmethod
    def _from_iterable(cls, it: Iterable[Any]) -> Any:
        """Return the result of a set operator as a plain set, since the operator has read the whole table."""
        return frozenset(it)


class RecordedSequence(tuple[Value, ...], Table):
    """A tuple that records that it is read, always as a whole."""

    def __new__(cls, recorder: Recorder, name: str, members: Iterable[Value]) -> RecordedSequence[Value]:
        """Create the table `name` of a recorder."""
        made = super().__new__(cls, members)
        made._recorder, made._read = recorder, (name + ALL_ENTRIES, "")
        return made

    _recorder: Recorder
    _read: Read

    def __iter__(self) -> Iterator[Value]:
        self._recorder.reads.add(self._read)
        return super().__iter__()

    def __len__(self) -> int:
        self._recorder.reads.add(self._read)
        return super().__len__()

    def __getitem__(self, index: Any) -> Any:
        self._recorder.reads.add(self._read)
        return super().__getitem__(index)

    def __contains__(self, member: object) -> bool:
        self._recorder.reads.add(self._read)
        return super().__contains__(member)

    def digest(self, key: str) -> str:
        """Return the digest of all members."""
        return self.digest_of_all()

    def digest_of_all(self) -> str:
        """Return the digest of all members, in order."""
        return value_digest(tuple(super().__iter__()))


class RecordedValues(Table):
    """Named values, each of them read as a whole, whatever they are."""

    def __init__(self, recorder: Recorder, name: str) -> None:
        """Create the table `name` of a recorder, without values."""
        self._recorder, self._name = recorder, name
        self._values: dict[str, object] = {}
        self._digests: dict[str, str] = {}
        recorder.tables[name] = self

    def read(self, key: str, value: object) -> None:
        """Record a read of `value`, unless that has all of its data in tables and records reads itself."""
        self._values.setdefault(key, value)
        if not isinstance(value, Recorded):
            self._recorder.reads.add((self._name, key))

    def digest(self, key: str) -> str:
        """Return the digest of a value; for one of functions and other objects, `UNVERIFIABLE`."""
        if key not in self._values:
            return _ABSENT
        if key not in self._digests:
            try:
                self._digests[key] = value_digest(self._values[key])
            except TypeError:
                self._digests[key] = UNVERIFIABLE
        return self._digests[key]

    def digest_of_all(self) -> str:
        """Return no digest: nobody knows which values there will be."""
        return UNVERIFIABLE


class RecordedDigests(Table):
    """Entries of which only the digests are known here, computed when the next run asks for them."""

    def __init__(self, recorder: Recorder, name: str, digest_of: Callable[[str], str]) -> None:
        """Create the table `name` of a recorder, unless it has one; `digest_of` returns the digest of an entry."""
        self._recorder, self._name, self._digest_of = recorder, name, digest_of
        recorder.tables.setdefault(name, self)

    def read(self, key: str) -> None:
        """Record a read of an entry."""
        self._recorder.reads.add((self._name, key))

    def digest(self, key: str) -> str:
        """Return the digest of an entry."""
        return self._digest_of(key)

    def digest_of_all(self) -> str:
        """Return no digest: nobody knows which entries there are."""
        return UNVERIFIABLE


class RecordedFunction(Table):
    """A function of texts that records the arguments of calls."""

    def __init__(
        self, recorder: Recorder, name: str, call: Callable[..., Any], digest_of: Callable[[Any], str]
    ) -> None:
        """Create a table of `recorder`. `digest_of` returns the digest of a result."""
        self._recorder, self._name, self._call, self._digest_of = recorder, name, call, digest_of

    def __call__(self, *arguments: str) -> Any:
        """Record the arguments, and return the result of the function."""
        self._recorder.reads.add((self._name, json.dumps(arguments)))
        return self._call(*arguments)

    def digest_of_all(self) -> str:
        """Return the digest of a missing entry: a function has no list of entries."""
        return _ABSENT

    def digest(self, key: str) -> str:
        """Return the digest of the result of a call, or of its exception; `key` has the arguments as JSON."""
        try:
            return self._digest_of(self._call(*json.loads(key)))
        except Exception as fault:
            return value_digest((type(fault).__qualname__, str(fault)))


class Memo(dict[Key, tuple[Value, "set[Read]"]]):
    """A cache of values that several files use. Reading a value records the reads that it was made from."""

    def __init__(self, table: object) -> None:
        """Create a cache for values that are made from `table`. If that is no recorded table, no reads are recorded."""
        super().__init__()
        self._recorder = table.recorder if isinstance(table, RecordedMapping | RecordedSet) else Recorder()

    def get_or_make(self, key: Key, make: Callable[[], Value]) -> Value:
        """Return the value of `key`, which `make` returns on the first call."""
        if key not in self:
            with self._recorder.recording() as reads:
                self[key] = (make(), reads)
        value, reads = self[key]
        self._recorder.reads |= reads
        return value
