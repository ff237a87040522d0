"""Example values, with the models and fields that code generation needs to write them as literals."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import datetime
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from typewright.base.json_value import JsonValue
from typewright.ir import Field, FileModel, ObjectModel

_MOST_LINES = 60
"""The maximum number of lines of JSON on a page. Longer JSON would hide the content below it, and repeats the code."""


class Plain(Struct, frozen=True):
    """A string, number, boolean or null, or any JSON value of unknown type."""

    value: JsonValue


class Moment(Struct, frozen=True):
    """A date-time as text, which an authored example may not have in the form of RFC 3339."""

    text: str

    def parsed(self) -> datetime | None:
        """Return the date-time; None if the text is none."""
        try:
            return datetime.fromisoformat(self.text.upper().replace("Z", "+00:00"))
        except ValueError:
            return None


class Items(Struct, frozen=True):
    """An array."""

    items: tuple[ExampleValue, ...]


class Entries(Struct, frozen=True):
    """A map; its keys are written unchanged."""

    entries: tuple[tuple[str, ExampleValue], ...]


class Member(Struct, frozen=True):
    """A field of an object.

    `redundant` says that it is optional and equal to its default, so that typed code omits it.
    """

    field: Field
    value: ExampleValue
    redundant: bool = False


class Fields(Struct, frozen=True):
    """An object of a model; `further` has the properties that the model does not declare."""

    model: ObjectModel
    members: tuple[Member, ...]
    further: tuple[tuple[str, ExampleValue], ...] = ()


class Choice(Struct, frozen=True):
    """A value of a union. Defaults inside it are not omitted, since its member is not known."""

    value: ExampleValue


class Upload(Struct, frozen=True):
    """A file to be uploaded."""

    model: FileModel


class Bytes(Struct, frozen=True):
    """Raw bytes, given in hexadecimal."""

    text: str


class Stream(Struct, frozen=True):
    """Server-sent events, which have no literal; with `empty`, code creates a stream without events."""

    empty: bool = False


class Exchanged(Struct, frozen=True):
    """A request or a response as the HTTP library of a language has it."""

    is_request: bool


ExampleValue: TypeAlias = Plain | Moment | Items | Entries | Fields | Choice | Upload | Bytes | Stream | Exchanged


_INVISIBLE = re.compile("[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""Control characters, line separators and bidirectional marks, which JSON need not escape (RFC 8259, 7)."""


def to_json(value: ExampleValue) -> JsonValue:
    """Return the JSON of a value, without redundant fields, as pages show it."""
    return _to_json(value, whole=False)


def to_wire(value: ExampleValue) -> JsonValue:
    """Return the JSON of a value with redundant fields, as it is sent."""
    return _to_json(value, whole=True)


def wire_text(value: ExampleValue) -> str:
    """Return a value as indented JSON, as it is sent; empty if it has no content, or exceeds a page.

    An object that no schema describes, such as that of a request's parameters or of credentials, is not sent as JSON.
    """
    if isinstance(value, Fields) and not isinstance(value.model.schema, dict):
        return ""
    sent = to_wire(value)
    text = json.dumps(sent, indent=2, ensure_ascii=False)
    text = _INVISIBLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return "" if sent == {} or text.count("\n") > _MOST_LINES else text


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


def children_of(value: ExampleValue) -> Iterable[ExampleValue]:
    """Return the values directly inside a value."""
    match value:
        case Items(items=items):
            return items
        case Entries(entries=entries):
            return (entry for _, entry in entries)
        case Fields(members=members, further=further):
            return (*(member.value for member in members), *(entry for _, entry in further))
        case Choice(value=inner):
            return (inner,)
    return ()


def has_malformed_moment(value: ExampleValue) -> bool:
    """Return whether a date-time in the value is none, so that typed code cannot write it."""
    return (isinstance(value, Moment) and value.parsed() is None) or any(map(has_malformed_moment, children_of(value)))


def has_null(value: ExampleValue) -> bool:
    """Return whether a list or a map of the value contains null."""
    match value:
        case Items(items=items):
            return any(item == Plain(None) or has_null(item) for item in items)
        case Entries(entries=entries):
            return any(entry == Plain(None) or has_null(entry) for _, entry in entries)
    return False


def without_undeclared_properties(value: ExampleValue) -> ExampleValue:
    """Return a value without the properties that its models neither declare nor have a type for."""
    match value:
        case Items(items=items):
            return Items(tuple(map(without_undeclared_properties, items)))
        case Entries(entries=entries):
            return Entries(tuple((key, without_undeclared_properties(entry)) for key, entry in entries))
        case Choice(value=inner):
            return Choice(without_undeclared_properties(inner))
        case Fields(model=model, members=members, further=further):
            declared = tuple(replace(member, value=without_undeclared_properties(member.value)) for member in members)
            return Fields(model, declared, () if model.additional is None else further)
    return value


def has_undeclared_properties(value: ExampleValue) -> bool:
    """Return whether an object in the value has properties that its model neither declares nor has a type for."""
    if isinstance(value, Fields) and value.further and value.model.additional is None:
        return True
    return any(map(has_undeclared_properties, children_of(value)))
