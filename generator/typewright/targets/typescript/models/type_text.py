"""Conversion of type expressions to TypeScript types, with the imports that they need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from posixpath import relpath

from msgspec import Struct, field

from typewright.ir import (
    AliasModel,
    FileModel,
    HttpMessage,
    ListOf,
    Literal,
    MapOf,
    Model,
    Nullable,
    Ref,
    Scalar,
    ScalarKind,
    StreamOf,
    TypeExpr,
    is_binary,
    not_null,
    unfold,
)
from typewright.naming.names import Names, Package
from typewright.naming.words import upper_first
from typewright.surface.parts import is_xml_answer
from typewright.targets.typescript.code_layout import listed
from typewright.targets.typescript.models.placement import INDEX, SUPPORT, SUPPORT_FOLDER, Module, Placement
from typewright.targets.typescript.quoting import json_literal, string_literal

_PRIMITIVES = {
    ScalarKind.STRING: "string",
    ScalarKind.INTEGER: "number",
    ScalarKind.NUMBER: "number",
    ScalarKind.BOOLEAN: "boolean",
    ScalarKind.NULL: "null",
    ScalarKind.ANY: "any",
}
_STRING_FORMATS = {"date-time": "Date", "binary": "Uint8Array"}
"""Formats of strings that TypeScript represents as an object of the platform."""
_OF_BROWSERS = frozenset({"File", "Blob", "ReadableStream", "Request", "Response"})
"""Types of the platform that only the DOM library of TypeScript declares."""
STREAM = "EventStream"
_RUNTIME_MODULES = {STREAM: "event-stream", "Unrecognized": "validation"}
"""The modules of the runtime with the types of the support module."""


class TypeText(Struct):
    """Writes the types of `module`, and records the imports of the module.

    With `package`, the module is outside of the declarations and imports them from the package of that name.
    """

    models: Mapping[str, Model]
    names: Names
    placement: Placement
    module: Module
    package: str | None = None
    _types: dict[Module, set[str]] = field(default_factory=dict)
    _folders: set[str] = field(default_factory=set)
    _support: set[str] = field(default_factory=set)
    _values: dict[Module, dict[str, str]] = field(default_factory=dict)
    _named: dict[Module, dict[str, bool]] = field(default_factory=dict)
    _locals: dict[str, str] = field(default_factory=dict)
    reserved: frozenset[str] = frozenset()
    """Names that the module declares itself, besides those of types."""
    int64: str = "number"
    """The type of integers of 64 bits."""
    has_client: bool = False
    """Whether the package has a client, whose runtime then has the types that declarations use."""

    def of(self, type_: TypeExpr, owner: Package) -> str:
        """Return the text of `type_` inside a type of package `owner`."""
        match type_:
            case Nullable(of=inner):
                text = self.of(inner, owner)
                return text if text in {"any", "null"} or text.endswith(" | null") else f"{text} | null"
            case ListOf():
                return self._list(type_, owner)
            case MapOf(value=value):
                return f"{{ [k: string]: {self.of(value, owner)} }}"
            case StreamOf(item=item):
                return f"{self.support(STREAM)}<{self.of(item, owner)}>"
            case Ref():
                return self._reference(type_, owner)
            case Literal(value=value):
                return json_literal(value)
            case Scalar(kind=ScalarKind.STRING, format=format_) if format_ in _STRING_FORMATS:
                return self.platform(_STRING_FORMATS[format_])
            case HttpMessage(is_request=is_request):
                return self.platform("Request" if is_request else "Response")
            case Scalar(kind=ScalarKind.INTEGER, format="int64"):
                return self.int64
            case Scalar(kind=kind):
                return _PRIMITIVES[kind]

    def answer(self, type_: TypeExpr, owner: Package) -> str:
        """Return the type of a body in a result: XML is text, other bytes are a stream."""
        bare = not_null(unfold(type_, self.models))
        if is_xml_answer(bare):
            return "string"
        if not is_binary(bare):
            return self.of(type_, owner)
        return f"{self.platform('ReadableStream')}<{self.platform('Uint8Array')}>"

    def platform(self, name: str) -> str:
        """Return the name of a type of the platform, qualified if a type of the description has the same name.

        Types of browsers are those of the runtime, which does not need the DOM library.
        """
        if self.has_client and name in _OF_BROWSERS:
            return self.lib("web", name, is_type=True)
        return f"globalThis.{name}" if self._is_type(name) else name

    def support(self, name: str) -> str:
        """Return the local name of a type of the support module, which differs if the description has the same name."""
        if self.has_client:
            return self.lib(_RUNTIME_MODULES[name], name, is_type=True)
        self._support.add(name)
        return self._support_name(name)

    def value(self, module: Module, name: str) -> str:
        """Return the local name of a function of another module of types, prefixed with that of another folder."""
        if module == self.module:
            return name
        others = {local for other, names in self._values.items() if other != module for local in names.values()}
        local = name
        if module.folder != self.module.folder and (name in others or self._is_own(name)):
            local = f"{self.placement.labels[module.folder]}{upper_first(name)}"
        self._values.setdefault(module, {})[name] = local
        return local

    def lib(self, stem: str, name: str, *, is_type: bool = False) -> str:
        """Return the local name of a name of the runtime module `stem`; `is_type` states that it is used as a type."""
        return self.named(Module(SUPPORT_FOLDER, stem), name, is_type=is_type)

    def named(self, module: Module, name: str, *, is_type: bool = False) -> str:
        """Return the local name of a name of a module without types of the description."""
        names = self._named.setdefault(module, {})
        names[name] = is_type and names.get(name, True)
        return self._local(name)

    def _local(self, name: str) -> str:
        """Return the name under which the module imports a name from elsewhere, different from all of its own."""
        if name not in self._locals:
            self._locals[name] = f"{name}_" if self._is_own(name) else name
        return self._locals[name]

    def _is_own(self, name: str) -> bool:
        """Return whether a name is that of a type of the module's folder, or of a function that reads or writes one."""
        ways = (way for way in ("read", "write") if name.startswith(way))
        return self._is_type(name) or any(self._is_type(name.removeprefix(way)) for way in ways)

    def _named_lines(self) -> Iterator[str]:
        """Yield the import statements for the runtime, and for modules of the client."""
        for module, names in sorted(self._named.items()):
            texts = []
            for name, is_type in sorted(names.items()):
                local = name if name == self._local(name) else f"{name} as {self._local(name)}"
                texts.append(f"type {local}" if is_type else local)
            if all(names.values()):
                texts = [text.removeprefix("type ") for text in texts]
            yield self._import(texts, module, is_type=all(names.values()))

    def _model_lines(self) -> Iterator[str]:
        """Yield the import statements for types of the module's own folder, and for functions of any."""
        for module in sorted({*self._types, *self._values}, key=lambda module: (module in self._values, module)):
            values = sorted(self._values.get(module, {}).items())
            names = [name if name == local else f"{name} as {local}" for name, local in values]
            types = sorted(self._types.get(module, set()) - self._values.get(module, {}).keys())
            texts = types if not names else [*(f"type {name}" for name in types), *names]
            yield self._import(texts, module, is_type=not names)

    def _import(self, names: Sequence[str], module: Module, *, is_type: bool) -> str:
        head, tail = f"import {'type ' if is_type else ''}{{", f"}} from {self._address(module)};"
        return f"{head} {names[0]} {tail}" if len(names) == 1 else listed(head, names, tail, spaced=True)

    def import_lines(self) -> tuple[str, ...]:
        """Return the import statements for all types that were written so far, sorted by specifier."""
        labels = self.placement.labels
        folders = [
            f"import type * as {labels[folder]} from {self._address(Module(folder, INDEX))};"
            for folder in sorted(self._folders)
        ]
        support = [
            name if name == self._support_name(name) else f"{name} as {self._support_name(name)}"
            for name in sorted(self._support)
        ]
        address = self._address(Module(SUPPORT_FOLDER, SUPPORT))
        ours = [f"import type {{ {', '.join(support)} }} from {address};"] if support else []
        return (*ours, *self._named_lines(), *folders, *self._model_lines())

    def _is_type(self, name: str) -> bool:
        """Return whether a name is declared by the module itself, or is that of a type of its folder."""
        if name in self.reserved:
            return True
        return not self.package and name in self.placement.type_names.get(self.module.folder, frozenset())

    def _support_name(self, name: str) -> str:
        return f"{name}_" if self._is_type(name) else name

    def _list(self, type_: ListOf, owner: Package) -> str:
        rest = f"{self._grouped(type_.item, owner)}[]"
        if not type_.prefix:
            return rest
        needed = type_.constraints.min_items or 0
        first = [
            self.of(element, owner) if index < needed else f"{self._grouped(element, owner)}?"
            for index, element in enumerate(type_.prefix)
        ]
        most = type_.constraints.max_items
        if type_.is_closed:
            return f"[{', '.join(first if most is None else first[:most])}]"
        return f"[{', '.join([*first, f'...{rest}'])}]"

    def _grouped(self, type_: TypeExpr, owner: Package) -> str:
        """Return a type to which a suffix may be added: a union is put in parentheses."""
        text = self.of(type_, owner)
        inner = unfold(type_, self.models)
        alternatives = isinstance(inner, Nullable) or (
            isinstance(inner, Ref) and isinstance(self.models[inner.id], FileModel)
        )
        return f"({text})" if alternatives and " | " in text else text

    def _reference(self, ref: Ref, owner: Package) -> str:
        symbol = self.names.of(ref, owner)
        key = (symbol.package, symbol.id)
        model = self.models[ref.id]
        if isinstance(model, AliasModel) and key not in self.placement.modules:
            return self.of(model.type, symbol.package)
        name = self._imported(self.placement.modules[key], self.placement.name(symbol))
        if isinstance(model, FileModel):
            return f"{self.platform('File')} | {self.platform('Blob')} | {name}"
        return name

    def _imported(self, module: Module, name: str) -> str:
        if self.package or module.folder != self.module.folder:
            self._folders.add(module.folder)
            return f"{self.placement.labels[module.folder]}.{name}"
        if module != self.module:
            self._types.setdefault(module, set()).add(name)
        return name

    def _address(self, module: Module) -> str:
        """Return the specifier of `module` as a literal: of its folder in the package, or relative to this module."""
        if self.package:
            folder = module.folder if module.stem == INDEX else ""
            return string_literal(f"{self.package}/{folder}" if folder else self.package, double=True)
        path = relpath(f"/{module.folder}/{module.stem}.js", f"/{self.module.folder}")
        return string_literal(path if path.startswith(".") else f"./{path}", double=True)
