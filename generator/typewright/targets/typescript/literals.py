"""Example values as TypeScript literals, laid out for 80 columns."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from typewright.base.errors import unreachable
from typewright.base.json_value import JsonValue
from typewright.examples.values import (
    Bytes,
    Choice,
    Entries,
    ExampleValue,
    Fields,
    Items,
    Moment,
    Plain,
    Stream,
    Upload,
)
from typewright.targets.typescript.quoting import property_key, string_literal
from typewright.targets.typescript.words import property_names

WIDTH = 80
_INDENT = "  "


def literal(value: ExampleValue, indent: int = 0, *, double: bool = False) -> str:
    """Return a literal whose further lines are indented by `indent`; with `double`, strings are in double quotes."""
    return ("\n" + " " * indent).join(_lines(value, _Place(indent, double)))


def declaration(keyword: str, name: str, shown: str, value: ExampleValue, *, double: bool = False) -> str:
    """Return `keyword name: shown = value;`, with line breaks where it would be wider than 80 columns."""
    head = f"{keyword} {name}: {shown} ="
    first = _first_line(value, double)
    if len(head) + 1 + len(first) <= WIDTH:
        return f"{head} {literal(value, double=double)};"
    if len(head) <= WIDTH:
        return f"{head}\n{_INDENT}{literal(value, 2, double=double)};"
    if len(f"{_INDENT}{shown} = {first}") <= WIDTH:
        return f"{keyword} {name}:\n{_INDENT}{shown} = {literal(value, 2, double=double)};"
    return f"{keyword} {name}:\n{_INDENT}{shown} =\n{_INDENT * 2}{literal(value, 4, double=double)};"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a literal stands: how many columns in, inside a union (where no default is left out), as a default.

    `double` says that all its strings are in double quotes.
    """

    indent: int
    double: bool = False
    in_union: bool = False
    as_default: bool = False

    def quote(self, text: str) -> str:
        """Return a string literal in the quotes of the place."""
        return string_literal(text, double=self.double)

    def inner(self, *, as_default: bool = False) -> _Place:
        """Return the place of a value inside a list or an object."""
        return _Place(self.indent + len(_INDENT), self.double, self.in_union, as_default)


def _first_line(value: ExampleValue, double: bool) -> str:
    lines = _lines(value, _Place(0, double))
    return lines[0] + (";" if len(lines) == 1 else "")


def _lines(value: ExampleValue, place: _Place) -> list[str]:
    """Return the lines of a literal, indented relative to the first."""
    match value:
        case Plain(value=plain):
            return _json_lines(plain, place)
        case Moment(text=text):
            return [place.quote(text) if place.as_default and place.in_union else f"new Date({place.quote(text)})"]
        case Bytes(text=text):
            return [f"new TextEncoder().encode({place.quote(text)})"]
        case Items(items=items):
            return _bracketed("[", [("", _lines(item, place.inner())) for item in items], "]", place)
        case Entries(entries=entries):
            return _object([(place.quote(key), _lines(entry, place.inner())) for key, entry in entries], place)
        case Choice(value=inner):
            return _lines(inner, replace(place, in_union=True))
        case Fields():
            return _object(_members(value, place), place)
        case Upload():
            return ['await openAsBlob("example.file")']
        case Stream(empty=empty):
            return ["(async function* () {})()" if empty else ""]
    return unreachable(value)


def _members(value: Fields, place: _Place) -> list[tuple[str, list[str]]]:
    model = value.model
    spelled = property_names(model.fields, additional=model.additional is not None)
    names = dict(zip(map(id, model.fields), spelled, strict=False))
    shown = [
        (property_key(names[id(member.field)]), _lines(member.value, place.inner(as_default=member.redundant)))
        for member in value.members
        if place.in_union or not member.redundant
    ]
    return shown + [(place.quote(key), _lines(entry, place.inner())) for key, entry in value.further]


def _json_lines(value: JsonValue, place: _Place) -> list[str]:
    if isinstance(value, dict):
        return _object([(place.quote(key), _json_lines(member, place.inner())) for key, member in value.items()], place)
    if isinstance(value, list):
        return _bracketed("[", [("", _json_lines(element, place.inner())) for element in value], "]", place)
    if isinstance(value, str):
        return [place.quote(value)]
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e21:
        return [str(int(value))]
    return [json.dumps(value)]


def _object(entries: list[tuple[str, list[str]]], place: _Place) -> list[str]:
    return _bracketed("{", [(f"{key}: ", lines) for key, lines in entries], "}", place)


def _bracketed(opening: str, entries: list[tuple[str, list[str]]], closing: str, place: _Place) -> list[str]:
    """Return a line for each entry, with strings beyond 80 columns on lines of their own."""
    if not entries:
        return [opening + closing]
    lines = [opening]
    for head, value in entries:
        wide = place.indent + len(_INDENT) + len(head) + len(value[0]) + 1 > WIDTH
        if head and wide and len(value) == 1 and value[0][:1] in "\"'":
            lines += [f"{_INDENT}{head.rstrip()}", f"{_INDENT * 2}{value[0]},"]
            continue
        lines += [f"{_INDENT}{head}{value[0]}", *(_INDENT + line for line in value[1:])]
        lines[-1] += ","
    return [*lines, closing]
