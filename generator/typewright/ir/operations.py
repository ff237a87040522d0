"""Operations with their parameters, bodies and responses, and the API as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from typing import Literal as OneOf
from typing import Protocol, TypeAlias, TypeVar, cast

from msgspec import Struct, field

from typewright.base.encoded_record import EncodedRecord
from typewright.base.json_value import JsonObject, JsonValue
from typewright.config.habits import Habit
from typewright.ir.keywords import ABSENT, Absent, Presence
from typewright.ir.models import Model
from typewright.ir.types import TypeExpr

Result = TypeVar("Result")


class ParameterLocation(Enum):
    """The location of a parameter (OpenAPI 3.1, 4.8.12; `querystring`, the whole query as one value, OpenAPI 3.2)."""

    PATH = "path"
    QUERY = "query"
    HEADER = "header"
    COOKIE = "cookie"
    QUERYSTRING = "querystring"


class Parameter(EncodedRecord, frozen=True):
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
    """Whether reserved characters of URLs are not percent-encoded in the value (`allowReserved`)."""
    content_type: str | None = None
    """The media type of the serialized value (`content`); None if it is serialized by `style`."""
    preferred_name: str | None = None
    shared: str | None = None
    """The canonical pointer of the component that shares its inline types (habit `shared-parameter-types`), or None."""
    is_global: bool = False
    """Whether the parameter is listed in `x-speakeasy-globals`: it is an argument of the client, not of each call."""
    is_hidden: bool = False
    """Whether this is a global parameter that methods do not have (`x-speakeasy-globals-hidden`)."""
    extensions: Mapping[str, JsonValue] = field(default_factory=dict)


class PartHeader(EncodedRecord, frozen=True):
    """A header of one part of a multipart body (Encoding Object, `headers`)."""

    name: str
    value: str | None = None
    """The only valid value (`const`, or one `enum` member), else the `default`, else None."""
    required: bool = False


class Encoding(EncodedRecord, frozen=True):
    """The serialization of a property of a form or multipart body (OpenAPI 3.1, 4.8.15). Absent fields are None."""

    property: str
    content_type: str | None = None
    style: str | None = None
    explode: bool | None = None
    allow_reserved: bool = False
    headers: tuple[PartHeader, ...] = ()


class Media(EncodedRecord, frozen=True):
    """A media type of a body.

    `type` is None if there is no schema; with `itemSchema` (OpenAPI 3.2) it is the type of one item of the sequence.
    """

    media_type: str
    type: TypeExpr | None
    pointer: str
    example: JsonValue | Absent = ABSENT
    examples: tuple[tuple[str, JsonValue], ...] = ()
    extensions: Mapping[str, JsonValue] = field(default_factory=dict)
    encoding: tuple[Encoding, ...] = ()
    prefix_encoding: tuple[Encoding, ...] = ()
    """The encoding of the first parts of a multipart body that is an array, by position (OpenAPI 3.2)."""
    item_encoding: Encoding | None = None
    """The encoding of the other parts of such a body."""
    has_item_schema: bool = False


class Body(EncodedRecord, frozen=True):
    """A request body."""

    media: tuple[Media, ...]
    required: bool
    pointer: str
    description: str | None = None
    extensions: Mapping[str, JsonValue] = field(default_factory=dict)
    shared: str | None = None
    """The canonical pointer of the component if the body is a `$ref`, whose inline types are shared; else None."""


class Header(EncodedRecord, frozen=True):
    """A response header."""

    name: str
    type: TypeExpr
    pointer: str
    description: str | None = None
    required: bool = False


class Link(EncodedRecord, frozen=True):
    """An operation that can follow a response (OpenAPI 3.1, 4.8.20), by its `operationId` or by `operationRef`."""

    operation_id: str | None = None
    operation_ref: str | None = None
    description: str | None = None
    parameters: tuple[tuple[str, str], ...] = ()
    """Names of the operation's parameters with the expressions of their values; constants are in JSON."""


class Response(EncodedRecord, frozen=True):
    """The response for `status`: `200`, `4XX` or `default`."""

    status: str
    media: tuple[Media, ...]
    pointer: str
    description: str | None = None
    headers: tuple[Header, ...] = ()
    shared: str | None = None
    """The canonical pointer of the component if the response is a `$ref`, whose inline types are shared; else None."""
    extensions: Mapping[str, JsonValue] = field(default_factory=dict)
    links: tuple[Link, ...] = ()

    @property
    def is_error(self) -> bool:
        """Whether the status is 4xx or 5xx."""
        return self.status[:1] in {"4", "5"}


class SecurityScheme(EncodedRecord, frozen=True):
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
    """The URL of the authorization server's metadata (RFC 8414; `oauth2MetadataUrl`, OpenAPI 3.2)."""
    flows: Mapping[str, JsonValue] = field(default_factory=dict)
    extensions: Mapping[str, JsonValue] = field(default_factory=dict)


SecurityRequirement: TypeAlias = Mapping[str, tuple[str, ...]]
"""The keys of the security schemes that are required together, with their scopes (OpenAPI 3.1, 4.8.30)."""


class ServerVariable(EncodedRecord, frozen=True):
    """A variable of a server's URL."""

    name: str
    default: str
    values: tuple[str, ...] = ()
    description: str | None = None


class Server(EncodedRecord, frozen=True):
    """A server of the API. `id` is the `x-speakeasy-server-id`, else the `name` (OpenAPI 3.2)."""

    url: str
    description: str | None = None
    id: str | None = None
    variables: tuple[ServerVariable, ...] = ()


OperationKind: TypeAlias = OneOf["path", "webhook", "callback"]


class Operation(EncodedRecord, frozen=True):
    """An operation of a path, a webhook or a callback. `id` is its canonical pointer."""

    id: str
    kind: OperationKind
    operation_id: str | None
    method: str
    """The HTTP method in lower case."""
    path: str
    """The path template, the name of the webhook, or the runtime expression of the callback."""
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
    """The `operationId` of the operation that replaces a deprecated one (`x-speakeasy-deprecation-replacement`)."""
    security: tuple[SecurityRequirement, ...] | None = None
    """None if the operation has no `security`, so that that of the API applies."""
    servers: tuple[Server, ...] = ()
    """The servers of the operation, else of its path item; if empty, those of the API apply."""
    callbacks: tuple[Operation, ...] = ()
    external_docs: tuple[str, str | None] | None = None
    extensions: Mapping[str, JsonValue] = field(default_factory=dict)
    inherited_extensions: Mapping[str, JsonValue] = field(default_factory=dict)
    """The extensions of the path item and of `paths`; those of the path item take precedence."""
    section: str | None = None
    """The path of the tag that groups the operation, with dots between its levels; empty if none of its tags does."""
    further_sections: tuple[str, ...] = ()
    """The paths of the operation's other tags that group operations."""
    additional_method: str | None = None
    """The HTTP method as it is sent, for an entry of `additionalOperations` (OpenAPI 3.2); else None."""

    function: str | None = None
    """The name of the function that serves the operation, if it is used as a name instead of `operation_id`."""

    @property
    def name(self) -> str | None:
        """The default name: that of the function that serves the operation, else `operation_id`."""
        return self.function or self.operation_id

    @property
    def http_method(self) -> str:
        """The HTTP method as it is sent."""
        return self.additional_method or self.method.upper()


class Tag(EncodedRecord, frozen=True):
    """A tag of the API (OpenAPI 3.2, "Tag Object")."""

    name: str
    description: str | None = None
    summary: str | None = None
    """The title of the tag."""
    path: str = ""
    """The names of its ancestors and its own name, separated by dots."""
    groups: bool = True
    """Whether the tag groups its operations; tags of the kinds `audience` and `badge` do not."""


class Resolution(Protocol):
    """The target of a resolved reference."""

    @property
    def pointer(self) -> str:
        """The canonical pointer of the target."""

    @property
    def value(self) -> JsonValue:
        """The value of the target."""


class Api(Struct, frozen=True):
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
    included: tuple[str, ...] = ()
    """The ids of the components that have types although no operation may use them (`x-speakeasy-include`)."""
    components: tuple[str, ...] = ()
    """The ids of `components.schemas` in document order. Unused ones have no model."""
    security_schemes: tuple[SecurityScheme, ...] = ()
    security: tuple[SecurityRequirement, ...] = ()
    global_parameters: tuple[Parameter, ...] = ()
    extensions: Mapping[str, JsonValue] = field(default_factory=dict)
    habits: frozenset[Habit] = frozenset()
    """The habits of the reference implementation that are kept."""
    root: JsonObject = field(default_factory=dict)
    """The root document, to validate values against its schemas."""
    resolve: Callable[[str, str], Resolution] | None = None
    """`resolve(reference, pointer)` returns the target of a reference written at `pointer`; it raises SpecError."""
    dynamic_anchors: frozenset[str] = field(default_factory=frozenset)
    """The anchors of several schemas, among which the dynamic scope chooses for a `$dynamicRef`."""
    decoded_pointers: frozenset[str] = field(default_factory=frozenset)
    """Pointers of string schemas whose values are handed out decoded: data of events with a `contentSchema`."""
    closure_digest: Callable[[str], str | None] = lambda _: None
    """`closure_digest(pointer)` returns a digest of the part of `root` that `pointer` leads into, with all that this
    refers to; None if it is not known."""
    _results: dict[Callable[[Api], object], object] = field(default_factory=dict)

    def once(self, make: Callable[[Api], Result]) -> Result:
        """Return `make(self)`, computed on the first call.

        Copies of the API with other fields share the results, so they may depend on `root` and `resolve` only.
        """
        if make not in self._results:
            self._results[make] = make(self)
        return cast(Result, self._results[make])

    def every_operation(self) -> Iterator[Operation]:
        """Yield the operations of paths and the webhooks, each followed by its callbacks."""
        for operation in (*self.operations, *self.webhooks):
            yield operation
            yield from operation.callbacks
