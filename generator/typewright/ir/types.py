"""Type expressions: primitive types, lists, maps, streams, nullability, and references to models."""

from __future__ import annotations

from typing import TypeAlias, TypeGuard

from typewright.base.encoded_record import EncodedRecord
from typewright.base.json_value import JsonValue
from typewright.ir.keywords import NO_ANNOTATIONS, NO_CONSTRAINTS, Annotations, Constraints, ScalarKind


class Scalar(EncodedRecord, frozen=True):
    """A primitive type, or the type of any value (`ScalarKind.ANY`)."""

    kind: ScalarKind
    pointer: str
    annotations: Annotations = NO_ANNOTATIONS
    format: str | None = None
    constraints: Constraints = NO_CONSTRAINTS
    schema: JsonValue = True
    """The schema of the description, for compositions and assertions that the other fields do not express."""
    alternatives: tuple[TypeExpr, ...] = ()
    """The branches of a `oneOf` or `anyOf` that were merged into this scalar.

    All are of one primitive type, or, for ANY, two of them are, so that a value does not determine its branch.
    """
    media_type: str | None = None
    """The media type of the response whose content this is, not decoded; None for all other scalars."""


class Literal(EncodedRecord, frozen=True):
    """The type of one value (`const`)."""

    value: JsonValue
    pointer: str
    annotations: Annotations = NO_ANNOTATIONS
    kind: ScalarKind = ScalarKind.ANY
    schema: JsonValue = True


class ListOf(EncodedRecord, frozen=True):
    """An array. `prefix` has the types of `prefixItems`; `item` is the type of the items that follow."""

    item: TypeExpr
    pointer: str
    annotations: Annotations = NO_ANNOTATIONS
    prefix: tuple[TypeExpr, ...] = ()
    constraints: Constraints = NO_CONSTRAINTS
    schema: JsonValue = True

    @property
    def is_closed(self) -> bool:
        """Whether this is a tuple without items after the prefix (JSON Schema 2020-12 Core, 10.3.1.2)."""
        most = self.constraints.max_items
        has_no_rest = isinstance(self.item, Scalar) and self.item.schema is False
        return bool(self.prefix) and (has_no_rest or (most is not None and most <= len(self.prefix)))

    @property
    def common_item(self) -> TypeExpr:
        """The type of all items; any value if the items of a tuple have different types."""
        items = self.prefix if self.is_closed else (*self.prefix, self.item)
        if len({_item_key(item) for item in items}) == 1:
            return items[-1]
        return Scalar(ScalarKind.ANY, self.pointer)


class MapOf(EncodedRecord, frozen=True):
    """An object without declared properties; `value` is the type of its `additionalProperties`."""

    value: TypeExpr
    pointer: str
    annotations: Annotations = NO_ANNOTATIONS
    constraints: Constraints = NO_CONSTRAINTS
    schema: JsonValue = True


class StreamOf(EncodedRecord, frozen=True):
    """A stream of items: server-sent events with a payload of type `item`, or JSON lines."""

    item: TypeExpr
    pointer: str
    annotations: Annotations = NO_ANNOTATIONS
    is_lines: bool = False
    """Whether the stream has JSON lines instead of events (`text/event-stream`)."""


class HttpMessage(EncodedRecord, frozen=True):
    """A request or a response, as an object of the HTTP library of a language."""

    pointer: str
    annotations: Annotations = NO_ANNOTATIONS
    is_request: bool = False


class Ref(EncodedRecord, frozen=True):
    """A reference to the model `id`.

    `by_reference` is true for a `$ref` (the model is shared), false for an inline schema. `annotations` are those
    beside the `$ref`, or of the inline schema. `via` is the pointer of the target of the `$ref`, if that is itself a
    `$ref` to `id`.
    """

    id: str
    pointer: str
    annotations: Annotations = NO_ANNOTATIONS
    by_reference: bool = False
    via: str | None = None


class Nullable(EncodedRecord, frozen=True):
    """The type `of`, or null. It is never nested. `annotations` are those of the nullable schema."""

    of: TypeExpr
    pointer: str
    annotations: Annotations = NO_ANNOTATIONS


TypeExpr: TypeAlias = Scalar | Literal | ListOf | MapOf | StreamOf | HttpMessage | Ref | Nullable


def not_null(type_: TypeExpr) -> TypeExpr:
    """Return `type_` without nullability."""
    return type_.of if isinstance(type_, Nullable) else type_


def is_binary(type_: TypeExpr | None) -> TypeGuard[Scalar]:
    """Return whether the values of a type are bytes (`type: string, format: binary`)."""
    return isinstance(type_, Scalar) and type_.kind is ScalarKind.STRING and type_.format == "binary"


def element_of(type_: TypeExpr) -> TypeExpr:
    """Return the innermost element type of nested lists, maps and streams, without nullability."""
    while True:
        match type_:
            case Nullable(of=inner) | ListOf(item=inner) | MapOf(value=inner) | StreamOf(item=inner):
                type_ = inner
            case _:
                return type_


def _item_key(type_: TypeExpr) -> object:
    """Return a key that is equal for item types that are generated alike."""
    match type_:
        case Scalar(kind=kind, format=format_):
            return kind, format_
        case Ref(id=id_):
            return id_
    return type_.pointer
