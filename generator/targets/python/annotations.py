"""Type expressions → annotations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from generator.ir import (
    NO_CONSTRAINTS,
    Constraints,
    EnumModel,
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
    not_null,
)
from generator.json_value import JsonValue
from generator.naming.names import Names, Package
from generator.targets.python.quoting import string_literal, value_literal
from generator.targets.python.scope import Scope

_NUMERIC = (
    ("ge", "minimum"),
    ("gt", "exclusive_minimum"),
    ("le", "maximum"),
    ("lt", "exclusive_maximum"),
    ("multiple_of", "multiple_of"),
)
_STRING = (("min_length", "min_length"), ("max_length", "max_length"), ("pattern", "pattern"))
_ARRAY = (("min_length", "min_items"), ("max_length", "max_items"))
_OBJECT = (("min_length", "min_properties"), ("max_length", "max_properties"))


@dataclass(frozen=True, slots=True)
class Annotator:
    """Writes annotations inside one module for the types of one package."""

    models: Mapping[str, Model]
    names: Names
    scope: Scope
    holder: Package

    def annotation(self, type_: TypeExpr) -> str:
        """Return the annotation of a type, null admitted where the type does; `quoted` makes it ready for use."""
        scope = self.scope
        match type_:
            case Nullable(of=inner):
                text = self.annotation(inner)
                return text if text in (scope.typing("Any"), "None") else f"{text} | None"
            case Ref():
                symbol = self.names.of(type_, self.holder)
                return scope.type((symbol.package, symbol.id))
            case Scalar():
                return self._scalar(type_)
            case Literal(value=value):
                return self.literal(value)
            case ListOf():
                return self._list(type_)
            case MapOf(value=value, constraints=constraints):
                text = f"{scope.builtin('dict')}[{scope.builtin('str')}, {self.annotation(value)}]"
                return self._ruled(text, "MapRule", constraints, _OBJECT)
            case StreamOf(item=item):
                return f"{scope.name('collections.abc', 'Iterable')}[{self.annotation(item)}]"
        assert_never(type_)

    def omissible(self, type_: TypeExpr) -> str:
        """Return the annotation of a property that may be absent."""
        return f"{self.scope.runtime('Omissible')}[{self.annotation(type_)}]"

    def quoted(self, text: str) -> str:
        """Return an annotation just written, as a string where it names what is not defined yet."""
        return string_literal(text) if self.scope.take_forward() else text

    def literal(self, value: JsonValue) -> str:
        """Return the annotation of a constant."""
        scope = self.scope
        if value is None:
            return "None"
        if isinstance(value, str):
            return f"{scope.typing('Literal')}[{string_literal(value)}]"
        if isinstance(value, int):
            text = f"{scope.typing('Literal')}[{value_literal(value)}]"
            return f"{scope.typing('Annotated')}[{text}, {scope.runtime('Exactly')}()]"
        basis = scope.builtin("float") if isinstance(value, float) else scope.typing("Any")
        rule = f"{scope.runtime('OneOfValues')}({value_literal(value)})"
        return f"{scope.typing('Annotated')}[{basis}, {rule}]"

    def _scalar(self, scalar: Scalar) -> str:
        scope = self.scope
        match scalar.kind:
            case ScalarKind.STRING:
                return self._string(scalar)
            case ScalarKind.INTEGER:
                text = scope.builtin("int")
                return self._ruled(text, "IntegerRule", scalar.constraints, _NUMERIC, scope.runtime("Integer"))
            case ScalarKind.NUMBER:
                text = scope.builtin("float")
                return self._ruled(text, "NumberRule", scalar.constraints, _NUMERIC, scope.runtime("Number"))
            case ScalarKind.BOOLEAN:
                return scope.runtime("Boolean")
            case ScalarKind.NULL:
                return "None"
            case ScalarKind.ANY:
                return scope.typing("Any")
        assert_never(scalar.kind)

    def _string(self, scalar: Scalar) -> str:
        match scalar.format:
            case "date-time":
                return self.scope.runtime("DateTime")
            case "date":
                return self.scope.runtime("Date")
            case "binary":
                return self.scope.builtin("bytes")
        return self._ruled(self.scope.builtin("str"), "StringRule", scalar.constraints, _STRING)

    def _list(self, type_: ListOf) -> str:
        items = [*type_.prefix, type_.item] if type_.prefix else [type_.item]
        texts = list(dict.fromkeys(self.annotation(each) for each in items))
        if self.scope.typing("Any") in texts:
            texts = [self.scope.typing("Any")]
        text = f"{self.scope.builtin('list')}[{' | '.join(texts)}]"
        return self._ruled(text, "ArrayRule", type_.constraints, _ARRAY)

    def _ruled(
        self,
        text: str,
        rule: str,
        constraints: Constraints,
        keywords: tuple[tuple[str, str], ...],
        plain: str | None = None,
    ) -> str:
        """Return `text` bound by `rule` with the constraints that are set; `plain`, or `text`, where none is."""
        arguments = []
        if constraints is not NO_CONSTRAINTS:
            for argument, attribute in keywords:
                value = getattr(constraints, attribute)
                if value is not None:
                    arguments.append(f"{argument}={value_literal(value)}")
            if constraints.unique_items and rule == "ArrayRule":
                arguments.append("unique=True")
        if not arguments:
            return plain or text
        return f"{self.scope.typing('Annotated')}[{text}, {self.scope.runtime(rule)}({', '.join(arguments)})]"


def usable_default(type_: TypeExpr, default: JsonValue, models: Mapping[str, Model]) -> bool:
    """Whether a default is a plain value that its type admits, so that an attribute can have it while it is absent."""
    if default is None:
        return isinstance(type_, Nullable) or (isinstance(type_, Scalar) and type_.kind is ScalarKind.NULL)
    inner = not_null(type_)
    match inner:
        case Scalar(kind=kind, format=format_) if format_ not in ("date-time", "date", "binary"):
            return _is_of(default, kind)
        case Literal(value=value):
            return type(value) is type(default) and value == default
        case Ref(id=id_) if isinstance(model := models.get(id_), EnumModel):
            return any(type(each.value) is type(default) and each.value == default for each in model.values)
        case ListOf(item=item, prefix=()) if isinstance(default, list):
            return all(usable_default(item, each, models) for each in default)
    return False


def _is_of(value: JsonValue, kind: ScalarKind) -> bool:
    match kind:
        case ScalarKind.STRING:
            return isinstance(value, str)
        case ScalarKind.BOOLEAN:
            return isinstance(value, bool)
        case ScalarKind.INTEGER:
            return isinstance(value, int) and not isinstance(value, bool)
        case ScalarKind.NUMBER:
            return isinstance(value, (int, float)) and not isinstance(value, bool)
    return False
