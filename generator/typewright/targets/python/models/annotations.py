"""Type expressions → annotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from typewright.base.json_value import JsonValue
from typewright.ir import (
    NO_CONSTRAINTS,
    Constraints,
    ListOf,
    Literal,
    MapOf,
    Nullable,
    Ref,
    Scalar,
    ScalarKind,
    StreamOf,
    TypeExpr,
    not_null,
)
from typewright.targets.python.models.context import Context
from typewright.targets.python.models.patterns import translated
from typewright.targets.python.models.scope import Scope
from typewright.targets.python.models.validation_modes import ValidationMode
from typewright.targets.python.placement import Key
from typewright.targets.python.quoting import string_literal, value_literal

_NUMERIC = (
    ("ge", "minimum"),
    ("gt", "exclusive_minimum"),
    ("le", "maximum"),
    ("lt", "exclusive_maximum"),
    ("multiple_of", "multiple_of"),
)
_STRING = (("min_length", "min_length"), ("max_length", "max_length"))
_ARRAY = (("min_length", "min_items"), ("max_length", "max_items"))
_OBJECT = (("min_length", "min_properties"), ("max_length", "max_properties"))
_FORMATS = frozenset({"email", "hostname", "ipv4", "ipv6", "uri", "uuid"})
"""Formats of strings that are asserted where values are strict; those of dates are types of their own."""
_SHOWN_IN_PLACE = 120
"""The longest schema, in characters, that is written where it holds, and not in the table."""


@dataclass(frozen=True, slots=True)
class Annotator:
    """Writes the annotations of one type's declaration."""

    context: Context
    scope: Scope
    key: Key

    @property
    def validation_mode(self) -> ValidationMode:
        """The validation mode of the type that is declared."""
        return self.context.validation_modes[self.key]

    def annotation(self, type_: TypeExpr) -> str:
        """Return the annotation of a type, null admitted where the type does; `quoted` makes it ready for use."""
        scope = self.scope
        match type_:
            case Nullable(of=inner):
                text = self.annotation(inner)
                return text if text in ("Any", "_Any", "None") else f"{text} | None"
            case Ref():
                return self._reference(type_)
            case StreamOf(item=item):
                return f"{scope.name('collections.abc', 'Iterable')}[{self.annotation(item)}]"
            case Scalar():
                text, rules = self._scalar(type_)
            case Literal(value=value):
                text, rules = self.literal(value)
            case ListOf():
                text, rules = self._list(type_), self._rules("ArrayRule", type_.constraints, _ARRAY)
            case MapOf(value=value, constraints=constraints):
                text = f"{scope.builtin('dict')}[{scope.builtin('str')}, {self.annotation(value)}]"
                rules = self._rules("MapRule", constraints, _OBJECT)
            case _:
                assert_never(type_)
        return self.ruled(text, [*rules, *self._asserted(type_)])

    def alternatives(self, types: Sequence[TypeExpr]) -> list[str]:
        """Return the annotations of several types, each once; one that admits any value takes in all others."""
        for type_ in map(not_null, types):
            if isinstance(type_, Scalar) and type_.kind is ScalarKind.ANY and not self._asserted(type_):
                return [self.scope.typing("Any")]
        return list(dict.fromkeys(map(self.annotation, types)))

    def omissible(self, type_: TypeExpr) -> str:
        """Return the annotation of a property that may be absent."""
        return f"{self.scope.runtime('Omissible')}[{self.annotation(type_)}]"

    def quoted(self, text: str) -> str:
        """Return an annotation just written, as a string where it names what is not defined yet."""
        return string_literal(text) if self.scope.take_forward() else text

    def ruled(self, text: str, rules: list[str]) -> str:
        """Return an annotation with rules beside it."""
        if not rules:
            return text
        return f"{self.scope.typing('Annotated')}[{', '.join([text, *rules])}]"

    def assertion(self, rest: JsonValue, pointer: str, part: str = "rest") -> str:
        """Return the rule that asserts `rest`, a part of the schema at `pointer`; empty where nothing has to be.

        `part` says which part, among those of this schema. What is read leniently is not held against it.
        """
        if rest is True or self.validation_mode is ValidationMode.LENIENT:
            return ""
        shipped = self.context.shipped.ship(rest, pointer)
        if shipped in (True, {}):
            return ""
        text = value_literal(shipped)
        if isinstance(shipped, dict) and len(text) > _SHOWN_IN_PLACE:
            name = f"{pointer}?{part}"
            self.context.shipped.schemas[name] = shipped
            text = string_literal(name)
        return f"{self.scope.runtime('Asserts')}({text})"

    def literal(self, value: JsonValue) -> tuple[str, list[str]]:
        """Return the annotation of a constant, and its rules."""
        scope = self.scope
        if value is None:
            return "None", []
        if isinstance(value, str):
            return f"{scope.typing('Literal')}[{string_literal(value)}]", []
        if isinstance(value, int):
            return f"{scope.typing('Literal')}[{value_literal(value)}]", [f"{scope.runtime('Exactly')}()"]
        basis = scope.builtin("float") if isinstance(value, float) else scope.typing("Any")
        return basis, [f"{scope.runtime('OneOfValues')}({value_literal(value)})"]

    def _reference(self, ref: Ref) -> str:
        symbol = self.context.names.of(ref, self.key[0])
        key = (symbol.package, symbol.id)
        name, scope = self.scope.type(key), self.scope
        if not self.context.is_enum_class(key) or self.context.validation_modes[key] is ValidationMode.STRICT:
            return name
        return self.ruled(f"{name} | {scope.runtime('UnrecognizedStr')}", [self.open_rule(key)])

    def open_rule(self, key: Key) -> str:
        """Return the rule of a type that keeps what is not listed."""
        always = self.context.validation_modes[key] is ValidationMode.LENIENT
        return f"{self.scope.runtime('Open')}({'always=True' if always else ''})"

    def _asserted(self, type_: TypeExpr) -> list[str]:
        text = self.assertion(self.context.residues.of_type(type_), type_.pointer)
        return [text] if text else []

    def _scalar(self, scalar: Scalar) -> tuple[str, list[str]]:
        scope = self.scope
        match scalar.kind:
            case ScalarKind.STRING:
                return self._string(scalar)
            case ScalarKind.INTEGER:
                rules = self._rules("IntegerRule", scalar.constraints, _NUMERIC)
                return (scope.builtin("int"), rules) if rules else (scope.runtime("Integer"), [])
            case ScalarKind.NUMBER:
                rules = self._rules("NumberRule", scalar.constraints, _NUMERIC)
                return (scope.builtin("float"), rules) if rules else (scope.runtime("Number"), [])
            case ScalarKind.BOOLEAN:
                return scope.runtime("Boolean"), []
            case ScalarKind.NULL:
                return "None", []
            case ScalarKind.ANY:
                return scope.typing("Any"), []
        assert_never(scalar.kind)

    def _string(self, scalar: Scalar) -> tuple[str, list[str]]:
        match scalar.format:
            case "date-time":
                return self.scope.runtime("DateTime"), []
            case "date":
                return self.scope.runtime("Date"), []
            case "binary":
                return self.scope.builtin("bytes"), []
        return self.scope.builtin("str"), self._rules("StringRule", scalar.constraints, _STRING, scalar.format)

    def _list(self, type_: ListOf) -> str:
        items = [*type_.prefix, type_.item] if type_.prefix else [type_.item]
        return f"{self.scope.builtin('list')}[{' | '.join(self.alternatives(items))}]"

    def _rules(
        self, rule: str, constraints: Constraints, keywords: tuple[tuple[str, str], ...], format_: str | None = None
    ) -> list[str]:
        """Return the rule with the constraints that are set, none where none is."""
        arguments = list(_bounds(constraints, keywords))
        if rule == "ArrayRule" and constraints.unique_items:
            arguments.append("unique=True")
        if rule == "StringRule" and constraints.pattern is not None:
            arguments += _pattern(constraints.pattern)
        if format_ in _FORMATS and self.validation_mode is ValidationMode.STRICT:
            arguments.append(f"format={string_literal(format_ or '')}")
        return [f"{self.scope.runtime(rule)}({', '.join(arguments)})"] if arguments else []


def _bounds(constraints: Constraints, keywords: tuple[tuple[str, str], ...]) -> Iterator[str]:
    if constraints is NO_CONSTRAINTS:
        return
    for argument, attribute in keywords:
        value = getattr(constraints, attribute)
        if value is not None:
            yield f"{argument}={value_literal(value)}"


def _pattern(pattern: str) -> Iterator[str]:
    """Yield the argument that holds a pattern, in the dialect of pydantic where that can have it."""
    ours = translated(pattern)
    if ours.rust is not None:
        yield f"pattern={string_literal(ours.rust)}"
    elif ours.python is not None:
        yield f"python_pattern={string_literal(ours.python)}"
