"""Pages of models: one for each object, enumeration, union and uploaded file that methods use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from typewright.examples.values import wire_text
from typewright.ir import (
    AliasModel,
    Annotations,
    EnumModel,
    FileModel,
    Model,
    ObjectModel,
    TypeExpr,
    UnionModel,
)
from typewright.naming.names import Package, Symbol
from typewright.pages.cells import code_cell
from typewright.pages.constraints import code, discriminator_text
from typewright.pages.history import added_field_text, added_text
from typewright.pages.markdown import NOT_AVAILABLE, OPTIONAL, REQUIRED, Table, deprecation_note, strikethrough, table
from typewright.pages.page import Page
from typewright.pages.prose import inline, prose
from typewright.pages.users import NO_USERS, Key, Users, users_text
from typewright.surface import Surface
from typewright.surface.envelopes import error_facts
from typewright.surface.parts import is_raw_answer
from typewright.targets.python.display import CONTENT, RAW_ANSWER, Display
from typewright.targets.python.docs.fields import COLUMNS, FieldRows, columns_and_cells
from typewright.targets.python.docs.usage import Usages
from typewright.targets.python.docs.views import Head, MemberView, TablePage, UnionPage, Usage
from typewright.targets.python.options import PythonDocs
from typewright.targets.python.words import enum_value_text, members

_TABLE = "python/docs/table.md.jinja"
_UNION = "python/docs/union.md.jinja"
UNSAID = "/* values here */"
"""What a page shows for the value of a union's member, unless examples are to run (`docs: {usage: runnable}`)."""


class ModelPages(Struct, frozen=True):
    """Creates the model pages of a target."""

    surface: Surface
    order: Sequence[Symbol]
    docs: PythonDocs
    display: Display
    fields: FieldRows
    usages: Usages
    users: Mapping[Key, Users]
    """The users of each type; empty if pages do not show them."""
    errors: Set[Key]
    """The errors whose pages show the response as a field: all of them with `response_format`, else none."""
    added: Mapping[str, str]
    """The version in which each type was added; empty if pages do not show it."""

    def pages(self) -> Iterator[Page]:
        """Yield the pages of all types."""
        for symbol in self.order:
            model = self.surface.models[symbol.id]
            path = self.display.page(symbol)
            yield Page(
                path=f"docs/{path}",
                template=_UNION if isinstance(model, UnionModel) else _TABLE,
                make_view=partial(self._view, symbol, path),
                language="markdown",
                inputs=symbol if self._is_traced else None,
                subject=f"type {symbol.package.value} {symbol.id}",
            )

    @property
    def _is_traced(self) -> bool:
        """Whether all that pages read is recorded: attributes of flavours other than pydantic are not."""
        return self.usages.samples is not None and self.usages.target.models == "pydantic"

    def _view(self, symbol: Symbol, path: str) -> TablePage | UnionPage:
        model = self.surface.models[symbol.id]
        head = self._head(symbol, model.annotations)
        usage = Usage(self._usage(symbol, model), self._json(symbol, model))
        users = ""
        if self.docs.is_plain:
            users = users_text(self.users.get((symbol.package, symbol.id), NO_USERS), path)
        match model:
            case ObjectModel():
                return replace(self._object(head, usage, model, symbol.package, path), users=users)
            case FileModel():
                return replace(self._file(head, usage), users=users)
            case EnumModel():
                return replace(self._enum(head, usage, model), users=users)
            case UnionModel():
                return replace(self._union(head, usage, model, symbol, path), users=users)
            case AliasModel():
                raise TypeError(f"an alias has no page: {symbol.id}")

    def _json(self, symbol: Symbol, model: Model) -> str:
        """Return the value of an object's example as it is sent; empty in the reference's form."""
        if not (self.docs.is_plain and self.docs.usage == "runnable" and isinstance(model, ObjectModel)):
            return ""
        return wire_text(self.usages.value(symbol))

    def _usage(self, symbol: Symbol, model: Model) -> str:
        """Return the example of a type; in the reference, only newer versions have examples of enumerations."""
        if self.docs.usage == "runnable":
            return self.usages.of(symbol, model)
        if self.docs.usage == "enums" and isinstance(model, EnumModel) and model.values:
            return self.usages.first_value(symbol, model)
        return ""

    def _head(self, symbol: Symbol, note: Annotations) -> Head:
        deprecation = ""
        if note.deprecated:
            deprecation = deprecation_note(note.deprecation_message, plain=self.docs.is_plain)
        heading = strikethrough(symbol.name, plain=self.docs.is_plain) if note.deprecated else symbol.name
        return Head(heading, prose(note.description or ""), deprecation, added_text(self.added, symbol.id))

    def _table(self, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
        return table(columns, rows, padded=self.docs.has_padded_tables, plain=self.docs.is_plain)

    def _object(self, head: Head, usage: Usage, model: ObjectModel, package: Package, path: str) -> TablePage:
        rows = [
            row if not (text := added_field_text(self.added, model.id, field.name)) else row.with_note(text)
            for field, row in zip(model.fields, self.fields.rows(model.fields, package, path), strict=True)
        ]
        if (package, model.id) in self.errors:
            rows += self.fields.rows((error_facts(self.surface.models, model.pointer),), Package.OPERATIONS, path)
        if model.additional is not None:
            rows.append(self.fields.further(model.additional, package, path))
        columns, cells = columns_and_cells(rows)
        return TablePage(head, usage, "Fields", self._table(columns, cells))

    def _file(self, head: Head, usage: Usage) -> TablePage:
        rows = [
            ("`file_name`", "*str*", REQUIRED, NOT_AVAILABLE),
            ("`content`", f"*{CONTENT}*", REQUIRED, NOT_AVAILABLE),
            ("`content_type`", "*Optional[str]*", OPTIONAL, NOT_AVAILABLE),
        ]
        return TablePage(head, usage, "Fields", self._table(COLUMNS, rows))

    def _enum(self, head: Head, usage: Usage, model: EnumModel) -> TablePage:
        shown = code_cell if self.docs.is_plain else inline
        names = members(value.name or enum_value_text(value.value) for value in model.values)
        is_described = model.is_described and self.docs.value_descriptions
        columns = ("Name", "Value", "Description") if is_described else ("Name", "Value")
        rows = [
            (f"`{name}`", shown(enum_value_text(value.value)), inline(value.description or NOT_AVAILABLE))[
                : len(columns)
            ]
            for name, value in zip(names, model.values, strict=True)
        ]
        return TablePage(head, usage, "Values", self._table(columns, rows))

    def _union(self, head: Head, usage: Usage, model: UnionModel, symbol: Symbol, path: str) -> UnionPage:
        owner = symbol.package
        if self.docs.usage != "runnable":
            return UnionPage(head, usage, tuple(self._unsaid(member, owner) for member in model.members))
        values = self.usages.union(symbol, model).members
        members = (
            MemberView(
                code(self.display.shown(member, owner)),
                self.usages.member(member, value, owner),
                self._page_of(member, owner, path),
            )
            for member, value in zip(model.members, values, strict=True)
        )
        discriminator = discriminator_text(model) if self.docs.is_plain else ""
        return UnionPage(head, usage, tuple(members), discriminator=discriminator)

    def _page_of(self, type_: TypeExpr, owner: Package, path: str) -> str:
        """Return a type as a link to its page; empty if it has none, or in the reference's form."""
        cell = self.display.cell(type_, owner, path) if self.docs.is_plain else ""
        return cell if "](" in cell else ""

    def _unsaid(self, type_: TypeExpr, owner: Package) -> MemberView:
        """Return a member of a union without a value, as the reference's pages have it."""
        shown = RAW_ANSWER if is_raw_answer(type_) else self.display.shown(type_, owner)
        return MemberView(code(shown), f"value: {shown} = {UNSAID}")
