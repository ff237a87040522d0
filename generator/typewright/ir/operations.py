"""Operations with their parameters, bodies and responses, and the API as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal as OneOf
from typing import Protocol, TypeAlias, TypeVar, cast

from typewright.base.json_value import JsonObject, JsonValue
from typewright.config.options import Habit
from typewright.ir.models import Model
from typewright.ir.notes import ABSENT, Absent, Presence
from typewright.ir.types import TypeExpr

Made = TypeVar("Made")


class ParameterLocation(Enum):
    """Where a parameter travels (OpenAPI 3.1, 4.8.12; `querystring`, the whole query as one value, OpenAPI 3.2)."""

    PATH = "path"
    QUERY = "query"
    HEADER = "header"
    COOKIE = "cookie"
    QUERYSTRING = "querystring"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an operation. `id` is the JSON pointer below which its inline schemas are identified."""

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
    allow_reserved: bool = False
    """Characters that a URL reserves stay as they are in the value (`allowReserved`)."""
    content_type: str | None = None
    """The media type in which the value is written (`content`); None where the style says how."""
    preferred_name: str | None = None
    shared: str | None = None
    """The canonical pointer of `components.parameters` whose inline types the parameter shares with others."""
    is_global: bool = False
    """Whether it is listed in `x-speakeasy-globals`: an argument of the client instead of each call."""
    is_hidden: bool = False
    """Whether it is a global parameter that methods do not take (`x-speakeasy-globals-hidden`)."""
    extensions: Mapping[str, JsonValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PartHeader:
    """A header of one part of a multipart body (Encoding Object, `headers`)."""

    name: str
    value: str | None = None
    """The only value that its schema admits (`const`, one `enum` member), else its `default`; None without either."""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Encoding:
    """How one property of a form or multipart body is written (OpenAPI 3.1, 4.8.15); None where nothing is said."""

    property: str
    content_type: str | None = None
    style: str | None = None
    explode: bool | None = None
    allow_reserved: bool = False
    headers: tuple[PartHeader, ...] = ()


@dataclass(frozen=True, slots=True)
class Media:
    """One media type of a body.

    `type` is None where no schema is written. Of a media type with `itemSchema` (OpenAPI 3.2) it is the type of one
    item of the sequence.
    """

    media_type: str
    type: TypeExpr | None
    pointer: str
    example: JsonValue | Absent = ABSENT
    examples: tuple[tuple[str, JsonValue], ...] = ()
    extensions: Mapping[str, JsonValue] = field(default_factory=dict)
    encoding: tuple[Encoding, ...] = ()
    has_item_schema: bool = False


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
    """The response for `status`: `200`, `4XX` or `default`."""

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
    """A security scheme (OpenAPI 3.1, 4.8.27)."""

    key: str
    type: str
    pointer: str
    description: str | None = None
    scheme: str | None = None
    location: str | None = None
    parameter: str | None = None
    bearer_format: str | None = None
    open_id_connect_url: str | None = None
    metadata_url: str | None = None
    """Where the authorization server describes itself (RFC 8414; `oauth2MetadataUrl`, OpenAPI 3.2)."""
    flows: Mapping[str, JsonValue] = field(default_factory=dict)
    extensions: Mapping[str, JsonValue] = field(default_factory=dict)


SecurityRequirement: TypeAlias = Mapping[str, tuple[str, ...]]
"""The keys of the security schemes that are required together, with their scopes (OpenAPI 3.1, 4.8.30)."""


@dataclass(frozen=True, slots=True)
class ServerVariable:
    """A variable of a server's URL."""

    name: str
    default: str
    values: tuple[str, ...] = ()
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Server:
    """Where the API is served. `id` is its `x-speakeasy-server-id`, else its `name` (OpenAPI 3.2)."""

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
    """The HTTP method in lower case."""
    path: str
    """The path template; the name of a webhook; the runtime expression of a callback."""
    pointer: str
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    responses: tuple[Response, ...] = ()
    tags: tuple[str, ...] = ()
    group: str | None = None
    """The value of `x-speakeasy-group`, whose segments are separated by dots."""
    preferred_name: str | None = None
    summary: str | None = None
    description: str | None = None
    deprecated: bool = False
    deprecation_message: str | None = None
    replacement: str | None = None
    """The `operationId` of what to use instead of a deprecated operation."""
    security: tuple[SecurityRequirement, ...] | None = None
    """None where the operation has no `security`, so that the one of the API applies."""
    servers: tuple[Server, ...] = ()
    """Its own, else those of its path item; empty where the API's own hold."""
    callbacks: tuple[Operation, ...] = ()
    external_docs: tuple[str, str | None] | None = None
    extensions: Mapping[str, JsonValue] = field(default_factory=dict)
    inherited_extensions: Mapping[str, JsonValue] = field(default_factory=dict)
    """Extensions of its path item and, where that has not the same, of `paths`."""
    section: str | None = None
    """The path of the tag that groups it, with levels separated by dots; empty where no tag of it groups."""
    additional_method: str | None = None
    """The method as it is sent, where `additionalOperations` (OpenAPI 3.2) names it; None for the fixed ones."""

    function: str | None = None
    """The name of the function that serves it, where that names it instead of its id."""

    @property
    def name(self) -> str | None:
        """What it is called by default: after the function that serves it, else by its id."""
        return self.function or self.operation_id

    @property
    def http_method(self) -> str:
        """The HTTP method as it is sent."""
        return self.additional_method or self.method.upper()


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of the API (OpenAPI 3.2, "Tag Object")."""

    name: str
    description: str | None = None
    summary: str | None = None
    """Its title."""
    path: str = ""
    """Its name behind those of its parents, separated by dots."""
    groups: bool = True
    """Whether it makes a group of its operations; tags of the kinds `audience` and `badge` only mark them."""


class Resolution(Protocol):
    """The target of a resolved reference."""

    @property
    def pointer(self) -> str:
        """The canonical pointer of the target."""

    @property
    def value(self) -> JsonValue:
        """The value at that pointer."""


@dataclass(frozen=True, slots=True)
class Api:
    """An API description. `models` are in the order of their first use."""

    title: str
    version: str
    pointer: str = "#"
    summary: str | None = None
    description: str | None = None
    external_docs: tuple[str, str | None] | None = None
    """The URL of the documentation, and its description."""
    servers: tuple[Server, ...] = ()
    tags: tuple[Tag, ...] = ()
    operations: tuple[Operation, ...] = ()
    webhooks: tuple[Operation, ...] = ()
    models: Mapping[str, Model] = field(default_factory=dict)
    components: tuple[str, ...] = ()
    """The ids of `components.schemas` in document order; those that are not used have no model."""
    security_schemes: tuple[SecurityScheme, ...] = ()
    security: tuple[SecurityRequirement, ...] = ()
    global_parameters: tuple[Parameter, ...] = ()
    extensions: Mapping[str, JsonValue] = field(default_factory=dict)
    habits: frozenset[Habit] = frozenset()
    """The reference's habits with which the description is read."""
    root: JsonObject = field(default_factory=dict, compare=False, repr=False)
    """The root document, for validating values against its schemas."""
    resolve: Callable[[str, str], Resolution] | None = field(default=None, compare=False, repr=False)
    """`resolve(reference, pointer)` returns the target of a reference at `pointer`; raises SpecError."""
    _made: dict[Callable[[Api], object], object] = field(default_factory=dict, compare=False, repr=False)

    def once(self, make: Callable[[Api], Made]) -> Made:
        """Return `make(self)`, computed once.

        Copies of the API with other fields share the result, so it may depend on `root` and `resolve` alone.
        """
        if make not in self._made:
            self._made[make] = make(self)
        return cast(Made, self._made[make])

    def every_operation(self) -> Iterator[Operation]:
        """Yield the operations of paths and the webhooks, each followed by its callbacks."""
        for operation in (*self.operations, *self.webhooks):
            yield operation
            yield from operation.callbacks
