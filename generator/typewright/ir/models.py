"""Models: the types that have names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from typewright.base.json_value import JsonValue
from typewright.ir.notes import ABSENT, NO_CONSTRAINTS, NO_NOTE, Absent, Constraints, Note, Presence, ScalarKind
from typewright.ir.types import Nullable, Ref, TypeExpr, not_null


@dataclass(frozen=True, slots=True)
class Field:
    """A property of an object. Its annotations are those of its type expression."""

    name: str
    """The property's name in JSON."""
    type: TypeExpr
    presence: Presence
    pointer: str
    preferred_name: str | None = None
    """The value of `x-speakeasy-name-override`."""

    @property
    def note(self) -> Note:
        """The annotations of the property."""
        return self.type.note

    @property
    def required(self) -> bool:
        """Whether the property is required."""
        return self.presence is Presence.REQUIRED


@dataclass(frozen=True, slots=True)
class ObjectModel:
    """An object with named properties.

    `additional` is the type of further properties where the description declares one (`additionalProperties` true or
    a schema); `closed` is true where it forbids them (`additionalProperties: false`).
    """

    id: str
    pointer: str
    fields: tuple[Field, ...]
    note: Note = NO_NOTE
    additional: TypeExpr | None = None
    closed: bool = False
    constraints: Constraints = NO_CONSTRAINTS
    shared: bool = False
    preferred_name: str | None = None
    schema: JsonValue = field(default=True, compare=False, repr=False)
    merged: bool = False
    """Built from an `allOf`."""


@dataclass(frozen=True, slots=True)
class EnumValue:
    """One value of an enumeration, with the name and the description that an extension gives it."""

    value: JsonValue
    name: str | None = None
    description: str | None = None


@dataclass(frozen=True, slots=True)
class EnumModel:
    """An enumeration; null is not among its values. `kind` is ANY where the values are of different types."""

    id: str
    pointer: str
    kind: ScalarKind
    values: tuple[EnumValue, ...]
    note: Note = NO_NOTE
    open: bool = False
    shared: bool = False
    preferred_name: str | None = None
    schema: JsonValue = field(default=True, compare=False, repr=False)

    @property
    def is_described(self) -> bool:
        """Whether the description says what one of the values means."""
        return any(value.description for value in self.values)


@dataclass(frozen=True, slots=True)
class Discriminator:
    """The property that distinguishes the members of a union; `mapping` pairs its values with indices of members."""

    property: str
    mapping: tuple[tuple[str, int], ...]
    written: bool
    """True for OpenAPI's `discriminator`, false where it was inferred from constants."""


@dataclass(frozen=True, slots=True)
class UnionModel:
    """A union of types, in document order; null is not among them."""

    id: str
    pointer: str
    members: tuple[TypeExpr, ...]
    note: Note = NO_NOTE
    exclusive: bool = False
    """True for `oneOf`: exactly one member may match."""
    discriminator: Discriminator | None = None
    shared: bool = False
    preferred_name: str | None = None
    schema: JsonValue = field(default=True, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class AliasModel:
    """A `$ref`ed schema that is neither an object, nor an enumeration, nor a union: a name for a type expression."""

    id: str
    pointer: str
    type: TypeExpr
    note: Note = NO_NOTE
    shared: bool = True
    preferred_name: str | None = None
    schema: JsonValue = field(default=True, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class FileModel:
    """An uploaded file: a binary property of a `multipart` body (OpenAPI 3.1, 4.8.14.3)."""

    id: str
    pointer: str
    note: Note = NO_NOTE
    shared: bool = False
    preferred_name: str | None = None
    schema: JsonValue = field(default=True, compare=False, repr=False)


Model: TypeAlias = ObjectModel | EnumModel | UnionModel | AliasModel | FileModel


def unfold(type_: TypeExpr, models: Mapping[str, Model]) -> TypeExpr:
    """Return the type that `type_` stands for, with all aliases resolved; nullable where any type on the way is."""
    nullable: Nullable | None = None
    while True:
        match type_:
            case Nullable():
                nullable = nullable or type_
                type_ = type_.of
            case Ref(id=target) if isinstance(model := models.get(target), AliasModel):
                type_ = model.type
            case _:
                return type_ if nullable is None else Nullable(type_, nullable.pointer, nullable.note)


def default_of(type_: TypeExpr, models: Mapping[str, Model]) -> JsonValue | Absent:
    """Return the default written at a position, else that of the model which the type names."""
    bare = not_null(type_)
    if type_.note.default is ABSENT and isinstance(bare, Ref):
        return models[bare.id].note.default
    return type_.note.default


def has_scalar_default(type_: TypeExpr, models: Mapping[str, Model]) -> bool:
    """Return whether a position has a default that is a text, a number or a boolean."""
    return isinstance(default_of(type_, models), str | int | float)


def example_of(type_: TypeExpr, models: Mapping[str, Model]) -> JsonValue | Absent:
    """Return the example written at a position, else that of the model which the type names."""
    bare = not_null(type_)
    if type_.note.example is ABSENT and isinstance(bare, Ref):
        return models[bare.id].note.example
    return type_.note.example
