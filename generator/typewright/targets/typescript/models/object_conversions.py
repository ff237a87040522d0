"""Functions that read and write objects: renamed, absent and additional properties."""

from __future__ import annotations

from collections.abc import Iterator
from operator import ne

from msgspec import Struct

from typewright.analysis.shipped_schemas import one_direction
from typewright.ir import (
    Field,
    ObjectModel,
    TypeExpr,
)
from typewright.naming.names import Symbol
from typewright.naming.words import camel, pascal
from typewright.targets.typescript.code_layout import WIDTH, guarded, listed
from typewright.targets.typescript.models.checks import (
    OBJECT_RULES,
    READ,
    WRITE,
    Checked,
    Checks,
    property_access,
    property_key_access,
)
from typewright.targets.typescript.quoting import json_literal, property_key, string_literal
from typewright.targets.typescript.words import ADDITIONAL, INHERITED

_INDENT = "  "
_PROTOTYPE = "__proto__"
_INHERITED = INHERITED | {_PROTOTYPE}
"""The properties of `Object.prototype`."""


class ObjectConversion(Struct, frozen=True):
    """Writes the function that reads or writes one object."""

    conversions: Checks
    model: ObjectModel
    symbol: Symbol
    way: str

    def lines(self) -> Iterator[str]:
        """Yield the statements of the function."""
        lib = self.conversions.types.lib
        yield f'if (!{lib("validation", "isObject")}(value)) return context.mismatch(value, key, "an object");'
        asserted = self._asserted
        if asserted is not None and (self.way == READ or self.model.id not in self.conversions.differing):
            yield f"{asserted.call('value', 'key')};"
        yield "context.enter(key);"
        if self.model.id in self.conversions.differing:
            yield from self._converted()
            return
        for entry in self.model.fields:
            yield from self._checked(entry)
        names = self._wire_names
        if self.model.additional is not None:
            if self._item(self.model.additional) is not None:
                yield f"{self._mapped(self.model.additional, names)};"
        elif self.model.id in self.conversions.tried:
            yield f"{lib('validation', 'countUndeclared')}(value, {self._names(names)}, context);"
        yield from self._closed(names)
        yield "context.leave();"
        yield from self._sized()
        yield f"return value as unknown as {self.symbol.name};"

    @property
    def _wire_names(self) -> list[str]:
        return [entry.name for entry in self.model.fields]

    @property
    def _asserted(self) -> Checked | None:
        schema = self.conversions.assertions.of_model(self.model)
        return self.conversions.asserted(schema, camel(self.symbol.name))

    @property
    def _has_patterns(self) -> bool:
        return isinstance(self.model.schema, dict) and "patternProperties" in self.model.schema

    def _closed(self, names: list[str]) -> Iterator[str]:
        """Yield the check of an object without other properties, except those of the other direction."""
        if self.model.closed and not self._has_patterns:
            others = one_direction(self.model.schema if isinstance(self.model.schema, dict) else {})
            declared = self._names([*names, *sorted(others.difference(names))])
            yield f"{self.conversions.types.lib('validation', 'checkClosed')}(value, {declared}, context);"

    def _sized(self) -> Iterator[str]:
        rules = self.conversions.rules(self._hint("object"), self.model.constraints, OBJECT_RULES)
        if rules:
            yield f"{self.conversions.types.lib('constraints', 'checkSize')}(value, context, key, {rules});"

    def _hint(self, name: str) -> str:
        return f"{camel(self.symbol.name)}{pascal(name)}"

    def _check(self, entry: Field) -> Checked | None:
        checked = self.conversions.check(entry.type, self.symbol.package, self.way, self._hint(entry.name))
        if checked is None and self._is_required(entry):
            return Checked(self.conversions.types.lib("validation", "checkPresent"))
        return checked

    def _checked(self, entry: Field) -> Iterator[str]:
        """Yield the check of a property with the same wire form."""
        wire = string_literal(entry.name, double=True)
        value, checked = self._read(entry.name), self._check(entry)
        if checked is None:
            return
        call = checked.laid_out(value, wire, 1, _INDENT)
        if self._is_required(entry):
            yield f"{call};"
            return
        given = f"{value} != null" if self._is_nullable(entry) else f"context.has({value})"
        if len(given) + len(call) + 10 > WIDTH:
            call = checked.laid_out(value, wire, 1, _INDENT * 2)
        yield guarded(given, f"{call};", _INDENT)

    def _is_required(self, entry: Field) -> bool:
        return self.conversions.presence.is_expected(entry)

    def _is_always_set(self, entry: Field) -> bool:
        """Return whether the result has a property in any case: a required one, or a constant that is sent."""
        is_sent = self.way == WRITE and self.conversions.presence.constant_of(entry) is not None
        return is_sent or self._is_required(entry)

    def _is_nullable(self, entry: Field) -> bool:
        return "null" in self.conversions.kinds.types(entry.type)

    def _converted(self) -> Iterator[str]:
        spelled = self.conversions.spelling.of_model(self.model)
        pairs = list(zip(self.model.fields, spelled, strict=False))
        result = self.symbol.name if self.way == READ else "{ [k: string]: unknown }"
        required = [self._entry(entry, name) for entry, name in pairs if self._is_always_set(entry)]
        head = f"const result: {result} = {{"
        yield from (head, *required, "};") if required else (f"{head}}};",)
        for entry, name in pairs:
            if not self._is_always_set(entry):
                yield from self._optional(entry, name)
        known = [entry.name if self.way == READ else name for entry, name in pairs]
        yield from self._closed(known)
        more = self.model.additional
        if more is not None:
            yield from self._additional(more, spelled[-1], known)
        yield "context.leave();"
        yield from self._sized()
        yield from self._result(spelled[-1] if more is not None else "", known)

    def _entry(self, entry: Field, name: str) -> str:
        """Return the line of a property that is always set."""
        source, target = (entry.name, name) if self.way == READ else (name, entry.name)
        key = '["__proto__"]' if target == _PROTOTYPE else property_key(target)
        constant = self.conversions.presence.constant_of(entry) if self.way == WRITE else None
        value = self._read(source) + (f" ?? {json_literal(constant.value)}" if constant is not None else "")
        return f"  {key}: {self._call(entry, value, len(key) + 3, _INDENT * 2)},"

    def _access(self, name: str) -> str:
        """Return the access that sets a property of the result: of the type for reading, else of any object."""
        return property_access(name) if self.way == READ else property_key_access(name)

    @property
    def _is_nested(self) -> bool:
        return self.conversions.spelling.has_additional_properties(self.model)

    def _item(self, more: TypeExpr) -> Checked | None:
        """Return the check of additional properties; those that match patterns are validated by the schema instead."""
        if self._has_patterns:
            return None
        return self.conversions.check(more, self.symbol.package, self.way, self._hint(ADDITIONAL))

    def _mapped(self, more: TypeExpr, known: list[str]) -> str:
        """Return the call that returns the additional properties of the value, converted."""
        item = self._item(more)
        arguments = ["value", self._names(known), "context", *([item.reference] if item is not None else [])]
        return f"{self.conversions.types.lib('validation', 'mapAdditional')}({', '.join(arguments)})"

    def _additional(self, more: TypeExpr, name: str, known: list[str]) -> Iterator[str]:
        """Yield the additional properties: on the wire, beside the others, or in the property `name`."""
        if self.way == READ or not self._is_nested:
            yield f"const additional = {self._mapped(more, known)};"
            return
        held, item = self._read(name), self._item(more)
        start = f"const additional = {held}"
        if item is None:
            yield f"{start};"
            return
        mapped = Checked(self.conversions.types.lib("validation", "mapRecord"), (item.reference,))
        yield f"{start} && {mapped.laid_out(held, 'undefined', len(start) + len(' && ;'), _INDENT)};"

    def _result(self, name: str, known: list[str]) -> Iterator[str]:
        """Yield the statement that returns the result; `name` is the property for additional ones, if any."""
        types = self.conversions.types
        has_more = self.model.additional is not None
        if not has_more or (self._is_nested and self.way == WRITE):
            names = self._names([*known, name] if has_more else known)
            made = "{ ...additional, ...result }" if has_more else "result"
            function = types.lib("validation", "keepUndeclared")
            kept = listed(f"{function}(", ("value", made, names, "context"), ")", _INDENT, after=len("return ;"))
            yield self._returned(kept)
            return
        moved = "additional as never" if self._has_patterns else "additional"
        if self._is_nested:
            access = property_key_access(name)
            yield f"if ({types.platform('Object')}.keys(additional).length > 0) result{access} = {moved};"
            yield "return result;"
            return
        moved = f"({moved})" if self._has_patterns else moved
        yield self._returned(f"{{ ...{moved}, ...result }}")

    def _returned(self, result: str) -> str:
        """Return the last statement, which validates what is written against the other assertions of the schema."""
        asserted = self._asserted if self.way == WRITE else None
        shown = result if asserted is None else asserted.laid_out(result, "key", len("return ;"), _INDENT)
        return f"return {shown};"

    def _names(self, names: list[str]) -> str:
        texts = [string_literal(name, double=True) for name in names]
        is_renamed = self.way == WRITE and any(
            map(ne, self.conversions.spelling.of_model(self.model), self._wire_names)
        )
        constant = f"{camel(self.symbol.name)}{'Properties' if is_renamed else 'Names'}"
        head = f"/* @__PURE__ */ new {self.conversions.types.platform('Set')}<string>(["
        return self.conversions.declared(constant, listed(head, texts, "])", after=len(f"const {constant} = ;")))

    def _call(self, entry: Field, value: str, used: int, indent: str) -> str:
        """Return the converted value of a property, in a statement with indentation `indent` and `used` columns."""
        return self._laid_out(self._check(entry), entry, value, used, indent)

    def _laid_out(self, checked: Checked | None, entry: Field, value: str, used: int, indent: str) -> str:
        if checked is None:
            return f"{value} as never" if self.way == READ else value
        return checked.laid_out(value, string_literal(entry.name, double=True), used, indent)

    def _optional(self, entry: Field, name: str) -> Iterator[str]:
        """Yield the statement that sets an optional property."""
        source, target = (entry.name, name) if self.way == READ else (name, entry.name)
        value = self._read(source)
        is_kept = self.way == WRITE or self._is_nullable(entry)
        given = f"{value} !== undefined" if is_kept else f"context.has({value})"
        setter = f"result{self._access(target)} = "
        checked = self._check(entry)
        call = self._laid_out(checked, entry, value, len(setter) + 1, _INDENT)
        if len(given) + len(setter) + len(call) + 10 > WIDTH:  # it is on a separate line, below the condition
            call = self._laid_out(checked, entry, value, len(setter) + 1, _INDENT * 2)
        if target == _PROTOTYPE:
            function = self.conversions.types.lib("validation", "setProperty")
            yield guarded(given, f'{function}(result, "__proto__", {call});', _INDENT)
        else:
            yield guarded(given, f"{setter}{call};", _INDENT)

    def _read(self, name: str) -> str:
        """Return the expression of a property, checking for an own one if all objects inherit its name."""
        if name in _INHERITED:
            function = self.conversions.types.lib("validation", "ownProperty")
            return f"{function}(value, {string_literal(name, double=True)})"
        # A written value has the type, a read one can have any.
        return f"value{property_access(name) if self.way == WRITE and self._is_typed else property_key_access(name)}"

    @property
    def _is_typed(self) -> bool:
        """Whether the function for writing is separate, so that its value is of the type."""
        return self.model.id in self.conversions.differing
