"""The intermediate representation: what an API description says, without names or types of any target language.

Everything here is a frozen value. A type refers to another by id, never by a Python reference, so that cycles are
harmless. Ids look like JSON pointers: a schema that a `$ref` names has its own canonical pointer as id; an inline
schema has the id of its owner and the path below it, so that every inline position is a type of its own (also where
two operations share a parameter, and where `allOf` builds an inline type again under a new owner). `pointer` says
where in the sources a thing is written, for messages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Final, Protocol, TypeAlias
from typing import Literal as OneOf

from generator.json_value import JsonObject, JsonValue


class Absent(Enum):
    """The type of `ABSENT`: nothing was written, which is not the same as null."""

    ABSENT = "absent"

    def __bool__(self) -> bool:
        return False


ABSENT: Final = Absent.ABSENT


class Presence(Enum):
    """Whether a property or a parameter has to be there; apart from nullability and from defaults."""

    REQUIRED = "required"
    OPTIONAL = "optional"


class ScalarKind(Enum):
    """The primitive types of JSON Schema; ANY stands for a schema that admits every value."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    NULL = "null"
    ANY = "any"


class Direction(Enum):
    """Which way a type travels: in requests, in responses."""

    REQUEST = "request"
    RESPONSE = "response"


@dataclass(frozen=True, slots=True)
class Note:
    """The annotations at one schema position (JSON Schema 2020-12 Validation, section 9; OpenAPI `example`)."""

    title: str | None = None
    description: str | None = None
    example: JsonValue | Absent = ABSENT
    examples: tuple[JsonValue, ...] = ()
    default: JsonValue | Absent = ABSENT
    deprecated: bool = False
    deprecation_message: str | None = None
    read_only: bool = False
    write_only: bool = False
    extensions: Mapping[str, JsonValue] = field(default_factory=dict)
    """`x-*` members of the schema as written, after the user's extension rewrites."""


NO_NOTE: Final = Note()


@dataclass(frozen=True, slots=True)
class Constraints:
    """The assertions on a value's size and form (JSON Schema 2020-12 Validation, section 6.2 to 6.5).

    OpenAPI 3.0's boolean `exclusiveMinimum`/`exclusiveMaximum` are brought into the numeric form.
    """

    minimum: int | float | None = None
    maximum: int | float | None = None
    exclusive_minimum: int | float | None = None
    exclusive_maximum: int | float | None = None
    multiple_of: int | float | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool = False
    min_properties: int | None = None
    max_properties: int | None = None


NO_CONSTRAINTS: Final = Constraints()


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


@dataclass(frozen=True, slots=True)
class Field:
    """A property of an object. Its annotations are those of its type expression."""

    name: str
    """The name on the wire."""
    type: TypeExpr
    presence: Presence
    pointer: str
    preferred_name: str | None = None
    """What `x-speakeasy-name-override` asks for."""

    @property
    def note(self) -> Note:
        """The annotations written at the property."""
        return self.type.note

    @property
    def required(self) -> bool:
        """Whether the property has to be there."""
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
    """A closed or open list of values, null left out. `kind` is ANY when the values' types differ."""

    id: str
    pointer: str
    kind: ScalarKind
    values: tuple[EnumValue, ...]
    note: Note = NO_NOTE
    open: bool = False
    shared: bool = False
    preferred_name: str | None = None
    schema: JsonValue = field(default=True, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Discriminator:
    """The property that tells the members of a union apart; `mapping` leads from its value to a member's index."""

    property: str
    mapping: tuple[tuple[str, int], ...]
    written: bool
    """True for OpenAPI's `discriminator`, false where it was inferred from constants."""


@dataclass(frozen=True, slots=True)
class UnionModel:
    """One of several types, null left out, in document order (so a branch's number is its index + 1)."""

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


class ParameterLocation(Enum):
    """Where a parameter travels (OpenAPI 3.1, 4.8.12)."""

    PATH = "path"
    QUERY = "query"
    HEADER = "header"
    COOKIE = "cookie"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an operation; `id` is where its inline types hang."""

    id: str
    name: str
    location: ParameterLocation
    type: TypeExpr
    presence: Presence
    pointer: str
    description: str | None = None
    example: JsonValue | Absent = ABSENT
    examples: tuple[JsonValue, ...] = ()
    deprecated: bool = False
    style: str | None = None
    explode: bool | None = None
    preferred_name: str | None = None
    is_global: bool = False
    """Listed in `x-speakeasy-globals`: given once, for the client, not for each call."""
    is_hidden: bool = False
    """A global parameter that methods don't take at all (`x-speakeasy-globals-hidden`)."""
    extensions: Mapping[str, JsonValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Media:
    """One media type of a body; `type` is None where no schema is written."""

    media_type: str
    type: TypeExpr | None
    pointer: str
    example: JsonValue | Absent = ABSENT
    examples: tuple[tuple[str, JsonValue], ...] = ()
    extensions: Mapping[str, JsonValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Body:
    """A request body."""

    media: tuple[Media, ...]
    required: bool
    pointer: str
    description: str | None = None
    extensions: Mapping[str, JsonValue] = field(default_factory=dict)
    shared: str | None = None
    """The canonical pointer of `components.requestBodies` where the body is a `$ref`; its inline types are shared."""


@dataclass(frozen=True, slots=True)
class Header:
    """A response header."""

    name: str
    type: TypeExpr
    pointer: str
    description: str | None = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class Response:
    """What comes back for `status`: `200`, `4XX` or `default`."""

    status: str
    media: tuple[Media, ...]
    pointer: str
    description: str | None = None
    headers: tuple[Header, ...] = ()
    shared: str | None = None
    """The canonical pointer of `components.responses` where the response is a `$ref`; its inline types are shared."""
    extensions: Mapping[str, JsonValue] = field(default_factory=dict)

    @property
    def is_error(self) -> bool:
        """Whether it is a 4xx or 5xx response."""
        return self.status[:1] in {"4", "5"}


@dataclass(frozen=True, slots=True)
class SecurityScheme:
    """A way to authenticate (OpenAPI 3.1, 4.8.27)."""

    key: str
    type: str
    pointer: str
    description: str | None = None
    scheme: str | None = None
    location: str | None = None
    parameter: str | None = None
    bearer_format: str | None = None
    flows: Mapping[str, JsonValue] = field(default_factory=dict)
    extensions: Mapping[str, JsonValue] = field(default_factory=dict)


SecurityRequirement: TypeAlias = Mapping[str, tuple[str, ...]]
"""Scheme keys that are needed together, each with its scopes."""


@dataclass(frozen=True, slots=True)
class ServerVariable:
    """A variable of a server's URL."""

    name: str
    default: str
    values: tuple[str, ...] = ()
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Server:
    """Where the API is served."""

    url: str
    description: str | None = None
    id: str | None = None
    variables: tuple[ServerVariable, ...] = ()


OperationKind: TypeAlias = OneOf["path", "webhook", "callback"]


@dataclass(frozen=True, slots=True)
class Operation:
    """A method on a path, a webhook or a callback; `id` is its canonical pointer."""

    id: str
    kind: OperationKind
    operation_id: str | None
    method: str
    """Lower case."""
    path: str
    """The path template; the name of a webhook; the runtime expression of a callback."""
    pointer: str
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    responses: tuple[Response, ...] = ()
    tags: tuple[str, ...] = ()
    group: str | None = None
    """What `x-speakeasy-group` says, dots and all."""
    preferred_name: str | None = None
    summary: str | None = None
    description: str | None = None
    deprecated: bool = False
    deprecation_message: str | None = None
    security: tuple[SecurityRequirement, ...] | None = None
    """None where the operation says nothing and the API's own requirement holds."""
    servers: tuple[Server, ...] = ()
    callbacks: tuple[Operation, ...] = ()
    external_docs: tuple[str, str | None] | None = None
    extensions: Mapping[str, JsonValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of the description, with what it says."""

    name: str
    description: str | None = None


class Resolution(Protocol):
    """What a reference leads to: the canonical pointer of the target and its value."""

    @property
    def pointer(self) -> str:
        """The canonical pointer of the target."""

    @property
    def value(self) -> JsonValue:
        """The target itself."""


@dataclass(frozen=True, slots=True)
class Api:
    """The whole description. `models` is ordered by first use."""

    title: str
    version: str
    pointer: str = "#"
    summary: str | None = None
    description: str | None = None
    external_docs: tuple[str, str | None] | None = None
    """Its URL and its description."""
    servers: tuple[Server, ...] = ()
    tags: tuple[Tag, ...] = ()
    operations: tuple[Operation, ...] = ()
    webhooks: tuple[Operation, ...] = ()
    models: Mapping[str, Model] = field(default_factory=dict)
    components: tuple[str, ...] = ()
    """Ids of `components.schemas` in document order, reached or not (those not lowered have no model)."""
    security_schemes: tuple[SecurityScheme, ...] = ()
    security: tuple[SecurityRequirement, ...] = ()
    global_parameters: tuple[Parameter, ...] = ()
    extensions: Mapping[str, JsonValue] = field(default_factory=dict)
    root: JsonObject = field(default_factory=dict, compare=False, repr=False)
    """The document itself, for validating values against its schemas."""
    resolve: Callable[[str, str], Resolution] | None = field(default=None, compare=False, repr=False)
    """Leads from a reference and the pointer of the place where it stands to what it names; raises SpecError."""

    def every_operation(self) -> Iterator[Operation]:
        """Yield the operations of paths, their callbacks behind them, then the webhooks."""
        for operation in (*self.operations, *self.webhooks):
            yield operation
            yield from operation.callbacks


def unfold(type_: TypeExpr, models: Mapping[str, Model]) -> TypeExpr:
    """Follow references to aliases until something else stands there; nullability met on the way is kept."""
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
