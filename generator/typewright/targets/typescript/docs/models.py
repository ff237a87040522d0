"""Pages of models: one for each object, enumeration, union and uploaded file that methods use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from typewright.examples.build import Examples
from typewright.examples.page_samples import PageSamples
from typewright.examples.values import ExampleValue, has_null, has_undeclared_properties, wire_text
from typewright.ir import (
    AliasModel,
    Annotations,
    EnumModel,
    Field,
    FileModel,
    MapOf,
    ObjectModel,
    Presence,
    Ref,
    ScalarKind,
    StreamOf,
    TypeExpr,
    UnionModel,
    element_of,
)
from typewright.naming.names import Package, Symbol
from typewright.pages.cells import code_cell
from typewright.pages.constraints import code, discriminator_text
from typewright.pages.history import added_text
from typewright.pages.markdown import (
    NOT_AVAILABLE,
    REQUIRED,
    Table,
    deprecation_note,
    strikethrough,
    table,
)
from typewright.pages.page import Page
from typewright.pages.prose import inline, prose
from typewright.pages.users import NO_USERS, Key, Users, users_text
from typewright.surface import Surface
from typewright.surface.envelopes import error_facts, error_ids
from typewright.surface.parts import is_raw_answer, is_xml_answer
from typewright.targets.typescript.display import Display
from typewright.targets.typescript.docs.fields import BYTES, FieldRows
from typewright.targets.typescript.docs.views import EnumPage, Head, MemberView, ObjectPage, UnionPage, Usage
from typewright.targets.typescript.literals import LiteralStyle, declaration
from typewright.targets.typescript.models.enumerations import member_names
from typewright.targets.typescript.models.placement import Placement
from typewright.targets.typescript.options import TypeScriptOptions, spelling_of
from typewright.targets.typescript.quoting import json_literal, string_literal

_NO_EXAMPLE = "// No examples available for this model"
_COLUMNS = ("Field", "Type", "Required", "Description")
_STREAM = "ReadableStream<Uint8Array>"

_KINDS: Mapping[type, str] = {ObjectModel: "object", FileModel: "object", EnumModel: "enum", UnionModel: "union"}
"""The template of a type's page; aliases have none."""


class ModelPages(Struct, frozen=True):
    """Creates the model pages of a target."""

    surface: Surface
    order: Sequence[Symbol]
    target: TypeScriptOptions
    display: Display
    declared: Display
    """The notation of types by the names of their values: errors have classes, which differ from the types of their
    data."""
    samples: PageSamples
    placement: Placement
    """The modules that types are imported from."""
    users: Mapping[Key, Users]
    """The users of each type; empty if pages do not show them."""
    added: Mapping[str, str]
    """The version in which each type was added; empty if pages do not show it."""

    @property
    def examples(self) -> Examples:
        """The values that pages share with calls."""
        return self.samples.examples

    @property
    def _fields(self) -> FieldRows:
        return FieldRows(
            surface=self.surface, target=self.target, display=self.display, examples=self.examples, added=self.added
        )

    def pages(self) -> Iterator[Page]:
        """Yield the pages in the order in which their examples are sampled."""
        errors = {(Package.ERRORS, id_) for id_ in error_ids(self.surface.roots)}
        for symbol in self.order:
            kind = _KINDS.get(type(self.surface.models[symbol.id]))
            if kind is None:
                continue
            path, is_error = self.display.page(symbol), (symbol.package, symbol.id) in errors
            yield Page(
                path=f"docs/{path}",
                template=f"typescript/docs/{kind}.md.jinja",
                make_view=partial(self._view, symbol, path, is_error=is_error),
                language="markdown",
                inputs=(symbol, is_error),
                subject=f"type {symbol.package.value} {symbol.id}",
            )

    def _view(self, symbol: Symbol, path: str, *, is_error: bool) -> ObjectPage | EnumPage | UnionPage:
        model = self.surface.models[symbol.id]
        users = ""
        if self.target.docs.is_plain:
            users = users_text(self.users.get((symbol.package, symbol.id), NO_USERS), path)
        match model:
            case ObjectModel():
                return replace(self._object(symbol, model, path, is_error=is_error), users=users)
            case FileModel():
                return replace(self._file(symbol, model), users=users)
            case EnumModel():
                return replace(self._enum(symbol, model), users=users)
            case UnionModel():
                return replace(self._union(symbol, model, path), users=users)
            case AliasModel():
                raise TypeError(f"an alias has no page: {symbol.id}")

    def _head(self, symbol: Symbol, note: Annotations) -> Head:
        deprecation = ""
        if note.deprecated:
            deprecation = deprecation_note(note.deprecation_message, plain=self.target.docs.is_plain)
        heading = strikethrough(symbol.name, plain=self.target.docs.is_plain) if note.deprecated else symbol.name
        return Head(heading, prose(note.description or ""), deprecation, added_text(self.added, symbol.id))

    def _usage(self, symbol: Symbol, code: str, json: str = "", name: str = "") -> Usage:
        """Return an example; `name` is that of the type that it imports, where this is not the page's."""
        module = self.placement.address(self.target, symbol)
        imports = f"import {{ {name or symbol.name} }} from {string_literal(module)};"
        if (self._is_valid or self.target.docs.is_plain) and "await openAsBlob(" in code:
            imports += '\nimport { openAsBlob } from "node:fs";'
        return Usage(imports, code, json)

    def _declared(self, keyword: str, shown: str, value: ExampleValue) -> str:
        code = declaration(f"{keyword} value", shown, value, LiteralStyle.of(self.target, self.surface.models))
        if self._is_valid and has_undeclared_properties(value):
            return f"{code.removesuffix(';')} as {shown};"
        return code

    def _object(self, symbol: Symbol, model: ObjectModel, path: str, *, is_error: bool) -> ObjectPage:
        holds_file = any(self._is_file(field) for field in model.fields)
        value = self.samples.of(symbol)[0]
        is_plain, shown, name = self.target.docs.is_plain, _NO_EXAMPLE, symbol.name
        if is_plain or not (is_error or holds_file):
            name = self.placement.name(symbol) if is_plain else name
            shown = self._declared("let", name, value)
        json = wire_text(value) if is_plain and not holds_file else ""
        usage = self._usage(symbol, shown, json, name)
        rows = self._rows(model, symbol, path)
        if is_error and self.target.response_format != "flat":
            fact = error_facts(self.surface.models, model.pointer)
            name = spelling_of(self.target).of_name(fact.name)
            rows.append((*self._fields.row(fact, name, Package.OPERATIONS, path), ""))
        return ObjectPage(self._head(symbol, model.annotations), usage, self._table(rows))

    def _is_file(self, field: Field) -> bool:
        type_ = element_of(field.type)
        return isinstance(type_, Ref) and isinstance(self.surface.models[type_.id], FileModel)

    def _file(self, symbol: Symbol, model: FileModel) -> ObjectPage:
        rows = [
            ("`fileName`", "*string*", REQUIRED, NOT_AVAILABLE),
            ("`content`", BYTES, REQUIRED, NOT_AVAILABLE),
        ]
        return ObjectPage(
            self._head(symbol, model.annotations),
            self._usage(symbol, self._file_code(symbol)),
            table(_COLUMNS, rows, padded=self.target.docs.has_padded_tables, plain=self.target.docs.is_plain),
        )

    def _file_code(self, symbol: Symbol) -> str:
        """Return the code that makes an uploaded file; the pages of the reference have none."""
        if not self.target.docs.is_plain:
            return _NO_EXAMPLE
        lines = ['fileName: "example.file",', 'content: await openAsBlob("example.file"),']
        return "\n".join([f"let value: {symbol.name} = {{", *(f"  {line}" for line in lines), "};"])

    def _rows(self, model: ObjectModel, symbol: Symbol, path: str) -> list[tuple[str, ...]]:
        """Return the rows of an object's fields, each with its example."""
        fields = list(model.fields)
        spelling = spelling_of(self.target)
        if spelling.has_additional_properties(model) and model.additional is not None:
            below = f"{model.pointer}/additionalProperties"
            further = MapOf(model.additional, below)
            fields.append(Field("additionalProperties", further, Presence.OPTIONAL, below))
        names, rows = spelling.of_model(model), self._fields
        return [
            (*rows.row(field, name, symbol.package, path, model.id), rows.example(field))
            for field, name in zip(fields, names, strict=True)
        ]

    def _table(self, rows: list[tuple[str, ...]]) -> Table:
        """Return the table of an object's rows, which has a column of examples if there are any."""
        columns = (*_COLUMNS, "Example") if any(row[-1] for row in rows) else _COLUMNS
        shown = [row[: len(columns)] for row in rows]
        return table(columns, shown, padded=self.target.docs.has_padded_tables, plain=self.target.docs.is_plain)

    def _enum(self, symbol: Symbol, model: EnumModel) -> EnumPage:
        branded = f"Unrecognized<{'string' if model.kind is ScalarKind.STRING else 'number'}>"
        values = [*(json_literal(value.value) for value in model.values), *([branded] if model.open else [])]
        code = self._declared("let", symbol.name, self.samples.of(symbol)[0])
        says_text = self.target.docs.open_enum_note == "text"
        if model.open and not says_text:
            code += f"\n\n// Open enum: unrecognized values are captured as {branded}"
        head = self._head(symbol, model.annotations)
        rows = [
            (f"`{text}`", inline(value.description or NOT_AVAILABLE))
            for text, value in zip(values, model.values, strict=False)
        ]
        has_members = model.has_form("enum", default=self.target.enum_format)
        described = self._is_described(model) and not has_members
        meanings = table(
            ("Value", "Description"), rows, padded=self.target.docs.has_padded_tables, plain=self.target.docs.is_plain
        )
        return EnumPage(
            head=head,
            usage=self._usage(symbol, code),
            is_open=model.open and says_text,
            open_type=branded,
            values=" | ".join(values),
            table=self._members(model, branded) if has_members else None,
            meanings=meanings if described else None,
        )

    def _is_described(self, model: EnumModel) -> bool:
        return model.is_described and self.target.docs.value_descriptions

    def _members(self, model: EnumModel, branded: str) -> Table:
        """Return the table of an enumeration's members; `branded` is the type of the unlisted values."""
        docs = self.target.docs
        shown = code_cell if docs.is_plain else inline
        columns = ("Name", "Value", "Description") if self._is_described(model) else ("Name", "Value")
        rows = [
            (f"`{name}`", shown(str(value.value)), inline(value.description or NOT_AVAILABLE))
            for name, value in member_names(model).items()
        ]
        if model.open:
            rows.append(("-", f"`{branded}`", NOT_AVAILABLE))
        cells = [row[: len(columns)] for row in rows]
        return table(columns, cells, padded=docs.has_padded_tables, plain=docs.is_plain)

    def _union(self, symbol: Symbol, model: UnionModel, path: str) -> UnionPage:
        members, values = [], iter(self.samples.of(symbol))
        for member in model.members:
            shown = self._member(member, symbol)
            if isinstance(member, StreamOf):
                written = self._stream(shown) if self.target.docs.stream_code else ""
                members.append(MemberView(code(shown), written, self._page_of(member, symbol, path)))
                continue
            value = next(values)
            written = self._declared("const", self._exact(member, symbol, value), value)
            members.append(MemberView(code(shown), written, self._page_of(member, symbol, path)))
        discriminator = discriminator_text(model) if self.target.docs.is_plain else ""
        head, usage = self._head(symbol, model.annotations), self._usage_of_union(symbol)
        return UnionPage(head, tuple(members), discriminator=discriminator, usage=usage)

    def _usage_of_union(self, symbol: Symbol) -> Usage | None:
        """Return the first value of a union with its import; None if all are streams, or in the reference's form."""
        value = next(iter(self.samples.of(symbol)), None)
        if value is None or not self.target.docs.is_plain:
            return None
        name = self.placement.name(symbol)
        return self._usage(symbol, self._declared("let", name, value), name=name)

    def _page_of(self, type_: TypeExpr, symbol: Symbol, path: str) -> str:
        """Return a type as a link to its page; empty if it has none, or in the reference's form."""
        cell = self.display.cell(type_, symbol.package, path) if self.target.docs.is_plain else ""
        return cell if "](" in cell else ""

    def _member(self, member: TypeExpr, symbol: Symbol) -> str:
        """Return the type in the heading of a member; the reference's pages show raw responses as streams."""
        if self.target.answers == "reference" and is_raw_answer(member):
            return _STREAM
        return self.display.shown(member, symbol.package)

    def _exact(self, member: TypeExpr, symbol: Symbol, value: ExampleValue) -> str:
        """Return the type of a value; the reference's pages show that of its heading."""
        if not self._is_valid:
            return self._member(member, symbol)
        if self.target.answers == "declared" and is_xml_answer(member):
            return "string"
        if self.target.answers == "declared" and is_raw_answer(member):
            return _STREAM
        exact = self.declared.exact if has_null(value) else self.declared.shown
        return exact(member, symbol.package)

    def _stream(self, shown: str) -> str:
        """Return code for a stream, which has no literal; the reference leaves a gap, which is not code."""
        return f"declare const value: {shown};" if self._is_valid else f"const value: {shown} = ;"

    @property
    def _is_valid(self) -> bool:
        return self.target.examples.style == "valid"
