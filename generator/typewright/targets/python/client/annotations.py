"""Annotations of the arguments and results of methods in modules of the client."""

from __future__ import annotations

from typing import assert_never

from msgspec import Struct

from typewright.base.json_value import JsonValue
from typewright.client.answers import Answer
from typewright.client.media_kinds import MediaKind
from typewright.client.streams import described_events
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
    is_binary,
    not_null,
    unfold,
)
from typewright.naming.names import Package
from typewright.surface.parts import is_xml_answer
from typewright.targets.python.client.scope import ClientScope
from typewright.targets.python.models.context import Context
from typewright.targets.python.models.typed_dicts import FOLDER as DICTS
from typewright.targets.python.models.typed_dicts import TEXT_CLASSES, has_typed_dict
from typewright.targets.python.placement import Key
from typewright.targets.python.quoting import is_literal, value_literal

_BUILTIN = {
    ScalarKind.STRING: "str",
    ScalarKind.INTEGER: "int",
    ScalarKind.NUMBER: "float",
    ScalarKind.BOOLEAN: "bool",
}


class ClientAnnotations(Struct, frozen=True):
    """Writes the annotations of one module of the client.

    Types inside of an operation are named as they are in the package of operations' types.
    """

    context: Context
    scope: ClientScope

    def argument(self, type_: TypeExpr, owner: Package = Package.OPERATIONS) -> str:
        """Return the annotation of an argument; an object may be given as a model or as a typed dict."""
        return self._text(type_, owner, is_argument=True)

    def body(self, type_: TypeExpr, *, is_async: bool) -> str:
        """Return the annotation of an argument that is a whole body; bytes may come from an iterable."""
        text = self.argument(type_)
        if not is_binary(not_null(unfold(type_, self.context.models))):
            return text
        kinds = ("Iterable", "AsyncIterable") if is_async else ("Iterable",)
        names = [self.scope.name("collections.abc", kind, checked=True) for kind in kinds]
        return " | ".join([text, *(f"{name}[{self.scope.builtin('bytes')}]" for name in names)])

    def result(self, type_: TypeExpr, owner: Package = Package.OPERATIONS, *, is_async: bool = False) -> str:
        """Return the annotation of a method's result; that of streams depends on whether the method is asynchronous."""
        bare = not_null(unfold(type_, self.context.models))
        if isinstance(bare, StreamOf):
            module, name = ("stream", "Stream") if bare.is_lines else ("event_stream", "EventStream")
            name = self.scope.runtime(module, f"{name}Async" if is_async else name)
            return f"{name}[{self._item(bare, owner)}]"
        if is_xml_answer(bare):
            return self.scope.builtin("str")
        if is_binary(bare):
            return self.scope.runtime("binary", "BinaryStreamAsync" if is_async else "BinaryStream")
        return self._text(type_, owner, is_argument=False)

    def _item(self, stream: StreamOf, owner: Package) -> str:
        """Return the annotation of a stream's items: lines, events, or with `flat_events` the data of events."""
        is_flat = self.context.target.flat_events and not stream.is_lines
        events = described_events(stream.item, self.context.models) if is_flat else ()
        if not events:
            return self._text(stream.item, owner, is_argument=False)
        texts: dict[str, None] = {}
        for event in events:
            text = self._text(event.data.type, self.context.names.of(event.ref, owner).package, is_argument=False)
            texts[text.removesuffix(" | None")] = None
            if not event.data.required or text.endswith(" | None"):
                texts["None"] = None
        return " | ".join(sorted(texts, key="None".__eq__))

    def has_objects(self, type_: TypeExpr) -> bool:
        """Return whether values of a type are objects, or contain some, whose JSON names the engine looks up."""
        bare = not_null(unfold(type_, self.context.models))
        if isinstance(bare, ListOf):
            return any(self.has_objects(item) for item in (*bare.prefix, bare.item))
        if isinstance(bare, Ref):
            return not self.context.is_plain(bare)
        return not isinstance(bare, Scalar)

    def answer(self, answer: Answer, *, is_async: bool) -> str:
        """Return the annotation for reading a response."""
        if answer.kind is MediaKind.XML:
            return self.scope.builtin("str")
        return "None" if answer.type is None else self.result(answer.type, is_async=is_async)

    def _text(self, type_: TypeExpr, owner: Package, *, is_argument: bool) -> str:
        scope = self.scope
        match type_:
            case Nullable(of=inner):
                text = self._text(inner, owner, is_argument=is_argument)
                return text if text.endswith(("Any", "None")) else f"{text} | None"
            case Ref():
                return self._reference(type_, owner, is_argument=is_argument)
            case Scalar():
                return self._scalar(type_, is_argument=is_argument)
            case Literal(value=value):
                return self._literal(value)
            case ListOf(item=item, prefix=prefix):
                texts = dict.fromkeys(self._text(entry, owner, is_argument=is_argument) for entry in (*prefix, item))
                text = " | ".join(texts)
                if is_argument and "." in text:
                    return f"{scope.name('collections.abc', 'Sequence', checked=True)}[{text}]"
                return f"{scope.builtin('list')}[{text}]"
            case MapOf(value=value):
                text = self._text(value, owner, is_argument=is_argument)
                kind = scope.name("collections.abc", "Mapping", checked=True) if is_argument else scope.builtin("dict")
                return f"{kind}[{scope.builtin('str')}, {text}]"
            case StreamOf(item=item):
                kind = scope.name("collections.abc", "Iterable", checked=True)
                return f"{kind}[{self._text(item, owner, is_argument=is_argument)}]"
            case HttpMessage():
                return scope.typing("Any")
        assert_never(type_)

    def _scalar(self, scalar: Scalar, *, is_argument: bool) -> str:
        scope = self.scope
        if scalar.kind is ScalarKind.STRING and scalar.format in ("date-time", "date"):
            kind = "datetime" if scalar.format == "date-time" else "date"
            name = scope.name("datetime", kind, checked=is_argument)  # response types are evaluated at run time
            return f"{name} | {scope.builtin('str')}" if is_argument else name
        if is_argument and scalar.kind is ScalarKind.STRING and scalar.format in TEXT_CLASSES:
            module, kind = TEXT_CLASSES[scalar.format]
            return f"{scope.name(module, kind, checked=True)} | {scope.builtin('str')}"
        if is_binary(scalar):
            return self._content() if is_argument else scope.builtin("bytes")
        if scalar.kind is ScalarKind.NULL:
            return "None"
        return scope.builtin(_BUILTIN[scalar.kind]) if scalar.kind in _BUILTIN else scope.typing("Any")

    def _content(self) -> str:
        """Return the annotation of the content of a file: in memory, open, or to be opened."""
        path = self.scope.name("os", "PathLike", checked=True)
        content, text = self.scope.builtin("bytes"), self.scope.builtin("str")
        return f"{content} | {self.scope.typing('IO')}[{content}] | {path}[{text}]"

    def _literal(self, value: JsonValue) -> str:
        if value is None:
            return "None"
        if is_literal(value):
            return f"{self.scope.typing('Literal')}[{value_literal(value)}]"
        is_number = isinstance(value, int | float)
        return self.scope.builtin(type(value).__name__) if is_number else self.scope.typing("Any")

    def _reference(self, ref: Ref, owner: Package, *, is_argument: bool) -> str:
        symbol = self.context.names.of(ref, owner)
        key: Key = (symbol.package, symbol.id)
        model = self.context.models[ref.id]
        if isinstance(model, AliasModel) and not isinstance(not_null(model.type), Ref | ListOf | MapOf):
            return self._text(model.type, symbol.package, is_argument=is_argument)
        own = self.model(key)
        if not is_argument or not has_typed_dict(self.context, key):
            return own
        either = f"{own} | {self.scope.package(DICTS, checked=True)}.{self.context.typed_dict_names[key]}"
        return f"{either} | {self._content()}" if isinstance(model, FileModel) else either

    def model(self, key: Key, *, checked: bool = False) -> str:
        """Return the local name of a model of the package."""
        if self.context.models[key[1]].annotations.deprecated:
            self.scope.names_deprecated = True
        folder = self.context.placement.modules[key].folder
        return f"{self.scope.package(folder, checked=checked)}.{self.context.placement.names[key]}"
