"""Comparison of enumerations and constants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from typewright.changes.annotations import subject_label
from typewright.changes.change import Context, Finding, Kind, Pointer, Subject
from typewright.changes.shapes import value_key, value_text
from typewright.ir import EnumModel, EnumValue, Literal, Model, Ref, ScalarKind, TypeExpr


class Values(Struct, frozen=True):
    """The values of an enumeration, or the value of a constant."""

    kind: ScalarKind
    values: Mapping[str, EnumValue]
    """The values by their `value_key`, in document order."""
    pointer: str
    open: bool = False
    constant: bool = False


def values_of(type_: TypeExpr, models: Mapping[str, Model]) -> Values | None:
    """Return the values of an enumeration or a constant, or None for any other type."""
    if isinstance(type_, Literal):
        return Values(
            type_.kind, {value_key(type_.value): EnumValue(type_.value)}, f"{type_.pointer}/const", constant=True
        )
    model = models.get(type_.id) if isinstance(type_, Ref) else None
    return values_of_model(model) if isinstance(model, EnumModel) else None


def values_of_model(model: EnumModel) -> Values:
    """Return the values of an enumeration."""
    values = {value_key(value.value): value for value in model.values}
    return Values(model.kind, values, f"{model.pointer}/enum", open=model.open)


def compare_values(old: Values, new: Values, context: Context, pointer: str) -> Iterator[Finding]:
    """Yield the changes between two enumerations of the same primitive type. The order is insignificant."""
    if (
        len(old.values) == len(new.values) == 1
        and old.constant
        and new.constant
        and old.values.keys() != new.values.keys()
    ):
        first, second = (next(iter(side.values.values())).value for side in (new, old))
        message = f"{subject_label(context)} is always {value_text(first)} now, it was {value_text(second)}"
        yield context.finding(Kind.CHANGED, message, Pointer(new.pointer), name=context.name)
        return
    for key, value in old.values.items():
        if key not in new.values:
            yield _value_finding(Kind.REMOVED, value, context, Pointer(old.pointer, old=True), "no longer admits")
    for key, value in new.values.items():
        earlier = old.values.get(key)
        if earlier is None:
            if not old.open:
                yield _value_finding(Kind.ADDED, value, context, Pointer(new.pointer), "admits now")
        elif earlier.name != value.name and not (old.constant or new.constant):
            names = _value_name(value), _value_name(earlier)
            message = f"{subject_label(context)} calls {value_text(value.value)} '{names[0]}' now, it was '{names[1]}'"
            where = Pointer(new.pointer)
            yield context.finding(
                Kind.RENAMED, message, where, subject=Subject.ENUM_VALUE, name=value_text(value.value)
            )
    if old.open != new.open:
        kind = Kind.OPENED if new.open else Kind.CLOSED
        message = f"{subject_label(context)} admits {'other values too' if new.open else 'no other values any more'}"
        yield context.finding(kind, message, Pointer(pointer), name=context.name)
    yield from _compare_descriptions(old, new, context, pointer)


def _compare_descriptions(old: Values, new: Values, context: Context, pointer: str) -> Iterator[Finding]:
    common = old.values.keys() & new.values.keys()
    if any(old.values[key].description != new.values[key].description for key in common):
        message = f"values of {subject_label(context)} are described in other words"
        yield context.finding(Kind.REWORDED, message, Pointer(pointer), subject=Subject.ENUM_VALUE, name=context.name)


def _value_finding(kind: Kind, value: EnumValue, context: Context, where: Pointer, verb: str) -> Finding:
    message = f"{subject_label(context)} {verb} {value_text(value.value)}"
    return context.finding(kind, message, where, subject=Subject.ENUM_VALUE, name=value_text(value.value))


def _value_name(value: EnumValue) -> str:
    return value.name or value_text(value.value)
