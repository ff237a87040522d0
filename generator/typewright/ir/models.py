"""Models: types that have an id, and can have a name in generated code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from typewright.base.encoded_record import EncodedRecord
from typewright.base.json_value import JsonObject, JsonValue
from typewright.ir.keywords import (
    ABSENT,
    NO_ANNOTATIONS,
    NO_CONSTRAINTS,
    Absent,
    Annotations,
    Constraints,
    Presence,
    ScalarKind,
)
from typewright.ir.types import Nullable, Ref, TypeExpr, not_null


class Field(EncodedRecord, frozen=True):
    """A property of an object. Its annotations are those of its type expression."""

    name: str
    """The property's name in JSON."""
    type: TypeExpr
    presence: Presence
    pointer: str
    preferred_name: str | None = None
    """The value of `x-speakeasy-name-override`."""

    @property
    def annotations(self) -> Annotations:
        """The annotations of the property."""
        return self.type.annotations

    @property
    def required(self) -> bool:
        """Whether the property is required."""
        return self.presence is Presence.REQUIRED


class ObjectModel(EncodedRecord, frozen=True):
    """An object with named properties.

    `additional` is the type of additional properties, if `additionalProperties` is true or a schema. `closed` says
    whether it is false. `shared` models are targets of a `$ref`. `schema` is the schema of the description.
    """

    id: str
    pointer: str
    fields: tuple[Field, ...]
    annotations: Annotations = NO_ANNOTATIONS
    additional: TypeExpr | None = None
    closed: bool = False
    constraints: Constraints = NO_CONSTRAINTS
    shared: bool = False
    preferred_name: str | None = None
    schema: JsonValue = True
    merged: bool = False
    """Whether the keywords of several schemas were merged (`allOf`)."""


class EnumValue(EncodedRecord, frozen=True):
    """A value of an enumeration, with the name and the description that extensions give it."""

    value: JsonValue
    name: str | None = None
    description: str | None = None


class EnumModel(EncodedRecord, frozen=True):
    """An enumeration without null. `kind` is ANY if the values are of different types.

    An `open` enumeration can have values that are not listed; a `closed` one has none, whatever the configuration says.
    `format` is the form of its type in code, if the description states one.
    """

    id: str
    pointer: str
    kind: ScalarKind
    values: tuple[EnumValue, ...]
    annotations: Annotations = NO_ANNOTATIONS
    open: bool = False
    closed: bool = False
    format: Literal["union", "enum"] | None = None
    shared: bool = False
    preferred_name: str | None = None
    schema: JsonValue = True

    def has_form(self, form: str, *, default: str) -> bool:
        """Return whether the type in code is `union` or `enum`, as `form` says; `default` is that of the target."""
        return (self.format or default) == form

    @property
    def is_described(self) -> bool:
        """Whether a value has a description."""
        return any(value.description for value in self.values)


class UnionModel(EncodedRecord, frozen=True):
    """A union of types, in document order, without null."""

    id: str
    pointer: str
    members: tuple[TypeExpr, ...]
    annotations: Annotations = NO_ANNOTATIONS
    exclusive: bool = False
    """Whether exactly one member must match (`oneOf`)."""
    discriminator: JsonObject | None = None
    """The Discriminator Object (OpenAPI 3.1, 4.8.25) of the schema, or of a schema that its `allOf` includes."""
    shared: bool = False
    preferred_name: str | None = None
    schema: JsonValue = True


class AliasModel(EncodedRecord, frozen=True):
    """A `$ref`ed schema that is neither an object, nor an enumeration, nor a union: a name for a type expression."""

    id: str
    pointer: str
    type: TypeExpr
    annotations: Annotations = NO_ANNOTATIONS
    shared: bool = True
    preferred_name: str | None = None
    schema: JsonValue = True


class FileModel(EncodedRecord, frozen=True):
    """An uploaded file: a binary property of a `multipart` body (OpenAPI 3.1, 4.8.14.3)."""

    id: str
    pointer: str
    annotations: Annotations = NO_ANNOTATIONS
    shared: bool = False
    preferred_name: str | None = None
    schema: JsonValue = True


Model: TypeAlias = ObjectModel | EnumModel | UnionModel | AliasModel | FileModel


def unfold(type_: TypeExpr, models: Mapping[str, Model]) -> TypeExpr:
    """Return `type_` with all aliases resolved. The result is nullable if `type_` or one of the aliases is."""
    nullable: Nullable | None = None
    while True:
        match type_:
            case Nullable():
                nullable = nullable or type_
                type_ = type_.of
            case Ref(id=target) if isinstance(model := models.get(target), AliasModel):
                type_ = model.type
            case _:
                return type_ if nullable is None else Nullable(type_, nullable.pointer, nullable.annotations)


def default_of(type_: TypeExpr, models: Mapping[str, Model]) -> JsonValue | Absent:
    """Return the default in the annotations of `type_`, else of the model it refers to, else ABSENT."""
    target = not_null(type_)
    if type_.annotations.default is ABSENT and isinstance(target, Ref):
        return models[target.id].annotations.default
    return type_.annotations.default


def has_scalar_default(type_: TypeExpr, models: Mapping[str, Model]) -> bool:
    """Return whether the default of `type_` (see `default_of`) is a text, a number or a boolean."""
    return isinstance(default_of(type_, models), str | int | float)


def example_of(type_: TypeExpr, models: Mapping[str, Model]) -> JsonValue | Absent:
    """Return the example in the annotations of `type_`, else of the model it refers to, else ABSENT."""
    target = not_null(type_)
    if type_.annotations.example is ABSENT and isinstance(target, Ref):
        return models[target.id].annotations.example
    return type_.annotations.example
