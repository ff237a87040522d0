"""Declarations of the types of an API, by module."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from typewright.analysis.kinds import Kinds
from typewright.ir import EnumModel, FileModel, Model, ObjectModel, ScalarKind, TypeExpr, UnionModel, not_null
from typewright.naming.names import Symbol
from typewright.pages.page import Page, Planned
from typewright.surface import Surface
from typewright.surface.parts import is_envelope, is_result
from typewright.targets.contract import Project
from typewright.targets.typescript.code_layout import WIDTH, listed
from typewright.targets.typescript.models.assertions import kinds_of
from typewright.targets.typescript.models.checks import READ, WRITE
from typewright.targets.typescript.models.comments import comment_on_model, comment_on_property
from typewright.targets.typescript.models.conversions import Conversions
from typewright.targets.typescript.models.enumerations import constant_object, literal_types
from typewright.targets.typescript.models.narrowing import narrowed_members
from typewright.targets.typescript.models.package import package_files
from typewright.targets.typescript.models.placement import Module, placement_of
from typewright.targets.typescript.models.presence import PresenceRules
from typewright.targets.typescript.models.type_text import TypeText
from typewright.targets.typescript.models.views import AlternativeView, ErrorView, ModuleView, PropertyView, TypeView
from typewright.targets.typescript.models.wire_form import bigint_types
from typewright.targets.typescript.options import TypeScriptOptions, has_client, spelling_of
from typewright.targets.typescript.quoting import property_key, string_literal

_ERROR_MEMBERS = (
    *("message", "statusCode", "headers", "body", "rawResponse", "httpMeta", "data"),
    *("name", "stack", "cause", "constructor"),
)
_OWN_MEMBERS = tuple(f"{name}{mark}" for name in _ERROR_MEMBERS for mark in (":", "?:"))
"""The members of every error: properties of the data with these names are only in `data`."""
_INDENT = "  "


def declarations(project: Project[TypeScriptOptions]) -> Iterable[Planned]:
    """Yield the modules that declare the types of a project, their indexes, and the metadata of the package.

    Paths are relative to the target's folder.
    """
    placement = project.once(placement_of)
    for module, symbols in placement.symbols.items():
        types = types_of(project, module)
        conversions = Conversions.of(project, types) if has_client(project.options) else None
        writer = _Writer(
            surface=project.surface,
            target=project.options,
            types=types,
            conversions=conversions,
            kinds=project.once(kinds_of),
            bigint_types=project.once(bigint_types),
        )
        make_view = partial(writer.module, symbols)
        yield Page(
            path=module.path,
            template="typescript/declarations/module.ts.jinja",
            make_view=make_view,
            language="typescript",
            inputs=symbols,
        )
    if not has_client(project.options):
        yield from package_files(project.api, placement, project.options)


def types_of(project: Project[TypeScriptOptions], module: Module, reserved: frozenset[str] = frozenset()) -> TypeText:
    """Return the writer of the types of one module, which declares the names in `reserved` itself."""
    return TypeText(
        models=project.models,
        names=project.names,
        placement=project.once(placement_of),
        module=module,
        reserved=reserved,
        int64=project.options.int64,
        has_client=has_client(project.options),
    )


class _Writer(Struct, frozen=True):
    """Makes the views of one module."""

    surface: Surface
    target: TypeScriptOptions
    types: TypeText
    conversions: Conversions | None
    kinds: Kinds
    bigint_types: Set[str]

    def module(self, symbols: Iterable[Symbol]) -> ModuleView:
        """Return the module that declares the types of `symbols`."""
        types = tuple(self._with_conversions(symbol, self._declaration(symbol)) for symbol in symbols)
        imports = self.types.import_lines()
        constants: tuple[str, ...] = ()
        if self.conversions is not None:
            constants = tuple(f"const {name} = {text};" for name, text in self.conversions.constants.items())
        return ModuleView(bool(imports), imports, types, constants)

    def _with_conversions(self, symbol: Symbol, view: TypeView) -> TypeView:
        """Return a declaration with its functions, and the value that parses and writes the type."""
        model = self.surface.models[symbol.id]
        if self.conversions is None:
            return view
        functions = tuple(self.conversions.views(model, symbol))
        if view.is_constant:
            return replace(view, conversions=functions)
        kind = self.types.lib("companion", "Companion", is_type=True)
        made = self.types.lib("companion", "companion")
        pair = [f"{way}{symbol.name}" for way in (READ, WRITE if len(functions) > 1 else READ)]
        if symbol.id in self.bigint_types:
            pair.append(self.types.lib("bigint", "parseLossless"))
        errors = tuple(self._errors(symbol, model))
        start, value = f"export const {symbol.name}: {kind}<{symbol.name}> =", f"/* @__PURE__ */ {made}("
        companion = listed(f"{start} {value}", pair, ");")
        if len(start) + len(value) + 1 > WIDTH:
            companion = f"{start}\n{_INDENT}{listed(value, pair, ');', _INDENT)}"
        return replace(view, companion=companion, conversions=functions, errors=errors)

    def _errors(self, symbol: Symbol, model: Model) -> Iterator[ErrorView]:
        """Yield the class of the error whose data is of a type, if there is one."""
        name = self.types.placement.errors.get((symbol.package, symbol.id))
        if name is None:
            return
        members: tuple[PropertyView, ...] = ()
        if isinstance(model, ObjectModel):
            fields = (view for view in self._fields(model, symbol) if not view.text.startswith(_OWN_MEMBERS))
            members = tuple(replace(view, text=f"declare readonly {view.text}") for view in fields)
        brand = string_literal(f"{self.target.package}:{name}", double=True)
        yield ErrorView(
            comment=comment_on_model(model.annotations),
            head=f"{name} extends {self.types.lib('errors', 'ResponseError')}<{symbol.name}>",
            brand=brand,
            members=members,
        )

    def _declaration(self, symbol: Symbol) -> TypeView:
        model = self.surface.models[symbol.id]
        match model:
            case ObjectModel(annotations=annotations, constraints=constraints):
                comment = comment_on_model(annotations, constraints)
                return TypeView(comment, symbol.name, is_interface=True, properties=tuple(self._fields(model, symbol)))
            case FileModel():
                return TypeView("", symbol.name, is_interface=True, properties=tuple(self._file()))
            case EnumModel(kind=ScalarKind.STRING) if model.has_form("enum", default=self.target.enum_format):
                return constant_object(model, symbol.name, self.types)
        comment = comment_on_model(model.annotations)
        alternatives = tuple(self._alternatives(model, symbol))
        text = " | ".join(alternative.text for alternative in alternatives)
        is_long = len(alternatives) > 1 and len(_INDENT) + len(text) + 1 > WIDTH
        if is_long or any(alternative.comment for alternative in alternatives):
            return TypeView(comment, symbol.name, has_alternatives=True, alternatives=alternatives)
        is_broken = len(alternatives) > 1 and len(f"export type {symbol.name} = {text};") > WIDTH
        before = f"\n{_INDENT}" if is_broken else " "
        return TypeView(comment, symbol.name, text=f"{before}{text or 'never'}")

    def _fields(self, model: ObjectModel, symbol: Symbol) -> Iterator[PropertyView]:
        spelling, presence = spelling_of(self.target), PresenceRules.of(self.surface.models, self.target)
        spelled, shown = spelling.of_model(model), []
        for field, name in zip(model.fields, spelled, strict=False):
            mark = "?" if presence.is_optional(field) else ""
            of = self.types.answer if is_envelope(model.id) else self.types.of
            type_ = of(field.type, symbol.package)
            shown += [type_, "undefined"] if mark else [type_]
            yield PropertyView(comment_on_property(field.type, _INDENT), f"{property_key(name)}{mark}: {type_};")
        more = model.additional
        if more is None:
            return
        type_ = self.types.of(more, symbol.package)
        text = f"{property_key(spelled[-1])}?: {{ [k: string]: {type_} }};"
        if not spelling.has_additional_properties(model):
            # TypeScript requires the index signature to include the types of all properties.
            text = f"[k: string]: {type_ if type_ == 'any' else ' | '.join(dict.fromkeys([type_, *shown]))};"
        yield PropertyView(comment_on_property(more, _INDENT), text)

    def _file(self) -> Iterator[PropertyView]:
        stream, *others = map(self.types.platform, ("ReadableStream", "Blob", "ArrayBuffer", "Uint8Array"))
        yield PropertyView("", "fileName: string;")
        yield PropertyView("", f"content: {' | '.join((f'{stream}<{others[-1]}>', *others))};")

    def _member(self, member: TypeExpr, symbol: Symbol, tag: tuple[str, tuple[str, ...]] | None) -> str:
        """Return a member of a union; a tagged one is narrowed to the tags of the member."""
        of = self.types.answer if is_result(symbol.id) else self.types.of
        text = of(member, symbol.package)
        if tag is None:
            return text
        values = " | ".join(string_literal(value, double=True) for value in tag[1])
        return f"({text} & {{ {property_key(tag[0])}: {values} }})"

    def _alternatives(self, model: Model, symbol: Symbol) -> Iterator[AlternativeView]:
        """Yield the alternative types of a value of `model`, without null."""
        match model:
            case EnumModel():
                yield from literal_types(model, self.types)
            case UnionModel(members=members):
                narrowed = narrowed_members(model, self.kinds, spelling_of(self.target))
                texts = (self._member(member, symbol, narrowed.get(id(not_null(member)))) for member in members)
                for text in dict.fromkeys(texts):
                    yield AlternativeView("", text)
            case ObjectModel() | FileModel():
                return
            case _:
                yield AlternativeView("", self.types.of(model.type, symbol.package))
