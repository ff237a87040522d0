"""Checks of types as calls of the runtime's functions (JSON Schema Validation 2020-12, section 6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from msgspec import Struct, field
from msgspec.structs import replace

from typewright.analysis.kinds import Kinds
from typewright.base.json_value import JsonObject, JsonValue
from typewright.ir import (
    NO_CONSTRAINTS,
    AliasModel,
    Constraints,
    EnumModel,
    FileModel,
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
from typewright.naming.names import Package
from typewright.targets.typescript.code_layout import ARROW, DEEPEST_COMPARED, WIDTH, listed
from typewright.targets.typescript.models.assertions import Assertions, schema_text
from typewright.targets.typescript.models.presence import PresenceRules
from typewright.targets.typescript.models.type_text import TypeText
from typewright.targets.typescript.models.wire_form import is_int64
from typewright.targets.typescript.quoting import json_literal, property_key, string_literal
from typewright.targets.typescript.words import Spelling

READ, WRITE = "read", "write"
TYPE_CHECKS = {
    ScalarKind.STRING: "checkString",
    ScalarKind.INTEGER: "checkInteger",
    ScalarKind.NUMBER: "checkNumber",
    ScalarKind.BOOLEAN: "checkBoolean",
    ScalarKind.NULL: "checkNull",
}
_MOMENTS = {("date-time", READ): "readDate", ("date-time", WRITE): "writeDate"}
_FORMATS = {
    "email": "isEmail",
    "hostname": "isHostname",
    "ipv4": "isIPv4",
    "ipv6": "isIPv6",
    "uri": "isURI",
    "uuid": "isUUID",
    "date": "isDate",
}
_NUMBER_RULES = {
    "minimum": "minimum",
    "maximum": "maximum",
    "exclusive_minimum": "exclusiveMinimum",
    "exclusive_maximum": "exclusiveMaximum",
}
_STRING_RULES = {"min_length": "minLength", "max_length": "maxLength"}
_ARRAY_RULES = {"min_items": "minItems", "max_items": "maxItems", "unique_items": "uniqueItems"}
OBJECT_RULES = {"min_properties": "minProperties", "max_properties": "maxProperties"}


class Checked(Struct, frozen=True):
    """The check of one type: its function, and further arguments after value, context and key."""

    function: str
    arguments: tuple[str, ...] = ()
    then: Checked | None = None
    """A further check of the result of this one."""

    def call(self, value: str, key: str) -> str:
        """Return the call of the function for the value at `key`."""
        text = f"{self.function}({', '.join((value, 'context', key, *self.arguments))})"
        return text if self.then is None else self.then.call(text, key)

    def laid_out(self, value: str, key: str, used: int, indent: str) -> str:
        """Return the call as part of a statement with indentation `indent` and `used` further columns.

        If it does not fit on a line, a function that is its last argument is broken, else it has one argument a line.
        """
        line = self.call(value, key)
        if len(indent) + used + len(line) <= WIDTH:
            return line
        if self.then is not None:
            return self.then.laid_out(self._alone.call(value, key), key, used, indent)
        arguments = [value, "context", key, *self.arguments]
        others, last = arguments[:-1], arguments[-1]
        head = f"{self.function}({', '.join(others)}, {ARROW}"
        if last.startswith(ARROW) and len(indent) + used + len(head) <= WIDTH:
            return f"{head}\n{indent}  {last.removeprefix(ARROW).strip()},\n{indent})"
        return listed(f"{self.function}(", arguments, ")", indent, after=used)

    @property
    def _alone(self) -> Checked:
        return replace(self, then=None)

    def followed_by(self, further: Checked) -> Checked:
        """Return this check, followed by the check `further` of its result."""
        return replace(self, then=further if self.then is None else self.then.followed_by(further))

    @property
    def reference(self) -> str:
        """The function itself, as an argument of another one."""
        if not self.arguments and self.then is None:
            return self.function
        return f"{ARROW} {self.call('value', 'key')}"


class Checks(Struct):
    """Writes the checks of one module. `constants` are those of the module: the rules and values of checks."""

    models: Mapping[str, Model]
    types: TypeText
    kinds: Kinds
    differing: Set[str]
    """The ids of types whose wire form differs."""
    presence: PresenceRules
    tried: Set[str]
    """The ids of types that unions try in sequence."""
    assertions: Assertions
    spelling: Spelling
    constants: dict[str, str] = field(default_factory=dict)

    def is_enum(self, ref: Ref) -> bool:
        """Return whether a named type is an enumeration."""
        return isinstance(self.models[ref.id], EnumModel)

    def check(self, type_: TypeExpr, owner: Package, way: str, hint: str) -> Checked | None:
        """Return the check of a type; None if every value is valid. `hint` names its constants."""
        checked = self._by_kind(type_, owner, way, hint)
        asserted = self.asserted(self.assertions.of_type(type_), hint)
        if asserted is None or checked is None:
            return asserted or checked
        # Schemas describe the wire form.
        return asserted.followed_by(checked) if way == READ else checked.followed_by(asserted)

    def _by_kind(self, type_: TypeExpr, owner: Package, way: str, hint: str) -> Checked | None:
        """Return the check that the functions of the runtime perform for a type."""
        match type_:
            case Nullable(of=inner):
                checked = self.check(inner, owner, way, hint)
                nullable = self._lib("validation", "mapNullable")
                if checked is None or checked.function == nullable:  # a nullable alias inside a nullable use of it
                    return checked
                return Checked(nullable, (checked.reference,))
            case Scalar():
                return self._scalar(type_, way, hint)
            case Literal(value=value):
                return self._constant(value, hint)
            case ListOf():
                return self._list(type_, owner, way, hint)
            case MapOf(value=value, constraints=constraints):
                item = self.reference(value, owner, way, hint)
                rules = self.rules(hint, constraints, OBJECT_RULES)
                known = self._known_item(type_, owner)
                if rules:
                    return Checked(self._lib("constraints", "mapRecordIn") + known, (item, rules))
                return Checked(self._lib("validation", "mapRecord") + known, (item,))
            case Ref():
                return self._named(type_, owner, way, hint)
            case StreamOf():
                return None
        return None

    def reference(self, type_: TypeExpr, owner: Package, way: str, hint: str) -> str:
        """Return the function for the values inside of an array or a map."""
        checked = self.check(type_, owner, way, hint)
        return checked.reference if checked is not None else "(value) => value"

    def _lib(self, module: str, name: str) -> str:
        return self.types.lib(module, name)

    def _scalar(self, scalar: Scalar, way: str, hint: str) -> Checked | None:
        if scalar.kind is ScalarKind.ANY:
            return None
        if scalar.kind is ScalarKind.STRING:
            return self._string(scalar, way, hint)
        if is_int64(scalar) and self.types.int64 == "bigint":
            return self._bigint(scalar, way, hint)
        name = TYPE_CHECKS[scalar.kind]
        rules = ""
        if scalar.kind in (ScalarKind.INTEGER, ScalarKind.NUMBER):
            rules = self.rules(hint, scalar.constraints, _NUMBER_RULES)
        then = None
        factor = scalar.constraints.multiple_of
        if factor is not None and scalar.kind in (ScalarKind.INTEGER, ScalarKind.NUMBER):
            then = Checked(self._lib("constraints", "checkMultiple"), (json_literal(factor),))
        if rules:
            return Checked(self._lib("constraints", f"{name}In"), (rules,), then)
        return Checked(self._lib("validation", name), (), then)

    def _bigint(self, scalar: Scalar, way: str, hint: str) -> Checked:
        """Return the check of an integer of 64 bits, which has a type of its own."""
        checked = Checked(self._lib("bigint", "readBigInt" if way == READ else "writeBigInt"))
        rules = self.rules(hint, scalar.constraints, _NUMBER_RULES)
        if rules:
            checked = checked.followed_by(Checked(self._lib("constraints", "checkBounds"), (rules,)))
        factor = scalar.constraints.multiple_of
        if factor is not None:
            checked = checked.followed_by(Checked(self._lib("constraints", "checkMultiple"), (json_literal(factor),)))
        return checked

    def _string(self, scalar: Scalar, way: str, hint: str) -> Checked:
        moment = _MOMENTS.get((scalar.format or "", way))
        if moment is not None:
            return Checked(self._lib("dates", moment))
        if scalar.format == "binary":
            return Checked(self._lib("bytes", "readBytes" if way == READ else "writeBytes"))
        entries = list(self._entries(scalar.constraints, _STRING_RULES))
        pattern = scalar.constraints.pattern
        if pattern is not None:
            made = f"{self._lib('patterns', 'pattern')}({string_literal(pattern, double=True)})"
            entries.append(f"pattern: /* @__PURE__ */ {made}")
        if scalar.format in _FORMATS:
            entries.append(f"format: {string_literal(scalar.format, double=True)}")
            entries.append(f"hasFormat: {self._lib('formats', _FORMATS[scalar.format])}")
        if not entries:
            return Checked(self._lib("validation", "checkString"))
        return Checked(self._lib("constraints", "checkStringIn"), (self._declared(f"{hint}Rules", entries),))

    def _constant(self, value: JsonValue, hint: str) -> Checked | None:
        if value is None or isinstance(value, str | int | float):
            return Checked(self._lib("validation", "checkConstant"), (json_literal(value),))
        return self.asserted({"const": value}, hint)

    def _list(self, type_: ListOf, owner: Package, way: str, hint: str) -> Checked:
        item = '"closed"' if type_.is_closed else self.reference(type_.item, owner, way, hint)
        if type_.prefix:
            items = ", ".join(self.reference(entry, owner, way, hint) for entry in type_.prefix)
            rules = self.rules(hint, type_.constraints, _ARRAY_RULES)
            then = Checked(self._lib("constraints", "checkItems"), (rules,)) if rules else None
            return Checked(self._lib("validation", "mapTuple"), (f"[{items}]", item), then)
        rules = self.rules(hint, type_.constraints, _ARRAY_RULES)
        known = self._known_item(type_, owner)
        if rules:
            return Checked(self._lib("constraints", "mapArrayIn") + known, (item, rules))
        return Checked(self._lib("validation", "mapArray") + known, (item,))

    def _known_item(self, type_: TypeExpr, owner: Package) -> str:
        """Return the type argument for an array or a map: `any` around `DEEPEST_COMPARED` levels of them.

        Elsewhere there is none, and the type is inferred.
        """
        for _ in range(DEEPEST_COMPARED):
            type_ = self._written_out(type_, owner)
            if not isinstance(type_, ListOf | MapOf):
                return ""
            type_ = type_.item if isinstance(type_, ListOf) else type_.value
        return "<any>"

    def _written_out(self, type_: TypeExpr, owner: Package) -> TypeExpr:
        """Return a type without nullability, with the aliases resolved that have no declaration."""
        while isinstance(bare := not_null(type_), Ref) and isinstance(model := self.models[bare.id], AliasModel):
            symbol = self.types.names.of(bare, owner)
            if (symbol.package, symbol.id) in self.types.placement.modules:
                return bare
            type_, owner = model.type, symbol.package
        return not_null(type_)

    def _named(self, ref: Ref, owner: Package, way: str, hint: str) -> Checked | None:
        symbol = self.types.names.of(ref, owner)
        key, model = (symbol.package, symbol.id), self.models[ref.id]
        if isinstance(model, FileModel):
            return None
        if isinstance(model, AliasModel) and key not in self.types.placement.modules:
            return self.check(model.type, symbol.package, way, hint)
        way = way if ref.id in self.differing else READ
        return Checked(self.types.value(self.types.placement.modules[key], f"{way}{self.types.placement.name(symbol)}"))

    def rules(self, hint: str, constraints: Constraints, words: Mapping[str, str]) -> str:
        """Return the constant that holds constraints; an empty text without constraints."""
        entries = list(self._entries(constraints, words))
        return self._declared(f"{hint}Rules", entries) if entries else ""

    def _entries(self, constraints: Constraints, words: Mapping[str, str]) -> Iterator[str]:
        if constraints is NO_CONSTRAINTS:
            return
        for attribute, word in words.items():
            value = getattr(constraints, attribute)
            if value is not None and value is not False:
                yield f"{word}: {json_literal(value)}"

    def asserted(self, schema: JsonObject, hint: str) -> Checked | None:
        """Return the check of a value, in its wire form, against a schema; None for one without assertions."""
        if not schema:
            return None
        arguments = [self.declared(f"{hint}Schema", schema_text(schema))]
        if self.assertions.definitions:
            # The table grows with each checked schema that has references.
            self.constants["definitions"] = schema_text({**self.assertions.definitions})
            arguments.append("definitions")
        return Checked(self._lib("json-schema", "checkSchema"), tuple(arguments))

    def _declared(self, preferred_name: str, entries: list[str]) -> str:
        """Return the name of a constant with `entries`; equal ones of a module are shared."""
        return self.declared(preferred_name, f"{{ {', '.join(entries)} }}")

    def declared(self, preferred_name: str, text: str) -> str:
        """Return the name of the module's constant whose value is `text`."""
        name, number = preferred_name, 2
        while self.constants.setdefault(name, text) != text:
            name, number = f"{preferred_name}{number}", number + 1
        return name


def property_key_access(name: str) -> str:
    """Return the access to a property of that name of an object of unknown properties."""
    return f"[{string_literal(name, double=True)}]"


def property_access(name: str) -> str:
    """Return the access to a property of that name of an object whose type has it."""
    return f".{name}" if property_key(name) == name else property_key_access(name)
