"""Comparison of enumerations and constants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from typewright.changes.change import Context, Finding, Kind, Pointer, Subject
from typewright.changes.notes import phrase
from typewright.changes.shapes import shown, value_key
from typewright.ir import EnumModel, EnumValue, Literal, Model, Ref, ScalarKind, TypeExpr


@dataclass(frozen=True, slots=True)
class Values:
    """The values of an enumeration or a constant; a constant is an enumeration of one value."""

    kind: ScalarKind
    values: Mapping[str, EnumValue]
    """The values by a text that is equal for equal ones, in document order."""
    pointer: str
    open: bool = False
    constant: bool = False


def values_of(type_: TypeExpr, models: Mapping[str, Model]) -> Values | None:
    """Return the values of an enumeration or a constant; None for any other type."""
    if isinstance(type_, Literal):
        return Values(
            type_.kind, {value_key(type_.value): EnumValue(type_.value)}, f"{type_.pointer}/const", constant=True
        )
    model = models.get(type_.id) if isinstance(type_, Ref) else None
    return values_of_model(model) if isinstance(model, EnumModel) else None


def values_of_model(model: EnumModel) -> Values:
    """Return the values of an enumeration."""
    values = {value_key(value.value): value for value in model.values}
    return Values(model.kind, values, f"{model.pointer}/enum", model.open, constant=False)


def compare_values(old: Values, new: Values, context: Context, pointer: str) -> Iterator[Finding]:
    """Yield the changes between two enumerations of one primitive type; the order is insignificant."""
    if (
        len(old.values) == len(new.values) == 1
        and old.constant
        and new.constant
        and old.values.keys() != new.values.keys()
    ):
        first, second = (next(iter(side.values.values())).value for side in (new, old))
        message = f"{phrase(context)} is always {shown(first)} now, it was {shown(second)}"
        yield context.finding(Kind.CHANGED, message, Pointer(new.pointer), name=context.name)
        return
    for key, value in old.values.items():
        if key not in new.values:
            yield _value(Kind.REMOVED, value, context, Pointer(old.pointer, old=True), "no longer admits")
    for key, value in new.values.items():
        earlier = old.values.get(key)
        if earlier is None:
            if not old.open:
                yield _value(Kind.ADDED, value, context, Pointer(new.pointer), "admits now")
        elif earlier.name != value.name and not (old.constant or new.constant):
            message = f"{phrase(context)} calls {shown(value.value)} '{_name(value)}' now, it was '{_name(earlier)}'"
            where = Pointer(new.pointer)
            yield context.finding(Kind.RENAMED, message, where, subject=Subject.ENUM_VALUE, name=shown(value.value))
    if old.open != new.open:
        kind = Kind.OPENED if new.open else Kind.CLOSED
        message = f"{phrase(context)} admits {'other values too' if new.open else 'no other values any more'}"
        yield context.finding(kind, message, Pointer(pointer), name=context.name)
    yield from _descriptions(old, new, context, pointer)


def _descriptions(old: Values, new: Values, context: Context, pointer: str) -> Iterator[Finding]:
    common = old.values.keys() & new.values.keys()
    if any(old.values[key].description != new.values[key].description for key in common):
        message = f"values of {phrase(context)} are described in other words"
        yield context.finding(Kind.REWORDED, message, Pointer(pointer), subject=Subject.ENUM_VALUE, name=context.name)


def _value(kind: Kind, value: EnumValue, context: Context, where: Pointer, verb: str) -> Finding:
    message = f"{phrase(context)} {verb} {shown(value.value)}"
    return context.finding(kind, message, where, subject=Subject.ENUM_VALUE, name=shown(value.value))


def _name(value: EnumValue) -> str:
    return value.name or shown(value.value)
