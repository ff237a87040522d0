"""The surface of an API: its methods, and the types that no schema states but every client handles.

Request objects, unions of several responses, envelopes around them, uploaded files, security and global parameters
become models like all others here, so that naming, pages and code treat them alike. Their ids are an operation's
pointer and a `?word`, which no JSON pointer of a schema ends with.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from typewright.ir import (
    Api,
    Media,
    Model,
    Operation,
    Parameter,
    Ref,
    Response,
    TypeExpr,
)

JSON = "application/json"
EVENT_STREAM = "text/event-stream"
FORM = "application/x-www-form-urlencoded"
SECURITY = "#/components/securitySchemes?security"


class RootKind(Enum):
    """What a root type is to its operation."""

    PARAMETER = "parameter"
    BODY = "body"
    REQUEST = "request"
    RESPONSE = "response"
    RESPONSES = "responses"
    """The union of several responses."""
    RESULT = "result"
    """The union of several responses where an envelope is around it."""
    ENVELOPE = "envelope"
    """What holds a response together with its headers or with the next page."""
    ERROR = "error"
    GLOBALS = "globals"
    SECURITY = "security"


@dataclass(frozen=True, slots=True)
class Root:
    """A type that an operation uses directly; `name` is a parameter's, `status` and `media_type` a response's."""

    kind: RootKind
    type: TypeExpr
    operation: Operation | None = None
    name: str = ""
    status: str = ""
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class ErrorBody:
    """One documented error of a method."""

    status: str
    media_type: str
    type: TypeExpr


@dataclass(frozen=True, slots=True)
class Method:
    """An operation as a caller sees it. `request` is the one argument: the request object, the body, or nothing."""

    operation: Operation
    parameters: tuple[Parameter, ...]
    body: Media | None
    body_required: bool
    request: TypeExpr | None
    request_is_body: bool
    response: TypeExpr | None
    """What a call gives: the only body, the union of several, or the envelope around it."""
    responses: tuple[tuple[Response, Media], ...]
    errors: tuple[ErrorBody, ...]
    security: Ref | None = None
    globals: Ref | None = None
    is_variant: bool = False
    """A further method of the operation, which sends the body in another media type."""


@dataclass(frozen=True, slots=True)
class Surface:
    """An API with its methods. `models` holds those of the API and those made here; `roots` are in page order."""

    api: Api
    models: Mapping[str, Model]
    methods: tuple[Method, ...]
    roots: tuple[Root, ...]


def essence(media_type: str) -> str:
    """Return a media type without its parameters, in lower case."""
    return media_type.split(";", 1)[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Whether a media type is JSON or built on it (RFC 6839, 3.1)."""
    name = essence(media_type)
    return name == JSON or name.endswith("+json")


def is_xml(media_type: str) -> bool:
    """Whether a media type is XML or built on it (RFC 7303)."""
    name = essence(media_type)
    return name in ("application/xml", "text/xml") or name.endswith("+xml")
