"""Example values with what a language needs to know to write them down: which model, which field, which date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from typewright.base.json_value import JsonValue
from typewright.ir import Field, FileModel, ObjectModel


@dataclass(frozen=True, slots=True)
class Plain:
    """A string, number, boolean or null; or any JSON of which no type is known."""

    value: JsonValue


@dataclass(frozen=True, slots=True)
class Moment:
    """A date-time as RFC 3339 text."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """An array."""

    items: tuple[ExampleValue, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """A map; its keys go as they are."""

    entries: tuple[tuple[str, ExampleValue], ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A field of an object. `redundant`: optional and equal to its default, so left out wherever the type is known."""

    field: Field
    value: ExampleValue
    redundant: bool = False


@dataclass(frozen=True, slots=True)
class Fields:
    """An object of a model; `further` are properties that the model doesn't name."""

    model: ObjectModel
    members: tuple[Member, ...]
    further: tuple[tuple[str, ExampleValue], ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a union: its type is known to be one of several, so that defaults are not left out inside."""

    value: ExampleValue


@dataclass(frozen=True, slots=True)
class Upload:
    """A file to be uploaded."""

    model: FileModel


@dataclass(frozen=True, slots=True)
class Bytes:
    """Raw bytes, as the hexadecimal text that they encode."""

    text: str


@dataclass(frozen=True, slots=True)
class Stream:
    """Server-sent events, of which no literal can be written; code that is to be valid needs an `empty` one."""

    empty: bool = False


ExampleValue: TypeAlias = Plain | Moment | Items | Entries | Fields | Choice | Upload | Bytes | Stream


def to_json(value: ExampleValue) -> JsonValue:
    """Return the value as it goes over the wire; redundant fields are left out as on a page."""
    return _to_json(value, whole=False)


def to_wire(value: ExampleValue) -> JsonValue:
    """Return the value as it goes over the wire once the defaults have been filled in."""
    return _to_json(value, whole=True)


def _to_json(value: ExampleValue, *, whole: bool) -> JsonValue:
    match value:
        case Plain(value=plain):
            return plain
        case Moment(text=text) | Bytes(text=text):
            return text
        case Items(items=items):
            return [_to_json(item, whole=whole) for item in items]
        case Entries(entries=entries):
            return {key: _to_json(entry, whole=whole) for key, entry in entries}
        case Fields(members=members, further=further):
            shown = {
                member.field.name: _to_json(member.value, whole=whole)
                for member in members
                if whole or not member.redundant
            }
            return shown | {key: _to_json(entry, whole=whole) for key, entry in further}
        case Choice(value=inner):
            return _to_json(inner, whole=True)
        case Upload():
            return "example.file"
    return None


def parts_of(value: ExampleValue) -> Iterator[ExampleValue]:
    """Yield a value and all values inside it."""
    yield value
    match value:
        case Items(items=items):
            below: Iterable[ExampleValue] = items
        case Entries(entries=entries):
            below = (entry for _, entry in entries)
        case Fields(members=members, further=further):
            below = (*(value.value for value in members), *(value for _, value in further))
        case Choice(value=inner):
            below = (inner,)
        case _:
            return
    for part in below:
        yield from parts_of(part)


def holds_null(value: ExampleValue) -> bool:
    """Whether null is among the values of lists and maps."""
    match value:
        case Items(items=items):
            return any(item == Plain(None) or holds_null(item) for item in items)
        case Entries(entries=entries):
            return any(entry == Plain(None) or holds_null(entry) for _, entry in entries)
    return False


def holds_undeclared(value: ExampleValue) -> bool:
    """Whether an object somewhere has properties that its model neither declares nor has a type for."""
    return any(isinstance(part, Fields) and part.further and part.model.additional is None for part in parts_of(value))
