"""Type expressions → annotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol, assert_never

from msgspec import Struct

from typewright.base.json_value import JsonValue
from typewright.ir import (
    NO_CONSTRAINTS,
    Constraints,
    HttpMessage,
    ListOf,
    Literal,
    MapOf,
    Nullable,
    ObjectModel,
    Ref,
    Scalar,
    ScalarKind,
    StreamOf,
    TypeExpr,
    not_null,
    unfold,
)
from typewright.surface.security import is_credential
from typewright.targets.python.models.context import Context
from typewright.targets.python.models.nullability import is_nullable_type
from typewright.targets.python.models.patterns import translated
from typewright.targets.python.models.validation_modes import ValidationMode
from typewright.targets.python.placement import Key
from typewright.targets.python.quoting import is_literal, string_literal, value_literal

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
"""The formats of strings that strict types assert; those of dates are separate types."""
CHECKED_FORMATS = _FORMATS | {"date-time", "date", "binary"}
"""The formats of strings that are asserted, or that have a type of their own."""
_MAX_INLINE_LENGTH = 120
"""The maximum length, in characters, of a schema that is written inline instead of in the table."""


_BUILTIN = {ScalarKind.INTEGER: "int", ScalarKind.NUMBER: "float", ScalarKind.BOOLEAN: "bool"}


class Parts(NamedTuple):
    """An annotation: its plain type, the arguments of pydantic's `Field`, and rules of the runtime."""

    text: str
    arguments: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


class AnnotationScope(Protocol):
    """The names that annotations can use in a module; each is imported where it is needed."""

    def name(self, module: str, name: str) -> str:
        """Return the local name of a name of a module."""

    def builtin(self, name: str) -> str:
        """Return the local name of a builtin."""

    def typing(self, name: str) -> str:
        """Return the local name of a name of `typing`."""

    def runtime(self, name: str) -> str:
        """Return the local name of a name of the runtime."""

    def type(self, key: Key) -> str:
        """Return the local name of a type of the package."""

    def take_forward_reference(self) -> bool:
        """Return whether, since the last call, a type was named before its definition."""


class Annotator(Struct, frozen=True):
    """Writes the annotations of a type's declaration."""

    context: Context
    scope: AnnotationScope
    key: Key

    @property
    def validation_mode(self) -> ValidationMode:
        """The validation mode of the declared type."""
        return self.context.validation_modes[self.key]

    @property
    def is_credential(self) -> bool:
        """Whether the declared type holds the parts of a credential."""
        model = self.context.models[self.key[1]]
        return isinstance(model, ObjectModel) and is_credential(model)

    def annotation(self, type_: TypeExpr) -> str:
        """Return the annotation of a type, including null if the type does; `quoted` makes it ready for use."""
        return self.written(self.parts(type_))

    def parts(self, type_: TypeExpr) -> Parts:
        """Return the annotation of a type in its parts."""
        scope, rules, arguments = self.scope, list[str](), list[str]()
        match type_:
            case Nullable(of=inner):
                text = self.annotation(inner)
                bare = not_null(unfold(inner, self.context.models))
                is_null = isinstance(bare, Scalar) and bare.kind is ScalarKind.NULL
                return Parts(text if text in ("Any", "_Any", "None") or is_null else f"{text} | None")
            case Ref():
                return Parts(self._reference(type_))
            case StreamOf(item=item):
                return Parts(f"{scope.name('collections.abc', 'Iterable')}[{self.annotation(item)}]")
            case HttpMessage():
                return Parts(scope.typing("Any"))
            case Scalar(kind=ScalarKind.STRING):
                text, arguments, rules = self._string(type_)
            case Scalar(kind=kind, constraints=constraints):
                is_number = kind in (ScalarKind.INTEGER, ScalarKind.NUMBER)
                text, arguments = self._scalar(type_), list(_bounds(constraints, _NUMERIC)) if is_number else []
            case Literal(value=value):
                text, rules = self.literal(value)
            case ListOf(constraints=constraints):
                text, arguments = self._list(type_), list(_bounds(constraints, _ARRAY))
                rules = [f"{scope.runtime('UniqueItems')}()"] if constraints.unique_items else []
            case MapOf(value=value, constraints=constraints):
                text = f"{scope.builtin('dict')}[{scope.builtin('str')}, {self.annotation(value)}]"
                arguments = list(_bounds(constraints, _OBJECT))
            case _:
                assert_never(type_)
        return Parts(text, tuple(arguments), (*rules, *self._asserted(type_)))

    def written(self, parts: Parts) -> str:
        """Return the text of an annotation."""
        field = [f"{self.scope.name('pydantic', 'Field')}({', '.join(parts.arguments)})"] if parts.arguments else []
        return self.ruled(parts.text, [*field, *parts.rules])

    def alternatives(self, types: Sequence[TypeExpr]) -> list[str]:
        """Return the distinct annotations of several types; one that accepts any value replaces all others."""
        for type_ in map(not_null, types):
            if isinstance(type_, Scalar) and type_.kind is ScalarKind.ANY and not self._asserted(type_):
                return [self.scope.typing("Any")]
        return list(dict.fromkeys(map(self.annotation, types)))

    def optional(self, type_: TypeExpr) -> Parts:
        """Return the annotation of a property that may be absent and has no default."""
        if is_nullable_type(type_, self.context.models):
            return Parts(self.optional_nullable(type_))
        parts, optional = self.parts(type_), self.scope.typing("Optional")
        if parts.rules:
            return Parts(f"{optional}[{self.written(parts)}]")
        return Parts(f"{optional}[{parts.text}]", parts.arguments)

    def optional_nullable(self, type_: TypeExpr) -> str:
        """Return the annotation of a property that may be absent or null."""
        inner = type_.of if isinstance(type_, Nullable) else type_
        return f"{self.scope.runtime('OptionalNullable')}[{self.annotation(inner)}]"

    def quoted(self, text: str) -> str:
        """Return an annotation, as a string if it names a type that is not defined yet."""
        return string_literal(text) if self.scope.take_forward_reference() else text

    def ruled(self, text: str, rules: list[str]) -> str:
        """Return an annotation with rules as metadata."""
        if not rules:
            return text
        return f"{self.scope.typing('Annotated')}[{', '.join([text, *rules])}]"

    def assertion(self, rest: JsonValue, pointer: str, part: str = "rest") -> str:
        """Return the rule that asserts `rest`, a part of the schema at `pointer`; empty without assertions.

        `part` identifies the part within this schema. Leniently read values are not validated against it.
        """
        if rest is True or self.validation_mode is ValidationMode.LENIENT:
            return ""
        shipped = self.context.shipped.ship(rest, pointer)
        if shipped in (True, {}):
            return ""
        text = value_literal(shipped)
        if isinstance(shipped, dict) and len(text) > _MAX_INLINE_LENGTH:
            name = f"{pointer}?{part}"
            self.context.shipped.add(name, shipped)
            text = string_literal(name)
        return f"{self.scope.runtime('Asserts')}({text})"

    def literal(self, value: JsonValue) -> tuple[str, list[str]]:
        """Return the annotation of a constant, with its rules."""
        scope = self.scope
        if value is None:
            return "None", []
        if is_literal(value):
            return f"{scope.typing('Literal')}[{value_literal(value)}]", []
        basis = scope.builtin(type(value).__name__) if isinstance(value, int | float) else scope.typing("Any")
        return basis, [f"{scope.runtime('OneOfValues')}({value_literal(value)})"]

    def _reference(self, ref: Ref) -> str:
        symbol = self.context.names.of(ref, self.key[0])
        key = (symbol.package, symbol.id)
        name, scope = self.scope.type(key), self.scope
        if not self.context.is_enum_class(key) or self.context.validation_modes[key] is ValidationMode.STRICT:
            return name
        return self.ruled(f"{name} | {scope.runtime('UnrecognizedStr')}", [self.open_rule(key)])

    def open_rule(self, key: Key) -> str:
        """Return the rule of a type that keeps unlisted values."""
        always = self.context.validation_modes[key] is ValidationMode.LENIENT
        return f"{self.scope.runtime('Open')}({'always=True' if always else ''})"

    def _asserted(self, type_: TypeExpr) -> list[str]:
        text = self.assertion(self.context.unexpressed.of_type(type_), type_.pointer)
        return [text] if text else []

    def _scalar(self, scalar: Scalar) -> str:
        """Return the annotation of a scalar that is no string."""
        if scalar.kind is ScalarKind.NULL:
            return "None"
        name = _BUILTIN.get(scalar.kind)
        return self.scope.typing("Any") if name is None else self.scope.builtin(name)

    def _string(self, scalar: Scalar) -> tuple[str, list[str], list[str]]:
        """Return the annotation of a string, the arguments of its `Field`, and its rules."""
        scope, format_ = self.scope, scalar.format
        if self.is_credential:
            return scope.runtime("Credential"), [], []
        match format_:
            case "date-time":
                return scope.name("datetime", "datetime"), [], []
            case "date":
                return scope.name("datetime", "date"), [], []
            case "binary":
                is_file = self.key in self.context.in_multipart
                return scope.runtime("FileLike") if is_file else scope.builtin("bytes"), [], []
        arguments, rules = list(_bounds(scalar.constraints, _STRING)), list[str]()
        if scalar.constraints.pattern is not None:
            ours = translated(scalar.constraints.pattern)
            if ours.rust is not None:
                arguments.append(f"pattern={string_literal(ours.rust)}")
            elif ours.python is not None:
                rules.append(f"{scope.runtime('Pattern')}({string_literal(ours.python)})")
        if format_ in _FORMATS and self.validation_mode is ValidationMode.STRICT:
            rules.append(f"{scope.runtime('Format')}({string_literal(format_ or '')})")
        elif format_:
            arguments.append(f"json_schema_extra={{{string_literal('format')}: {string_literal(format_)}}}")
        return scope.builtin("str"), arguments, rules

    def _list(self, type_: ListOf) -> str:
        items = [*type_.prefix] if type_.is_closed else [*type_.prefix, type_.item]
        return f"{self.scope.builtin('list')}[{' | '.join(self.alternatives(items))}]"


def _bounds(constraints: Constraints, keywords: tuple[tuple[str, str], ...]) -> Iterator[str]:
    if constraints is NO_CONSTRAINTS:
        return
    for argument, attribute in keywords:
        value = getattr(constraints, attribute)
        if value is not None:
            yield f"{argument}={value_literal(value)}"
