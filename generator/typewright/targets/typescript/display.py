"""Types as TypeScript pages show them: with links in tables, plain in headings and in code."""

from __future__ import annotations

from collections.abc import Mapping, Set

from msgspec import Struct, field

from typewright.base.devices import DEVICES
from typewright.config.options import Paths
from typewright.ir import (
    AliasModel,
    FileModel,
    HttpMessage,
    ListOf,
    Literal,
    MapOf,
    Nullable,
    Ref,
    Scalar,
    ScalarKind,
    StreamOf,
    TypeExpr,
    UnionModel,
)
from typewright.naming.names import Names, Package, Symbol
from typewright.naming.words import kebab
from typewright.pages.prose import inline
from typewright.surface import Surface
from typewright.targets.contract import Project
from typewright.targets.typescript.options import FileNames, TypeScriptOptions
from typewright.targets.typescript.quoting import json_literal

DATE = "[Date](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Date)"
DAY_PAGE = "types/rfcdate.md"
"""The page about dates without a time, relative to `docs/`."""
_FILE = "[File](https://developer.mozilla.org/en-US/docs/Web/API/File)"
_BLOB = "[Blob](https://developer.mozilla.org/en-US/docs/Web/API/Blob)"
_REQUEST = "[Request](https://developer.mozilla.org/en-US/docs/Web/API/Request)"
_RESPONSE = "[Response](https://developer.mozilla.org/en-US/docs/Web/API/Response)"
RAW_CONTENT = "ReadableStream<Uint8Array>"
"""The notation of the reference's pages of methods for content that is neither encoded nor decoded."""
_PRIMITIVES = {
    ScalarKind.STRING: "string",
    ScalarKind.INTEGER: "number",
    ScalarKind.NUMBER: "number",
    ScalarKind.BOOLEAN: "boolean",
    ScalarKind.NULL: "any",
    ScalarKind.ANY: "any",
}


class Display(Struct, frozen=True):
    """Shows types of a surface under their names; `paths` are the folders of packages."""

    surface: Surface
    names: Names
    paths: Paths
    const_types: bool = False
    """Whether a constant is shown as its value."""
    file_names: FileNames = "lower"
    int64: str = "number"
    """The type of integers of 64 bits."""
    links_days: bool = False
    """Whether dates without a time are linked to a page about them."""
    links_unions: bool = False
    """Whether tables link unions to their pages, which the reference's do not."""
    recursive: Set[str] = frozenset()
    """Aliases that refer to themselves, so that they cannot be expanded."""
    declared_names: Mapping[tuple[Package, str], str] = field(default_factory=dict)
    """The declared names of types that pages show under other names."""

    def folder(self, package: Package) -> str:
        """Return the folder of a package, relative to `docs/` as well as to the package."""
        return str(getattr(self.paths, package.value))

    def label(self, package: Package) -> str:
        """Return the prefix of qualified names: the last segment of the folder."""
        return self.folder(package).rsplit("/", 1)[-1]

    def qualified(self, symbol: Symbol) -> str:
        """Return the name of a type with its package as a prefix."""
        name = self.declared_names.get((symbol.package, symbol.id), symbol.name)
        return f"{self.label(symbol.package)}.{name}"

    def page(self, symbol: Symbol) -> str:
        """Return the path of a type's page, relative to `docs/`."""
        folder, name = self.folder(symbol.package), symbol.name
        stem = kebab(name) if self.file_names == "kebab" else name.lower()
        stem = f"{stem}_" if stem in DEVICES else stem
        return f"{folder}/{stem}.md" if folder else f"{stem}.md"

    def link(self, symbol: Symbol, page: str) -> str:
        """Return the link from `page` to a type's page."""
        return "../" * page.count("/") + self.page(symbol)

    def cell(self, type_: TypeExpr, owner: Package, page: str) -> str:
        """Return a type for a table on `page`, with links for named objects and enumerations."""
        match type_:
            case Nullable(of=inner):
                return self.cell(inner, owner, page)
            case ListOf(common_item=item):
                return f"{self.cell(item, owner, page)}[]"
            case MapOf(value=value):
                return f"Record<string, {self.cell(value, owner, page)}>"
            case StreamOf(item=item):
                return f"EventStream<{self.cell(item, owner, page)}>"
            case HttpMessage(is_request=is_request):
                return _REQUEST if is_request else _RESPONSE
            case Ref(id=id_):
                return self._model_cell(id_, type_, owner, page)
        if self.links_days and is_day(type_):
            return f"[Date]({'../' * page.count('/')}{DAY_PAGE})"
        return DATE if is_date(type_) else f"*{inline(self.shown(type_, owner))}*"

    def _model_cell(self, id_: str, ref: Ref, owner: Package, page: str) -> str:
        model = self.surface.models[id_]
        symbol = self.names.of(ref, owner)
        if isinstance(model, AliasModel) and id_ not in self.recursive:
            return self.cell(model.type, symbol.package, page)
        if isinstance(model, AliasModel) or (isinstance(model, UnionModel) and not self.links_unions):
            return f"*{self.qualified(symbol)}*"
        linked = f"[{self.qualified(symbol)}]({self.link(symbol, page)})"
        return f"{_FILE} | {_BLOB} | {linked}" if isinstance(model, FileModel) else linked

    def exact(self, type_: TypeExpr, owner: Package) -> str:
        """Return a type as TypeScript writes it, with null in lists and maps."""
        match type_:
            case Nullable(of=inner):
                return self.exact(inner, owner)
            case ListOf(common_item=item):
                return f"({self._element(item, owner)})[]"
            case MapOf(value=value):
                return f"{{ [k: string]: {self._element(value, owner)} }}"
        return self.shown(type_, owner)

    def _element(self, type_: TypeExpr, owner: Package) -> str:
        return f"{self.exact(type_, owner)} | null" if isinstance(type_, Nullable) else self.exact(type_, owner)

    def shown(self, type_: TypeExpr, owner: Package) -> str:
        """Return a type as TypeScript writes it, with qualified names and without null."""
        match type_:
            case Nullable(of=inner):
                return self.shown(inner, owner)
            case ListOf(common_item=item):
                return f"{self.shown(item, owner)}[]"
            case MapOf(value=value):
                return f"{{ [k: string]: {self.shown(value, owner)} }}"
            case StreamOf(item=item):
                return f"EventStream<{self.shown(item, owner)}>"
            case HttpMessage(is_request=is_request):
                return "Request" if is_request else "Response"
            case Ref(id=id_):
                symbol = self.names.of(type_, owner)
                model = self.surface.models[id_]
                if isinstance(model, AliasModel) and id_ not in self.recursive:
                    return self.shown(model.type, symbol.package)
                return self.qualified(symbol)
            case Literal(kind=kind, value=value):
                return json_literal(value) if self.const_types else _PRIMITIVES[kind]
            case Scalar(kind=ScalarKind.STRING, format="binary"):
                return "Uint8Array"
            case Scalar(kind=ScalarKind.INTEGER, format="int64"):
                return self.int64
            case Scalar(kind=kind):
                return "Date" if is_date(type_) else _PRIMITIVES[kind]


def display_of(project: Project[TypeScriptOptions]) -> Display:
    """Return the notation of types on the pages of a project."""
    return Display(
        project.surface,
        project.names,
        project.options.paths,
        const_types=project.options.docs.const_types,
        file_names=project.options.docs.file_names,
        int64=project.options.int64,
        links_days=project.options.docs.dates == "linked",
        links_unions=project.options.docs.is_plain,
        recursive=project.recursive_aliases,
    )


def is_date(type_: TypeExpr) -> bool:
    """Return whether a type is a date-time, which is a Date in TypeScript."""
    return isinstance(type_, Scalar) and type_.kind is ScalarKind.STRING and type_.format == "date-time"


def is_day(type_: TypeExpr) -> bool:
    """Return whether a type is a date without a time, which is a string in TypeScript."""
    return isinstance(type_, Scalar) and type_.kind is ScalarKind.STRING and type_.format == "date"
