"""Types of an API → modules of TypeScript declarations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from typewright.ir import EnumModel, FileModel, Model, ObjectModel, ScalarKind, UnionModel
from typewright.naming.names import Symbol
from typewright.pages.page import Page, Planned
from typewright.surface import Surface
from typewright.targets.contract import Project
from typewright.targets.typescript.models.comments import comment_on_model, comment_on_property
from typewright.targets.typescript.models.enumerations import constant_object, literal_types
from typewright.targets.typescript.models.package import package_files
from typewright.targets.typescript.models.placement import place
from typewright.targets.typescript.models.presence import is_optional
from typewright.targets.typescript.models.type_text import TypeText
from typewright.targets.typescript.models.views import AlternativeView, ModuleView, PropertyView, TypeView
from typewright.targets.typescript.options import TypeScriptOptions
from typewright.targets.typescript.quoting import property_key
from typewright.targets.typescript.words import property_names

_WIDTH = 80
_INDENT = "  "


def declarations(project: Project[TypeScriptOptions]) -> Iterable[Planned]:
    """Yield the modules that declare the types of a project, their indexes, and what makes them a package.

    Paths are relative to the target's folder.
    """
    placement = project.once(place)
    for module, symbols in placement.symbols.items():
        writer = _Writer(project.surface, project.options, TypeText(project.models, project.names, placement, module))
        make_view = partial(writer.module, symbols)
        yield Page(module.path, "typescript/declarations/module.ts.jinja", make_view, "typescript")
    yield from package_files(project.api, placement, project.options)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Makes the views of one module."""

    surface: Surface
    target: TypeScriptOptions
    types: TypeText

    def module(self, symbols: Iterable[Symbol]) -> ModuleView:
        """Return the module that declares the types of `symbols`."""
        types = tuple(self._declaration(symbol) for symbol in symbols)
        imports = self.types.import_lines()
        return ModuleView(bool(imports), imports, types)

    def _declaration(self, symbol: Symbol) -> TypeView:
        model = self.surface.models[symbol.id]
        match model:
            case ObjectModel(note=note, constraints=constraints):
                comment = comment_on_model(note, constraints)
                return TypeView(comment, symbol.name, is_interface=True, properties=tuple(self._fields(model, symbol)))
            case FileModel():
                return TypeView("", symbol.name, is_interface=True, properties=tuple(self._file()))
            case EnumModel() if self.target.enum_format == "enum" and model.kind is ScalarKind.STRING:
                return constant_object(model, symbol.name, self.types)
        comment = comment_on_model(model.note)
        alternatives = tuple(self._alternatives(model, symbol))
        text = " | ".join(each.text for each in alternatives)
        head = len(f"export type {symbol.name} = ;")
        if any(each.comment for each in alternatives) or (len(alternatives) > 1 and head + len(text) > _WIDTH):
            return TypeView(comment, symbol.name, has_alternatives=True, alternatives=alternatives)
        return TypeView(comment, symbol.name, text=text or "never")

    def _fields(self, model: ObjectModel, symbol: Symbol) -> Iterator[PropertyView]:
        more = model.additional
        spelled = property_names(model.fields, additional=more is not None)
        for field, name in zip(model.fields, spelled, strict=False):
            mark = "?" if is_optional(field, self.surface.models, by_default=self.target.optional_by_default) else ""
            text = f"{property_key(name)}{mark}: {self.types.of(field.type, symbol.package)};"
            yield PropertyView(comment_on_property(field.type, _INDENT), text)
        if more is not None:
            text = f"{property_key(spelled[-1])}?: {{ [k: string]: {self.types.of(more, symbol.package)} }};"
            yield PropertyView(comment_on_property(more, _INDENT), text)

    def _file(self) -> Iterator[PropertyView]:
        sources = ("ReadableStream<Uint8Array>", "Blob", "ArrayBuffer", "Uint8Array")
        yield PropertyView("", "fileName: string;")
        yield PropertyView("", f"content: {' | '.join(map(self.types.platform, sources))};")

    def _alternatives(self, model: Model, symbol: Symbol) -> Iterator[AlternativeView]:
        """Yield the types of which a value of `model` has one, null left out."""
        match model:
            case EnumModel():
                yield from literal_types(model, self.types)
            case UnionModel(members=members):
                for text in dict.fromkeys(self.types.of(member, symbol.package) for member in members):
                    yield AlternativeView("", text)
            case ObjectModel() | FileModel():
                return
            case _:
                yield AlternativeView("", self.types.of(model.type, symbol.package))
