"""Type expressions: what a value is, as far as it has no name of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from typewright.base.json_value import JsonValue
from typewright.ir.notes import NO_CONSTRAINTS, NO_NOTE, Constraints, Note, ScalarKind


@dataclass(frozen=True, slots=True)
class Scalar:
    """A primitive value, or any value at all (`ScalarKind.ANY`)."""

    kind: ScalarKind
    pointer: str
    note: Note = NO_NOTE
    format: str | None = None
    constraints: Constraints = NO_CONSTRAINTS
    schema: JsonValue = field(default=True, compare=False, repr=False)
    """The schema as written, for what the other fields can't say (assertions of compositions and the like)."""
    alternatives: tuple[TypeExpr, ...] = ()
    """The branches of a oneOf/anyOf that became this scalar: all of one primitive type, or, for ANY, a mixture in
    which two branches share a primitive type and no reader could tell them apart."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A `const`."""

    value: JsonValue
    pointer: str
    note: Note = NO_NOTE
    kind: ScalarKind = ScalarKind.ANY
    schema: JsonValue = field(default=True, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ListOf:
    """An array. `prefix` holds the types of `prefixItems`; `item` that of all further items."""

    item: TypeExpr
    pointer: str
    note: Note = NO_NOTE
    prefix: tuple[TypeExpr, ...] = ()
    constraints: Constraints = NO_CONSTRAINTS
    schema: JsonValue = field(default=True, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class MapOf:
    """An object of which only `additionalProperties` is said."""

    value: TypeExpr
    pointer: str
    note: Note = NO_NOTE
    constraints: Constraints = NO_CONSTRAINTS
    schema: JsonValue = field(default=True, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class StreamOf:
    """Server-sent events, each with a payload of type `item` (`text/event-stream`)."""

    item: TypeExpr
    pointer: str
    note: Note = NO_NOTE


@dataclass(frozen=True, slots=True)
class Ref:
    """A use of the model `id`.

    `by_reference` is true where the description writes `$ref` (the type is shared), false where the model is inline.
    `note` holds what is said at this very position: the siblings of a `$ref`, or the inline schema's own note.
    `via` is the pointer that the `$ref` names where nothing but a further `$ref` to `id` stands there.
    """

    id: str
    pointer: str
    note: Note = NO_NOTE
    by_reference: bool = False
    via: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Nullable:
    """`of` or null. Never nested. `note` is that of the outer position (the wrapper's, or the schema's own)."""

    of: TypeExpr
    pointer: str
    note: Note = NO_NOTE


TypeExpr: TypeAlias = Scalar | Literal | ListOf | MapOf | StreamOf | Ref | Nullable


def not_null(type_: TypeExpr) -> TypeExpr:
    """Return the type without its nullability."""
    return type_.of if isinstance(type_, Nullable) else type_


def element_of(type_: TypeExpr) -> TypeExpr:
    """Return what a type holds in the end: the elements of lists, maps and streams, without nullability."""
    while True:
        match type_:
            case Nullable(of=inner) | ListOf(item=inner) | MapOf(value=inner) | StreamOf(item=inner):
                type_ = inner
            case _:
                return type_
