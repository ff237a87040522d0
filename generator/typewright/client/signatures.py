"""The signatures of methods: one argument for each parameter and property of the body, or for the request object.

Whether a request is flattened is an option of the target, and how far: to the properties of the body, or to the body.
"""

from __future__ import annotations

from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from typewright.base.encoded_record import EncodedRecord
from typewright.client.arguments import Argument
from typewright.client.methods import ClientMethod
from typewright.ir import NO_ANNOTATIONS, Field, Model, ObjectModel, Presence, Ref
from typewright.surface import Surface

REQUEST_TEXT = "The request object to use for the request."
SERVER_TEXT = "An optional server URL to use."


class Origin(Enum):
    """The part of a request that an argument of a method is."""

    PARAMETER = "parameter"
    BODY_FIELD = "body field"
    BODY = "body"
    """The body as a whole, besides parameters."""
    REQUEST = "request"
    """The request object, which contains all parameters and the body."""


class SignatureField(EncodedRecord, frozen=True, kw_only=True):
    """One argument of a method; a language gives it a name."""

    origin: Origin
    field: Field
    argument: Argument | None = None
    """The parameter that the argument is for; None for all other arguments."""

    @property
    def name(self) -> str:
        """The name on the wire.

        For parameters of the same name in two locations, the name of the request's field may differ.
        """
        return self.field.name if self.argument is None else self.argument.name


class Flattening(Struct, frozen=True, kw_only=True):
    """Which requests are flattened into separate arguments, and in which order."""

    always: bool = True
    max_params: int = 0
    """The number of arguments up to which a request is flattened although `always` is false."""
    body_first: bool = False


def body_fields(method: ClientMethod, flattening: Flattening) -> tuple[Field, ...] | None:
    """Return the fields of a body that are separate arguments; None if the body is one argument.

    An object is taken apart where a call can't do without it, or without one of the parameters beside it.
    """
    return _body_fields(method) if _is_flattened(method, flattening) else None


def signature_fields(method: ClientMethod, surface: Surface, flattening: Flattening) -> tuple[SignatureField, ...]:
    """Return the arguments of a method, in the order of its request."""
    request = method.source.request
    if request is None:
        return ()
    fields = body_fields(method, flattening)
    model = surface.models.get(request.id) if isinstance(request, Ref) else None
    beside = _fields(model) if method.arguments and _is_flattened(method, flattening) else ()
    if fields is None and not beside:
        type_ = replace(request, annotations=replace(NO_ANNOTATIONS, description=REQUEST_TEXT))
        field = Field("request", type_, Presence.REQUIRED, method.pointer)
        return (SignatureField(origin=Origin.REQUEST, field=field),)
    parameters = [
        SignatureField(origin=Origin.PARAMETER, field=field, argument=argument)
        for field, argument in zip(beside, method.arguments, strict=False)
    ]
    whole = beside[len(method.arguments) :] if fields is None else ()
    body = [SignatureField(origin=Origin.BODY_FIELD, field=field) for field in fields or ()]
    body += [SignatureField(origin=Origin.BODY, field=field) for field in whole]
    return tuple(body + parameters if flattening.body_first else parameters + body)


def request_fields(method: ClientMethod, surface: Surface, flattening: Flattening) -> tuple[SignatureField, ...]:
    """Return the fields of a method's request object as arguments; the body is one of them.

    There are none if the method takes the object, or nothing but a body.
    """
    request = method.source.request
    count = len(method.arguments) + int(method.source.body is not None)
    if not isinstance(request, Ref) or not method.arguments or not _is_within(count, method, flattening):
        return ()
    fields = _fields(surface.models.get(request.id))
    parameters = [
        SignatureField(origin=Origin.PARAMETER, field=field, argument=argument)
        for field, argument in zip(fields, method.arguments, strict=False)
    ]
    body = [SignatureField(origin=Origin.BODY, field=field) for field in fields[len(method.arguments) :]]
    return tuple(body + parameters if flattening.body_first else parameters + body)


def _is_within(count: int, method: ClientMethod, flattening: Flattening) -> bool:
    """Return whether a method with `count` arguments takes them one by one; a limit of its own goes before."""
    limit = flattening.max_params if method.max_method_params is None else method.max_method_params
    return flattening.always or count <= limit


def _is_flattened(method: ClientMethod, flattening: Flattening) -> bool:
    """Return whether a method takes its parameters and the fields of its body as separate arguments."""
    fields = _body_fields(method)
    count = len(method.arguments) + (len(fields) if fields is not None else int(method.source.body is not None))
    return _is_within(count, method, flattening)


def _body_fields(method: ClientMethod) -> tuple[Field, ...] | None:
    body = method.body
    if body is None or not body.is_object or method.source.body is None or method.source.body.type is None:
        return None
    is_needed = body.required or any(argument.required for argument in method.arguments)
    return body.fields if body.fields and is_needed else None


def _fields(model: Model | None) -> tuple[Field, ...]:
    """Return the fields of a request object: its parameters, then its body."""
    return model.fields if isinstance(model, ObjectModel) else ()
