"""Operations with all that travels, and the API as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal as OneOf
from typing import Protocol, TypeAlias, TypeVar, cast

from typewright.base.json_value import JsonObject, JsonValue
from typewright.ir.models import Model
from typewright.ir.notes import ABSENT, Absent, Presence
from typewright.ir.types import TypeExpr

Made = TypeVar("Made")


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
    replacement: str | None = None
    """The `operationId` of what to use instead of a deprecated operation."""
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
    _made: dict[Callable[[Api], object], object] = field(default_factory=dict, compare=False, repr=False)

    def once(self, make: Callable[[Api], Made]) -> Made:
        """Return what the function `make` makes of this API; it is called once, by whoever asks first.

        Changed copies of the API share it: what is made may depend on `root` and `resolve` alone.
        """
        if make not in self._made:
            self._made[make] = make(self)
        return cast(Made, self._made[make])

    def every_operation(self) -> Iterator[Operation]:
        """Yield the operations of paths, their callbacks behind them, then the webhooks."""
        for operation in (*self.operations, *self.webhooks):
            yield operation
            yield from operation.callbacks
