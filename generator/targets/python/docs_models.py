"""Pages of models: one for each object, enumeration, union and uploaded file that a method reaches."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from generator.config import DocsConfig
from generator.examples.order import page_order
from generator.ir import (
    AliasModel,
    EnumModel,
    FileModel,
    Note,
    ObjectModel,
    UnionModel,
)
from generator.json_value import JsonValue
from generator.naming.names import Names, Package, Symbol
from generator.surface import Surface
from generator.targets import Page
from generator.targets.markdown import DEPRECATED, NOT_AVAILABLE, OPTIONAL, REQUIRED, table
from generator.targets.python.display import CONTENT, Display
from generator.targets.python.docs_fields import COLUMNS, FieldRows, columns_and_cells
from generator.targets.python.docs_views import Head, MemberView, TablePage, UnionPage, Usage
from generator.targets.python.words import members

_NO_USAGE = Usage("")
_TABLE = "python/docs/table.md.jinja"
_UNION = "python/docs/union.md.jinja"


@dataclass(frozen=True, slots=True)
class ModelPages:
    """Makes the model pages of one target."""

    surface: Surface
    names: Names
    docs: DocsConfig
    display: Display
    fields: FieldRows

    def pages(self) -> Iterator[Page]:
        """Yield the pages of all types."""
        for symbol in page_order(self.surface, self.names):
            model = self.surface.models[symbol.id]
            if not isinstance(model, AliasModel):
                yield self._page(symbol, model)

    def _page(self, symbol: Symbol, model: ObjectModel | EnumModel | UnionModel | FileModel) -> Page:
        path = self.display.page(symbol)
        head = self._head(symbol.name, model.note)
        match model:
            case ObjectModel():
                view: TablePage | UnionPage = self._object(head, model, symbol.package, path)
            case FileModel():
                view = self._file(head)
            case EnumModel():
                view = self._enum(head, model)
            case UnionModel():
                view = self._union(head, model, symbol.package)
        template = _UNION if isinstance(view, UnionPage) else _TABLE
        return Page(f"docs/{path}", template, view, "markdown")

    def _head(self, title: str, note: Note) -> Head:
        deprecation = ""
        if note.deprecated:
            deprecation = f"> :warning: **DEPRECATED**: {note.deprecation_message or DEPRECATED}"
        return Head(f"~~{title}~~" if note.deprecated else title, note.description or "", deprecation)

    def _object(self, head: Head, model: ObjectModel, package: Package, path: str) -> TablePage:
        rows = self.fields.rows(model.fields, package, path)
        if model.additional is not None:
            rows.append(self.fields.further(model.additional, package, path))
        columns, cells = columns_and_cells(rows)
        return TablePage(head, _NO_USAGE, "Fields", table(columns, cells, padded=self.docs.padded_tables))

    def _file(self, head: Head) -> TablePage:
        rows = [
            ("`file_name`", "*str*", REQUIRED, NOT_AVAILABLE),
            ("`content`", f"*{CONTENT}*", REQUIRED, NOT_AVAILABLE),
            ("`content_type`", "*Optional[str]*", OPTIONAL, NOT_AVAILABLE),
        ]
        return TablePage(head, _NO_USAGE, "Fields", table(COLUMNS, rows, padded=self.docs.padded_tables))

    def _enum(self, head: Head, model: EnumModel) -> TablePage:
        names = members(each.name or text_of(each.value) for each in model.values)
        rows = [(f"`{name}`", text_of(each.value)) for name, each in zip(names, model.values, strict=True)]
        return TablePage(head, _NO_USAGE, "Values", table(("Name", "Value"), rows, padded=self.docs.padded_tables))

    def _union(self, head: Head, model: UnionModel, package: Package) -> UnionPage:
        shown = [self.display.shown(member, package) for member in model.members]
        return UnionPage(
            head, _NO_USAGE, tuple(MemberView(each, f"value: {each} = /* values here */") for each in shown)
        )


def text_of(value: JsonValue) -> str:
    """Return an enumeration's value as pages show it: a text as it is, all else as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
