"""Typed dictionaries for values in requests, so that users can write plain dictionaries that are type-checked.

Each object that a request can contain has a typed dict: a `TypedDict` with the names of the attributes, in the module
of the same name below `dicts/`. These modules are not loaded with the models; their annotations are strings, so that
definitions can be in any order.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from msgspec import Struct

from typewright.base.json_value import JsonValue
from typewright.ir import (
    AliasModel,
    Direction,
    EnumModel,
    FileModel,
    HttpMessage,
    ListOf,
    Literal,
    MapOf,
    Model,
    Nullable,
    ObjectModel,
    Ref,
    Scalar,
    ScalarKind,
    StreamOf,
    TypeExpr,
    UnionModel,
    is_binary,
    not_null,
)
from typewright.surface.security import is_credential
from typewright.targets.python.code_layout import WIDTH
from typewright.targets.python.models.context import Context
from typewright.targets.python.models.definitions import INDENT, attribute_names
from typewright.targets.python.models.docstrings import field_docstring, model_docstring
from typewright.targets.python.models.imports import import_lines
from typewright.targets.python.models.scope import Scope
from typewright.targets.python.models.views import FieldView, TypedDictsView, TypedDictView
from typewright.targets.python.placement import Key, Module
from typewright.targets.python.quoting import docstring, is_literal, string_literal, value_literal

FOLDER = "dicts"
TEXT_CLASSES = {"uuid": ("uuid", "UUID"), "decimal": ("decimal", "Decimal")}
"""The module and the name of classes whose values are accepted instead of strings, by the format of the string."""
_BUILTIN = {
    ScalarKind.STRING: "str",
    ScalarKind.INTEGER: "int",
    ScalarKind.NUMBER: "float",
    ScalarKind.BOOLEAN: "bool",
}


def typed_dict_keys(context: Context) -> dict[Module, list[Key]]:
    """Return the types with typed dicts, by module: those that requests can contain and that contain other types."""
    found: dict[Module, list[Key]] = {}
    for key, module in context.placement.modules.items():
        if has_typed_dict(context, key):
            found.setdefault(Module(FOLDER, module.stem), []).append(key)
    return found


def has_typed_dict(context: Context, key: Key) -> bool:
    """Return whether a type has a typed dictionary: requests can contain it, and it contains other types."""
    return Direction.REQUEST in context.validation_modes.directions[key] and not _is_written_out(context.models[key[1]])


class TypedDictWriter(Struct, frozen=True):
    """Writes the typed dicts of a module."""

    context: Context
    scope: Scope
    keys: list[Key]

    def view(self) -> TypedDictsView:
        """Return the module."""
        typed_dicts = tuple(map(self._typed_dict, self.keys))
        text = docstring(f"Typed dictionaries that stand for the types of `models.{self.scope.module.stem}`.")
        named = {used for key in self.keys for used in self.context.uses[key]}
        deprecated = any(self.context.models[id_].annotations.deprecated for _, id_ in named)
        own = {module: names for module, names in self.scope.imports.items() if module.startswith(".")}
        if own:
            self.scope.typing("TYPE_CHECKING")
        others = {module: names for module, names in self.scope.imports.items() if module not in own}
        return TypedDictsView(
            docstring=text,
            uses_deprecated=deprecated,
            imports=tuple(import_lines(others)),
            checked_imports=tuple(import_lines(own)),
            typed_dicts=typed_dicts,
        )

    def _typed_dict(self, key: Key) -> TypedDictView:
        model, scope = self.context.models[key[1]], self.scope
        name = self._name(key)
        match model:
            case ObjectModel():
                named = attribute_names(model, scope)
                fields = tuple(
                    FieldView(
                        f"{attribute}: {self._presence(field.type, key, required=field.required)}",
                        field_docstring(field, INDENT),
                    )
                    for field, attribute in zip(model.fields, named, strict=True)
                )
            case FileModel():
                fields = tuple(FieldView(text, "") for text in self._of_file())
            case UnionModel(members=members):
                types = tuple(dict.fromkeys(self._type(member, key) for member in members))
                return self._alias(name, types, model_docstring(model))
            case AliasModel(type=type_):
                return self._alias(name, (self._type(type_, key),), model_docstring(model))
            case EnumModel():
                raise AssertionError(name)
        head = f"class {name}({scope.typing('TypedDict')}):"
        return TypedDictView(is_class=True, head=head, docstring=model_docstring(model, INDENT), fields=fields)

    def _alias(self, name: str, types: tuple[str, ...], words: str) -> TypedDictView:
        """Return the alias of one or several types; of many, one on each line, as formatters leave it."""
        head = f"{name}: {self.scope.typing('TypeAlias')} ="
        text = string_literal(" | ".join(types))
        if len(types) > 1 and len(head) + 1 + len(text) > WIDTH:
            members = "".join(f"    {string_literal(type_)},\n" for type_ in types)
            text = f"{self.scope.typing('Union')}[\n{members}]"
        return TypedDictView(is_class=False, head=f"{head} {text}", docstring=words, fields=())

    def _of_file(self) -> Iterator[str]:
        scope = self.scope
        text = scope.builtin("str")
        yield f"file_name: {text}"
        yield f"content: {self._content()}"
        yield f"content_type: {scope.name('typing_extensions', 'NotRequired')}[{text}]"

    def _is_file(self, type_: TypeExpr, owner: Key) -> bool:
        """Return whether a type inside `owner` is a file of a multipart body."""
        return is_binary(type_) and owner in self.context.in_multipart

    def _content(self) -> str:
        scope, content = self.scope, self.scope.builtin("bytes")
        return f"{content} | {scope.typing('IO')}[{content}] | {scope.name('os', 'PathLike')}[{scope.builtin('str')}]"

    def _presence(self, type_: TypeExpr, key: Key, *, required: bool) -> str:
        text = self._type(type_, key)
        return text if required else f"{self.scope.name('typing_extensions', 'NotRequired')}[{text}]"

    def _type(self, type_: TypeExpr, owner: Key) -> str:
        scope = self.scope
        match type_:
            case Nullable(of=inner):
                text = self._type(inner, owner)
                return text if text == "None" else f"{text} | None"
            case Ref():
                symbol = self.context.names.of(type_, owner[0])
                return self._reference((symbol.package, symbol.id))
            case Scalar():
                return self._scalar(type_, owner)
            case Literal(value=value):
                return self._literal([value])
            case ListOf(item=item, prefix=prefix):
                texts = dict.fromkeys(self._type(element, owner) for element in (*prefix, item))
                # An open file is of a class of its own, and lists are invariant.
                is_of_files = any(self._is_file(element, owner) for element in (*prefix, item))
                kind = scope.name("collections.abc", "Sequence") if is_of_files else scope.builtin("list")
                return f"{kind}[{' | '.join(texts)}]"
            case MapOf(value=value):
                return f"{scope.builtin('dict')}[{scope.builtin('str')}, {self._type(value, owner)}]"
            case StreamOf(item=item):
                return f"{scope.name('collections.abc', 'Iterable')}[{self._type(item, owner)}]"
            case HttpMessage():
                return scope.typing("Any")
        assert_never(type_)

    def _scalar(self, scalar: Scalar, owner: Key) -> str:
        scope, model = self.scope, self.context.models[owner[1]]
        if scalar.kind is ScalarKind.STRING and isinstance(model, ObjectModel) and is_credential(model):
            return scope.runtime("Credential")
        if scalar.kind is ScalarKind.STRING and scalar.format in ("date-time", "date"):
            kind = "datetime" if scalar.format == "date-time" else "date"
            return f"{scope.name('datetime', kind)} | {scope.builtin('str')}"
        if scalar.kind is ScalarKind.STRING and scalar.format in TEXT_CLASSES:
            module, kind = TEXT_CLASSES[scalar.format]
            return f"{scope.name(module, kind)} | {scope.builtin('str')}"
        if self._is_file(scalar, owner):
            return f"{self._content()} | {scope.runtime('FileUploadTypedDict')}"
        if scalar.kind is ScalarKind.STRING and scalar.format == "binary":
            return scope.builtin("bytes")
        if scalar.kind is ScalarKind.NULL:
            return "None"
        return scope.builtin(_BUILTIN[scalar.kind]) if scalar.kind in _BUILTIN else scope.typing("Any")

    def _literal(self, values: list[JsonValue]) -> str:
        scope = self.scope
        if values == [None]:
            return "None"
        if all(map(is_literal, values)):
            return f"{scope.typing('Literal')}[{', '.join(map(value_literal, values))}]"
        if all(isinstance(value, int) and not isinstance(value, bool) for value in values):
            return scope.builtin("int")
        numbers = all(isinstance(value, int | float) for value in values)
        return scope.builtin("float") if numbers else scope.typing("Any")

    def _reference(self, key: Key) -> str:
        model = self.context.models[key[1]]
        if isinstance(model, EnumModel):
            text = self._literal([value.value for value in model.values])
            is_class = self.context.is_enum_class(key)
            return f"{self.scope.type(key)} | {text}" if is_class else text
        if isinstance(model, AliasModel) and _is_written_out(model):
            return self._type(model.type, key)
        name, module = self._name(key), Module(FOLDER, self.context.placement.modules[key].stem)
        if module != self.scope.module:
            self.scope.imports.setdefault(module.seen_from(self.scope.module), {})[name] = name
        return name

    def _name(self, key: Key) -> str:
        return self.context.typed_dict_names[key]


def _is_written_out(model: Model) -> bool:
    """Return whether a type has no typed dict because it contains no other types: values are written unchanged."""
    if isinstance(model, AliasModel):
        return not isinstance(not_null(model.type), Ref | ListOf | MapOf)
    return isinstance(model, EnumModel)
