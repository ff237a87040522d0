"""Types as Python pages show them: with links in tables, plain in headings and in code."""

from __future__ import annotations

import json
import keyword
from collections.abc import Set
from typing import Final

from msgspec import Struct

from typewright.base.devices import DEVICES
from typewright.base.json_value import JsonValue
from typewright.client.streams import described_events
from typewright.config.options import Paths
from typewright.ir import (
    AliasModel,
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
)
from typewright.naming.names import Names, Package, Symbol
from typewright.pages.prose import inline
from typewright.surface import Surface
from typewright.targets.contract import Project
from typewright.targets.python.language import model_folders
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.quoting import visible

_DOCUMENTATION: Final = "https://docs.python.org/3/library/datetime.html"
DATE_TIME: Final = "[date](https://docs.python.org/3/library/datetime.html#date-objects)"
EVENTS_MODULE: Final = "eventstreaming"
"""The module of utilities that has the classes of streams of events."""
LINES_MODULE: Final = "jsonlines"
"""The module of utilities that has the classes of streams of JSON lines."""
DATE: Final = "[datetime](https://docs.python.org/3/library/datetime.html#datetime-objects)"
"""The two links of the reference, each with the text of the other."""

_HTTP_LINK: Final = "[httpx.{}](https://www.python-httpx.org/api/#{})"
RAW_ANSWER: Final = "httpx.Response"
"""The notation of the reference's pages for a response that is not decoded."""

CONTENT: Final = "Union[bytes, IO[bytes], io.BufferedReader]"
"""The types of an upload's content."""

_FILE_NAMES_TAKEN: Final = frozenset({*map(str.lower, keyword.kwlist), "format", *DEVICES})
_PRIMITIVES = {
    ScalarKind.STRING: "str",
    ScalarKind.INTEGER: "int",
    ScalarKind.NUMBER: "float",
    ScalarKind.BOOLEAN: "bool",
    ScalarKind.NULL: "Any",
    ScalarKind.ANY: "Any",
}


class Display(Struct, frozen=True):
    """Shows types of a surface under their names; `paths` are the folders of packages."""

    surface: Surface
    names: Names
    paths: Paths
    recursive: Set[str] = frozenset()
    """Aliases that refer to themselves, so that they cannot be expanded."""
    is_plain: bool = False
    """Whether cells call a date `date`, and show of all types whether they are optional; the reference's don't."""
    has_flat_events: bool = False
    """Whether streams of events return only their data."""

    def folder(self, package: Package) -> str:
        """Return the folder of a package, relative to `docs/` as well as to the package."""
        return model_folders(self.paths)[package]

    def label(self, package: Package) -> str:
        """Return the prefix of qualified names: the last segment of the folder."""
        return self.folder(package).rsplit("/", 1)[-1]

    def qualified(self, symbol: Symbol) -> str:
        """Return the name of a type with its package as a prefix."""
        return f"{self.label(symbol.package)}.{symbol.name}"

    def page(self, symbol: Symbol) -> str:
        """Return the path of a type's page, relative to `docs/`."""
        name = symbol.name.lower()
        return f"{self.folder(symbol.package)}/{name}{'_' if name in _FILE_NAMES_TAKEN else ''}.md"

    def link(self, symbol: Symbol, page: str) -> str:
        """Return the link from `page` to a type's page."""
        return "../" * page.count("/") + self.page(symbol)

    def cell(self, type_: TypeExpr, owner: Package, page: str, *, optional: bool = False) -> str:
        """Return a type for a table on `page`, with links.

        The reference's form shows optional and nullable for scalars and named types, not for lists, maps and dates.
        """
        bare, nullable, package = self.bare(type_, owner, whole=False)
        is_plain = self.is_plain
        match bare:
            case ListOf(common_item=item):
                shown = f"List[{self.cell(item, package, page)}]"
                return wrapped(shown, optional=optional and is_plain, nullable=nullable and is_plain)
            case MapOf(value=value):
                shown = f"Dict[str, {self.cell(value, package, page)}]"
                return wrapped(shown, optional=optional and is_plain, nullable=nullable and is_plain)
            case Ref():
                symbol = self.names.of(bare, package)
                shown = wrapped(self.qualified(symbol), optional=optional, nullable=nullable)
                if self._alias(bare) is not None:
                    return f"*{shown}*"
                return f"[{shown}]({self.link(symbol, page)})"
        if isinstance(bare, HttpMessage):
            return _HTTP_LINK.format(*(("Request", "request") if bare.is_request else ("Response", "response")))
        if is_moment(bare) or is_day(bare):
            return self._moment(bare, optional=optional, nullable=nullable)
        nullable = nullable and not is_any(bare)
        return f"*{inline(wrapped(self.shown(bare, package), optional=optional, nullable=nullable))}*"

    def _moment(self, type_: TypeExpr, *, optional: bool, nullable: bool) -> str:
        """Return a date-time or a date as a link; in the reference's form, each has the name of the other one."""
        if self.is_plain:
            shown = wrapped("datetime" if is_moment(type_) else "date", optional=optional, nullable=nullable)
            return f"[{shown}]({_DOCUMENTATION})"
        return DATE_TIME if is_moment(type_) else DATE

    def shown(self, type_: TypeExpr, owner: Package) -> str:
        """Return a type as Python writes it, with qualified names; null only inside lists and maps."""
        bare, _, package = self.bare(type_, owner, whole=False)
        match bare:
            case ListOf(common_item=item):
                return f"List[{self._element(item, package)}]"
            case MapOf(value=value):
                return f"Dict[str, {self._element(value, package)}]"
            case StreamOf(is_lines=is_lines) as streamed:
                payload, stream = self._item(streamed, package), f"{EVENTS_MODULE}.EventStream"
                if is_lines:
                    stream = f"{LINES_MODULE}.Stream"
                return f"Union[{stream}[{payload}], {stream}Async[{payload}]]"
            case Ref():
                return self.qualified(self.names.of(bare, package))
            case Literal(value=value):
                return f"Literal[{constant(value)}]".replace("`", "\\u0060")  # it may be in a code span
            case Scalar(kind=kind):
                return _scalar(bare, kind)
        return "Any"

    def _item(self, stream: StreamOf, owner: Package) -> str:
        """Return the item type of a stream: lines, events, or the data of events."""
        is_flat = self.has_flat_events and not stream.is_lines
        events = described_events(stream.item, self.surface.models) if is_flat else ()
        if not events:
            return self.shown(stream.item, owner)
        shown = [self.shown(event.data.type, self.names.of(event.ref, owner).package) for event in events]
        different = list(dict.fromkeys(shown))
        return different[0] if len(different) == 1 else f"Union[{', '.join(different)}]"

    def _element(self, type_: TypeExpr, owner: Package) -> str:
        bare, nullable, package = self.bare(type_, owner, whole=False)
        return wrapped(self.shown(bare, package), optional=False, nullable=nullable and not is_any(bare))

    def bare(self, type_: TypeExpr, owner: Package, *, whole: bool = True) -> tuple[TypeExpr, bool, Package]:
        """Return a type with aliases resolved and without nullability, whether it is nullable, and its package.

        Unless `whole`, recursive aliases are not resolved.
        """
        nullable = False
        while True:
            if isinstance(type_, Nullable):
                type_, nullable = type_.of, True
            elif isinstance(type_, Ref) and (alias := self._alias(type_)) and (whole or alias.id not in self.recursive):
                owner = self.names.of(type_, owner).package
                type_ = alias.type
            else:
                return type_, nullable, owner

    def _alias(self, ref: Ref) -> AliasModel | None:
        model = self.surface.models[ref.id]
        return model if isinstance(model, AliasModel) else None


def display_of(project: Project[PythonOptions]) -> Display:
    """Return the notation of types on the pages of a project."""
    return Display(
        surface=project.surface,
        names=project.names,
        paths=project.options.paths,
        recursive=project.recursive_aliases,
        is_plain=project.options.docs.is_plain,
        has_flat_events=project.options.flat_events,
    )


def _scalar(type_: Scalar, kind: ScalarKind) -> str:
    if is_moment(type_):
        return "datetime"
    if is_day(type_):
        return "date"
    return "bytes" if kind is ScalarKind.STRING and type_.format == "binary" else _PRIMITIVES[kind]


def wrapped(shown: str, *, optional: bool, nullable: bool) -> str:
    """Return a type with `Optional`, `Nullable` or both around it."""
    if optional:
        return f"OptionalNullable[{shown}]" if nullable else f"Optional[{shown}]"
    return f"Nullable[{shown}]" if nullable else shown


def constant(value: JsonValue) -> str:
    """Return a JSON value as a Python expression on one line, with strings in double quotes escaped as in JSON."""
    match value:
        case None | bool():
            return repr(value)
        case list():
            return f"[{', '.join(map(constant, value))}]"
        case dict():
            return "{" + ", ".join(f"{constant(key)}: {constant(member)}" for key, member in value.items()) + "}"
    return visible(json.dumps(value, ensure_ascii=False))


def is_moment(type_: TypeExpr) -> bool:
    """Return whether a type is a date-time, which is a datetime in Python."""
    return isinstance(type_, Scalar) and type_.kind is ScalarKind.STRING and type_.format == "date-time"


def is_day(type_: TypeExpr) -> bool:
    """Return whether a type is a date, which is a date in Python."""
    return isinstance(type_, Scalar) and type_.kind is ScalarKind.STRING and type_.format == "date"


def is_any(type_: TypeExpr) -> bool:
    """Return whether a type accepts every value, including null."""
    return isinstance(type_, Scalar) and type_.kind in {ScalarKind.ANY, ScalarKind.NULL}
