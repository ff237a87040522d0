"""Arguments of calls as Python code: objects as dicts, with a line for each entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct, field

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
    Moment,
    Plain,
    Stream,
    Upload,
)
from typewright.ir import EnumModel, ListOf, MapOf, Ref, TypeExpr
from typewright.naming.names import Package
from typewright.targets.python.constructors import FieldAttributes, member_of
from typewright.targets.python.display import Display, constant
from typewright.targets.python.words import enum_value_text, members

_INDENT = "    "
_FILE = "example.file"


class Literals(Struct):
    """Writes the arguments of a call and collects the imports that their code needs."""

    display: Display
    enum_format: Literal["union", "enum"]
    attributes: FieldAttributes
    packages: set[Package] = field(default_factory=set)
    """The packages of the types that the code names."""
    uses_moments: bool = False

    def lines(self, value: ExampleValue, type_: TypeExpr, owner: Package, *, in_union: bool = False) -> list[str]:
        """Return the lines of a value of `type_`, indented relative to the first.

        Fields that equal their default are omitted except `in_union`, since the type with the default is unknown there.
        """
        bare, _, package = self.display.bare(type_, owner)
        match value:
            case Plain(value=plain):
                return self._plain(plain, bare, package)
            case Moment(text=text):
                self.uses_moments = True
                return [f"parse_datetime({constant(text)})"]
            case Bytes(text=text):
                return [f"{constant(text)}.encode()"]
            case Items(items=items):
                item = bare.item if isinstance(bare, ListOf) else bare
                written = (self.lines(element, item, package, in_union=in_union) for element in items)
                return bracketed("[", (("", lines) for lines in written), "]")
            case Entries(entries=entries):
                inner = bare.value if isinstance(bare, MapOf) else bare
                pairs = ((key_of(key), self.lines(entry, inner, package, in_union=in_union)) for key, entry in entries)
                return bracketed("{", pairs, "}")
            case Choice(value=chosen):
                return self.lines(chosen, member_of(self.display, chosen, bare), package, in_union=True)
            case Fields():
                return bracketed("{", self._members(value, bare, package, in_union=in_union), "}")
            case Upload():
                content = f'open({constant(_FILE)}, "rb")'
                return bracketed("{", [(key_of("file_name"), [constant(_FILE)]), (key_of("content"), [content])], "}")
            case Stream() | Exchanged():
                return ["None"]
        return unreachable(value)

    def _members(
        self, value: Fields, bare: TypeExpr, owner: Package, *, in_union: bool
    ) -> Iterator[tuple[str, list[str]]]:
        package = self.display.names.of(bare, owner).package if isinstance(bare, Ref) else owner
        members = [member for member in value.members if in_union or not member.redundant]
        names = self.attributes.of(value.model, (member.field for member in members))
        for member, name in zip(members, names, strict=True):
            yield key_of(name), self.lines(member.value, member.field.type, package, in_union=in_union)
        for key, further in value.further:
            yield key_of(key), self.lines(further, value.model.additional or bare, package)

    def _plain(self, value: JsonValue, bare: TypeExpr, owner: Package) -> list[str]:
        model = self.display.surface.models[bare.id] if isinstance(bare, Ref) else None
        if isinstance(bare, Ref) and isinstance(model, EnumModel) and model.has_form("enum", default=self.enum_format):
            values = [value.value for value in model.values]
            if value in values:
                symbol = self.display.names.of(bare, owner)
                self.packages.add(symbol.package)
                names = members(value.name or enum_value_text(value.value) for value in model.values)
                return [f"{self.display.qualified(symbol)}.{names[values.index(value)]}"]
        return json_lines(value)


def key_of(text: str) -> str:
    """Return a dict key with its colon."""
    return f"{constant(text)}: "


def json_lines(value: JsonValue) -> list[str]:
    """Return the lines of a JSON value of unknown type."""
    if isinstance(value, dict):
        return bracketed("{", ((key_of(key), json_lines(member)) for key, member in value.items()), "}")
    if isinstance(value, list):
        return bracketed("[", (("", json_lines(element)) for element in value), "]")
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e21:
        return [str(int(value))]
    return [constant(value)]


def bracketed(opening: str, entries: Iterable[tuple[str, list[str]]], closing: str) -> list[str]:
    """Return a line for each entry, with a trailing comma; a single line without entries."""
    lines = []
    for head, value in entries:
        lines += [f"{_INDENT}{head}{value[0]}", *(_INDENT + line for line in value[1:])]
        lines[-1] += ","
    return [opening, *lines, closing] if lines else [opening + closing]
