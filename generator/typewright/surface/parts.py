"""The data types of a surface: methods, root types and errors.

Request objects, unions of several responses, envelopes, uploaded files, security and global parameters are models like
those of schemas, so that naming, pages and code handle them alike. Their ids are the pointer of an operation and a
suffix `?word`, which the pointer of a schema never has.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct

from typewright.base.encoded_record import EncodedRecord
from typewright.ir import (
    Api,
    ListOf,
    Media,
    Model,
    Operation,
    Parameter,
    Ref,
    Response,
    Scalar,
    StreamOf,
    TypeExpr,
)
from typewright.ir.media_types import essence

JSON = "application/json"
EVENT_STREAM = "text/event-stream"
FORM = "application/x-www-form-urlencoded"
SECURITY = "#/components/securitySchemes?security"
HTTP_METADATA = "#/components/responses?http"
"""The id of the object with the request and the response of a call."""


class RootKind(Enum):
    """The role of a root type in its operation."""

    PARAMETER = "parameter"
    BODY = "body"
    REQUEST = "request"
    RESPONSE = "response"
    RESPONSES = "responses"
    """The union of several responses."""
    RESULT = "result"
    """The union of several responses inside an envelope."""
    ENVELOPE = "envelope"
    """The object with a response and its headers, or with a page of results."""
    ERROR = "error"
    GLOBALS = "globals"
    SECURITY = "security"
    INCLUDED = "included"
    """A component that has a type whether or not an operation uses it."""


_OF_ENVELOPES = f"?{RootKind.ENVELOPE.value}"
_OF_RESULTS = (f"?{RootKind.RESPONSES.value}", f"?{RootKind.RESULT.value}")
"""The ends of the ids of types that are made of whole answers."""


class Root(EncodedRecord, frozen=True):
    """A type that an operation uses directly. Parameters have a `name`, responses a `status` and a `media_type`."""

    kind: RootKind
    type: TypeExpr
    operation: Operation | None = None
    name: str = ""
    status: str = ""
    media_type: str = ""


class ErrorBody(EncodedRecord, frozen=True):
    """A documented error response of a method with its type."""

    status: str
    media_type: str
    type: TypeExpr


class Method(EncodedRecord, frozen=True):
    """An operation as callers see it. `request` is the type of the argument: a request object, the body, or None."""

    operation: Operation
    parameters: tuple[Parameter, ...]
    body: Media | None
    body_required: bool
    request: TypeExpr | None
    request_is_body: bool
    response: TypeExpr | None
    """The type that a call returns: the only body, the union of several bodies, or the envelope around them."""
    responses: tuple[tuple[Response, Media], ...]
    content_fields: Mapping[str, str]
    """The field of the envelope that has the content of a response, by the pointer of its media type."""
    errors: tuple[ErrorBody, ...]
    security: Ref | None = None
    globals: Ref | None = None
    is_variant: bool = False
    is_repeated: bool = False
    """Whether the method is that of an operation which another group has as well."""
    """Whether this is a variant of the operation that sends the body in another media type (`media_variants`)."""


class Surface(Struct, frozen=True):
    """An API with its methods. `models` has the models of the API and of the methods; `roots` is in page order."""

    api: Api
    models: Mapping[str, Model]
    methods: tuple[Method, ...]
    roots: tuple[Root, ...]

    @property
    def called_methods(self) -> tuple[Method, ...]:
        """The methods of operations on paths, each once, although several groups may have it."""
        return tuple(method for method in self.methods if method.operation.kind == "path" and not method.is_repeated)


def is_json(media_type: str) -> bool:
    """Return whether a media type is JSON (or `text/json`), or has the suffix `+json` (RFC 6839, 3.1)."""
    name = essence(media_type)
    return name in (JSON, "text/json") or name.endswith("+json")


def is_envelope(id_: str) -> bool:
    """Return whether a model, by its id, is the object with a response and its headers, or with a page of results."""
    return id_.endswith(_OF_ENVELOPES)


def is_result(id_: str) -> bool:
    """Return whether a model, by its id, is the union of several responses."""
    return id_.endswith(_OF_RESULTS)


def is_raw_answer(type_: TypeExpr) -> bool:
    """Return whether a type is the content of a response as bytes, in a media type other than XML."""
    return isinstance(type_, Scalar) and type_.media_type is not None and not is_xml(type_.media_type)


def is_xml_answer(type_: TypeExpr) -> bool:
    """Return whether a type is the content of a response in XML; clients give it as text."""
    return isinstance(type_, Scalar) and type_.media_type is not None and is_xml(type_.media_type)


def is_xml(media_type: str) -> bool:
    """Return whether a media type is XML or has the suffix `+xml` (RFC 7303)."""
    name = essence(media_type)
    return name in ("application/xml", "text/xml") or name.endswith("+xml")


def type_key(type_: TypeExpr) -> object:
    """Return a key that is equal for equal response types. References are equal if their targets are the same."""
    match type_:
        case Ref(id=id_):
            return id_
        case StreamOf(item=item, is_lines=is_lines):
            return ("lines" if is_lines else "stream", type_key(item))
        case ListOf(item=item):
            return ("list", type_key(item))
        case Scalar(kind=kind, format=format_):
            return (kind, format_)
    return type_.pointer
