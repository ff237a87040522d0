"""Example values as Python expressions that construct instances of the generated classes."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Set
from datetime import date, timedelta

from msgspec import Struct, field

from typewright.base.errors import unreachable
from typewright.base.json_value import JsonValue
from typewright.base.recording import Memo
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
    to_wire,
)
from typewright.ir import (
    EnumModel,
    Field,
    FileModel,
    ListOf,
    Literal,
    MapOf,
    ObjectModel,
    Ref,
    Scalar,
    ScalarKind,
    StreamOf,
    TypeExpr,
    UnionModel,
    not_null,
)
from typewright.naming.names import Package, Symbol
from typewright.targets.python.code_layout import Bracketed, Expression, imports
from typewright.targets.python.display import Display, is_any, is_day, is_moment
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.placement import Key, Placement, folder_of
from typewright.targets.python.quoting import string_literal, value_literal
from typewright.targets.python.words import attributes, members

_BUILTIN = {
    ScalarKind.STRING: "str",
    ScalarKind.INTEGER: "int",
    ScalarKind.NUMBER: "float",
    ScalarKind.BOOLEAN: "bool",
    ScalarKind.NULL: "None",
}


@dataclasses.dataclass(slots=True)
class FieldAttributes:
    """The attribute names of models' fields; names in `avoided` are not used.

    `of_wire` states that fields have their names on the wire; `omitted` has, by the id of the object, properties that
    the class sets itself.
    """

    avoided: Set[str] = frozenset()
    of_wire: bool = False
    omitted: Set[tuple[str, str]] = frozenset()
    _known: Memo[str, tuple[dict[int, str], dict[str, str]]] = dataclasses.field(init=False)

    def __post_init__(self) -> None:
        self._known = Memo(self.avoided)

    def of(self, model: ObjectModel, fields: Iterable[Field]) -> list[str]:
        """Return the attributes of fields, by identity, since two parameters may have the same name."""
        if self.of_wire:
            return [field_.name for field_ in fields]
        by_identity, by_name = self._known.get_or_make(model.id, lambda: self._named(model))
        return [by_identity.get(id(field_)) or by_name[field_.name] for field_ in fields]

    def _named(self, model: ObjectModel) -> tuple[dict[int, str], dict[str, str]]:
        """Return the attributes of a model by the identity of the field, and by its name."""
        names = attributes(((field_.name, field_.preferred_name) for field_ in model.fields), self.avoided)
        by_name = dict(zip((field_.name for field_ in model.fields), names, strict=True))
        return dict(zip(map(id, model.fields), names, strict=True)), by_name


class Constructors(Struct):
    """Writes the expressions of a piece of code and collects its imports.

    Types of the package are written by name or, if `qualified`, with their folder as a prefix.
    """

    display: Display
    placement: Placement
    target: PythonOptions
    attributes: FieldAttributes
    qualified: bool
    used: set[tuple[str, str]] = field(default_factory=set)
    """Folder and name of the package's types."""
    standard: set[tuple[str, str]] = field(default_factory=set)
    """Module and name of the used names of the standard library."""

    @property
    def is_ambiguous(self) -> bool:
        """Whether two types in the code have the same name."""
        return not self.qualified and len({name for _, name in self.used}) < len(self.used)

    def imports(self, package: str) -> str:
        """Return the import statements: those of the standard library, then those of the generated `package`."""
        return "\n\n".join("\n".join(block) for block in self.import_blocks(package) if block)

    def import_blocks(self, package: str) -> tuple[list[str], list[str]]:
        """Return the import statements of the standard library, and those of the generated `package`."""
        library = [imports(module, _names(self.standard, module)) for module in sorted(dict(self.standard))]
        folders = sorted(dict(self.used))
        own = [imports(f"{package}.{folder}", _names(self.used, folder)) for folder in folders]
        if self.qualified and folders:
            own = [imports(package, tuple(folders))]
        return library, own

    def annotation(self, type_: TypeExpr, owner: Package) -> str:
        """Return the annotation of a type."""
        if isinstance(ref := not_null(type_), Ref):
            symbol = self.display.names.of(ref, owner)
            return self._type((symbol.package, symbol.id))
        match ref:
            case ListOf(item=item):
                return f"list[{self._element(item, owner)}]"
            case MapOf(value=value):
                return f"dict[str, {self._element(value, owner)}]"
            case StreamOf(item=item):
                return f"{self._library('collections.abc', 'Iterable')}[{self._element(item, owner)}]"
            case Literal(value=bool() | int() | str() as value):
                return f"{self._library('typing', 'Literal')}[{value_literal(value)}]"
            case Scalar(kind=kind) if kind is not ScalarKind.ANY:
                if is_moment(ref) or is_day(ref):
                    return self._library("datetime", "datetime" if is_moment(ref) else "date")
                return "bytes" if ref.format == "binary" else _BUILTIN[kind]
        return self._library("typing", "Any")

    def _element(self, type_: TypeExpr, owner: Package) -> str:
        text = self.annotation(type_, owner)
        return f"{text} | None" if self.display.bare(type_, owner)[1] and not is_any(not_null(type_)) else text

    def expression(self, value: ExampleValue, type_: TypeExpr, owner: Package) -> Expression:
        """Return an expression that creates a value of `type_`."""
        bare, _, package = self.display.bare(type_, owner)
        model = self.display.surface.models[bare.id] if isinstance(bare, Ref) else None
        if isinstance(model, FileModel):
            return self._file(self._key(bare, model.id, package))
        match value:
            case Plain(value=plain):
                return self._plain(plain, bare, package)
            case Moment(text=text):
                return self._moment(text) if is_moment(bare) else string_literal(text)
            case Bytes(text=text):
                return f"b{string_literal(text)}"
            case Items(items=items):
                item = bare.item if isinstance(bare, ListOf | StreamOf) else bare
                return Bracketed("[", tuple(("", self.expression(element, item, package)) for element in items), "]")
            case Entries(entries=entries):
                inner = bare.value if isinstance(bare, MapOf) else bare
                written = (
                    (f"{string_literal(key)}: ", self.expression(entry, inner, package)) for key, entry in entries
                )
                return Bracketed("{", tuple(written), "}")
            case Choice(value=chosen):
                return self.expression(chosen, member_of(self.display, chosen, bare), package)
            case Fields(model=model, further=further):
                key = self._key(bare, model.id, package)
                if further and model.additional is None:
                    whole = (("", json_expression(to_wire(value))),)
                    return Bracketed(f"{self._type(key)}.model_validate(", whole, ")")
                return Bracketed(f"{self._type(key)}(", tuple(self._arguments(value, key)), ")")
            case Upload(model=file):
                return self._file(self._key(bare, file.id, package))
            case Stream() | Exchanged():
                return "iter(())" if isinstance(value, Stream) else "None"
        return unreachable(value)

    def _file(self, key: Key) -> Expression:
        return Bracketed(f"{self._type(key)}(", (("file_name=", '"example.file"'), ("content=", 'b"content"')), ")")

    def _arguments(self, value: Fields, key: Key) -> Iterator[tuple[str, Expression]]:
        """Yield the keyword arguments of a class; undeclared properties are passed by their JSON names."""
        model, package = value.model, key[0]
        members = [member for member in value.members if member.field.required or not member.redundant]
        names = self.attributes.of(model, (member.field for member in members))
        for member, name in zip(members, names, strict=True):
            yield f"{name}=", self.expression(member.value, member.field.type, package)
        further = [
            (f"{string_literal(name)}: ", self.expression(entry, model.additional, package))
            for name, entry in value.further
            if model.additional is not None
        ]
        if further:
            yield "**", Bracketed("{", tuple(further), "}")

    def _plain(self, value: JsonValue, bare: TypeExpr, owner: Package) -> Expression:
        if isinstance(bare, Ref):
            member = self._member(value, bare, owner)
            if member is not None:
                return member
        if isinstance(value, str) and is_day(bare):
            return self._day(value)
        return json_expression(value)

    def _member(self, value: JsonValue, ref: Ref, owner: Package) -> str | None:
        """Return a member of an enumeration class for a value; None if no member has it."""
        model = self.display.surface.models[ref.id]
        if not isinstance(model, EnumModel) or model.kind not in (ScalarKind.STRING, ScalarKind.INTEGER):
            return None
        if not model.has_form("enum", default=self.target.enum_format):
            return None
        values = [value.value for value in model.values]
        if value not in values:
            return None
        names = members([value.name or str(value.value) for value in model.values])
        symbol = self.display.names.of(ref, owner)
        return f"{self._type((symbol.package, symbol.id))}.{names[values.index(value)]}"

    def _moment(self, text: str) -> Expression:
        """Return a date-time as a call of `datetime`; as a string if it is not RFC 3339."""
        moment = Moment(text).parsed()
        if moment is None:
            return string_literal(text)
        name = self._library("datetime", "datetime")
        parts = [moment.year, moment.month, moment.day, moment.hour, moment.minute]
        if moment.second or moment.microsecond:
            parts.append(moment.second)
        entries = [("", str(part)) for part in parts]
        if moment.microsecond:
            entries.append(("microsecond=", str(moment.microsecond)))
        offset = moment.utcoffset()
        if offset is not None:
            entries.append(("tzinfo=", self._zone(offset)))
        return Bracketed(f"{name}(", tuple(entries), ")")

    def _zone(self, offset: timedelta) -> str:
        zone = self._library("datetime", "timezone")
        if not offset:
            return f"{zone}.utc"
        delta = self._library("datetime", "timedelta")
        return f"{zone}({delta}(minutes={int(offset.total_seconds() // 60)}))"

    def _day(self, text: str) -> Expression:
        try:
            day = date.fromisoformat(text)
        except ValueError:
            return string_literal(text)
        return f"{self._library('datetime', 'date')}({day.year}, {day.month}, {day.day})"

    def type(self, symbol: Symbol) -> str:
        """Return the name of a type, and add its import."""
        return self._type((symbol.package, symbol.id))

    def _key(self, bare: TypeExpr, id_: str, owner: Package) -> Key:
        """Return the key of the type of a value of `bare`, with the model `id_`."""
        ref = bare if isinstance(bare, Ref) and bare.id == id_ else Ref(id_, id_)
        for key in ((self.display.names.of(ref, owner).package, id_), (owner, id_), (Package.SHARED, id_)):
            if key in self.placement.names:
                return key
        return next(key for key in self.placement.names if key[1] == id_)

    def _type(self, key: Key) -> str:
        folder, name = folder_of(key[0], self.target), self.placement.names[key]
        self.used.add((folder, name))
        return f"{folder}.{name}" if self.qualified else name

    def _library(self, module: str, name: str) -> str:
        self.standard.add((module, name))
        return name


def member_of(display: Display, value: ExampleValue, union: TypeExpr) -> TypeExpr:
    """Return the member of a union that a value was made for; the union itself if that is unknown."""
    model = display.surface.models[union.id] if isinstance(union, Ref) else None
    for member in model.members if isinstance(model, UnionModel) else ():
        if _is_made_for(display, value, member):
            return member
    return union


def _is_made_for(display: Display, value: ExampleValue, member: TypeExpr) -> bool:
    bare, _, _ = display.bare(member, Package.SHARED)
    match value:
        case Fields(model=model) | Upload(model=model):
            return isinstance(bare, Ref) and bare.id == model.id
        case Items():
            return isinstance(bare, ListOf)
        case Entries():
            return isinstance(bare, MapOf)
        case Choice():
            return isinstance(bare, Ref) and isinstance(display.surface.models[bare.id], UnionModel)
        case Plain(value=plain):
            model_ = display.surface.models[bare.id] if isinstance(bare, Ref) else None
            return isinstance(model_, EnumModel) and plain in [value.value for value in model_.values]
    return False


def json_expression(value: JsonValue) -> Expression:
    """Return a JSON value of unknown type as an expression."""
    if isinstance(value, dict):
        entries = ((f"{string_literal(key)}: ", json_expression(member)) for key, member in value.items())
        return Bracketed("{", tuple(entries), "}")
    if isinstance(value, list):
        return Bracketed("[", tuple(("", json_expression(element)) for element in value), "]")
    return value_literal(value).replace("e+", "e") if isinstance(value, float) else value_literal(value)


def _names(used: set[tuple[str, str]], module: str) -> tuple[str, ...]:
    return tuple(sorted(name for owner, name in used if owner == module))
