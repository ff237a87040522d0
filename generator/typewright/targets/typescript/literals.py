"""Example values as TypeScript literals, laid out for 80 columns."""

from __future__ import annotations

import json
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from typewright.base.errors import unreachable
from typewright.base.json_value import JsonValue
from typewright.examples.values import (
    Bytes,
    Choice,
    Entries,
    ExampleValue,
    Exchanged,
    Fields,
    Items,
    Member,
    Moment,
    Plain,
    Stream,
    Upload,
)
from typewright.ir import ListOf, MapOf, Model, Nullable, Ref, Scalar, ScalarKind, TypeExpr, UnionModel, unfold
from typewright.targets.typescript.options import TypeScriptOptions, spelling_of
from typewright.targets.typescript.quoting import property_key, string_literal
from typewright.targets.typescript.words import Spelling

WIDTH = 80
_INDENT = "  "


class LiteralStyle(Struct, frozen=True):
    """The style of literals: the names of properties, and whether all strings are in double quotes.

    `models` are those in which integers of 64 bits are of type `bigint`.
    """

    spelling: Spelling
    double: bool = False
    models: Mapping[str, Model] | None = None

    @classmethod
    def of(cls, options: TypeScriptOptions, models: Mapping[str, Model]) -> LiteralStyle:
        """Return the style of a package."""
        held = models if options.int64 == "bigint" else None
        return cls(spelling_of(options), double=options.docs.quotes == "double", models=held)

    def has_bigints(self, type_: TypeExpr) -> bool:
        """Return whether integers of a value, or inside of an array or a map of its type, are of type `bigint`."""
        if self.models is None:
            return False
        match unfold(type_, self.models):
            case Nullable(of=inner) | ListOf(item=inner) | MapOf(value=inner):
                return self.has_bigints(inner)
            case Ref(id=id_) if isinstance(model := self.models[id_], UnionModel):
                return any(map(self.has_bigints, model.members))
            case Scalar(kind=ScalarKind.INTEGER, format="int64"):
                return True
        return False


def literal(value: ExampleValue, style: LiteralStyle, indent: int = 0) -> str:
    """Return a literal whose further lines are indented by `indent`."""
    return ("\n" + " " * indent).join(_lines(value, _Layout(indent, style)))


def declaration(start: str, shown: str, value: ExampleValue, style: LiteralStyle) -> str:
    """Return `start: shown = value;`, with line breaks where it would be wider than 80 columns."""
    head = f"{start}: {shown} ="
    lines = _lines(value, _Layout(0, style))
    first = lines[0] + (";" if len(lines) == 1 else "")
    if len(head) + 1 + len(first) <= WIDTH:
        return f"{head} {chr(10).join(lines)};"
    if len(head) <= WIDTH:
        return f"{head}\n{_INDENT}{literal(value, style, 2)};"
    if len(f"{_INDENT}{shown} = {first}") <= WIDTH:
        return f"{start}:\n{_INDENT}{shown} = {literal(value, style, 2)};"
    return f"{start}:\n{_INDENT}{shown} =\n{_INDENT * 2}{literal(value, style, 4)};"


class _Layout(Struct, frozen=True):
    """The position of a literal: its indentation, whether it is inside a union (no default is omitted) or a default."""

    indent: int
    style: LiteralStyle
    in_union: bool = False
    as_default: bool = False
    has_bigints: bool = False

    def quote(self, text: str) -> str:
        """Return a string literal in the quotes of the position."""
        return string_literal(text, double=self.style.double)

    def inner(self) -> _Layout:
        """Return the position of a value inside a list or a map."""
        return replace(self, indent=self.indent + len(_INDENT), as_default=False)

    def of_member(self, member: Member) -> _Layout:
        """Return the position of a value inside an object."""
        has_bigints = self.style.has_bigints(member.field.type)
        return replace(self.inner(), as_default=member.redundant, has_bigints=has_bigints)


def _lines(value: ExampleValue, layout: _Layout) -> list[str]:
    """Return the lines of a literal, indented relative to the first."""
    match value:
        case Plain(value=int(integer)) if layout.has_bigints and not isinstance(integer, bool):
            return [f"{integer}n"]
        case Plain(value=plain):
            return _json_lines(plain, layout)
        case Moment(text=text):
            return [layout.quote(text) if layout.as_default and layout.in_union else f"new Date({layout.quote(text)})"]
        case Bytes(text=text):
            return [f"new TextEncoder().encode({layout.quote(text)})"]
        case Items(items=items):
            return _bracketed("[", [("", _lines(item, layout.inner())) for item in items], "]", layout)
        case Entries(entries=entries):
            return _object([(layout.quote(key), _lines(entry, layout.inner())) for key, entry in entries], layout)
        case Choice(value=inner):
            return _lines(inner, replace(layout, in_union=True))
        case Fields():
            return _object(_members(value, layout), layout)
        case Upload():
            return ['await openAsBlob("example.file")']
        case Stream(empty=empty):
            return ["new ReadableStream() as never" if empty else ""]
        case Exchanged(is_request=is_request):
            return ['new Request("https://api.example.com")' if is_request else "new Response()"]
    return unreachable(value)


def _members(value: Fields, layout: _Layout) -> list[tuple[str, list[str]]]:
    model = value.model
    spelled = layout.style.spelling.of_model(model)
    names = dict(zip(map(id, model.fields), spelled, strict=False))
    shown = [
        (property_key(names[id(member.field)]), _lines(member.value, layout.of_member(member)))
        for member in value.members
        if layout.in_union or not member.redundant
    ]
    return shown + [(layout.quote(key), _lines(entry, layout.inner())) for key, entry in value.further]


def _json_lines(value: JsonValue, layout: _Layout) -> list[str]:
    if isinstance(value, dict):
        return _object(
            [(layout.quote(key), _json_lines(member, layout.inner())) for key, member in value.items()], layout
        )
    if isinstance(value, list):
        return _bracketed("[", [("", _json_lines(element, layout.inner())) for element in value], "]", layout)
    if isinstance(value, str):
        return [layout.quote(value)]
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e21:
        return [str(int(value))]
    return [json.dumps(value)]


def _object(entries: list[tuple[str, list[str]]], layout: _Layout) -> list[str]:
    return _bracketed("{", [(f"{key}: ", lines) for key, lines in entries], "}", layout)


def _bracketed(opening: str, entries: list[tuple[str, list[str]]], closing: str, layout: _Layout) -> list[str]:
    """Return a line for each entry, with strings beyond 80 columns on lines of their own."""
    if not entries:
        return [opening + closing]
    lines = [opening]
    for head, value in entries:
        wide = layout.indent + len(_INDENT) + len(head) + len(value[0]) + 1 > WIDTH
        if head and wide and len(value) == 1 and value[0][:1] in "\"'":
            lines += [f"{_INDENT}{head.rstrip()}", f"{_INDENT * 2}{value[0]},"]
            continue
        lines += [f"{_INDENT}{head}{value[0]}", *(_INDENT + line for line in value[1:])]
        lines[-1] += ","
    return [*lines, closing]
