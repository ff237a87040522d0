"""What a method takes in a language that passes things one by one: parameters, properties of the body, or the request.

Whether a request is taken apart is an option of the target; a language that always passes the request object as a
whole needs none of this.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from typewright.client.arguments import Argument
from typewright.client.methods import ClientMethod
from typewright.ir import NO_ANNOTATIONS, Field, Model, ObjectModel, Presence, Ref
from typewright.surface import Surface

REQUEST_TEXT = "The request object to use for the request."
SERVER_TEXT = "An optional server URL to use."


class Origin(Enum):
    """What an argument of a method is to the request."""

    PARAMETER = "parameter"
    BODY_FIELD = "body field"
    BODY = "body"
    """The body as a whole, beside parameters."""
    REQUEST = "request"
    """All that the method takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureField:
    """One argument of a method; a language gives it a name."""

    origin: Origin
    field: Field
    argument: Argument | None = None
    """Where a parameter goes; None for all else."""

    @property
    def name(self) -> str:
        """The name on the wire; for parameters in two places, that of the request's field may differ."""
        return self.field.name if self.argument is None else self.argument.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Flattening:
    """Which requests are taken apart, and in which order."""

    always: bool = True
    max_params: int = 0
    """Up to how many arguments a request is taken apart although `always` is false."""
    body_first: bool = False


def body_fields(method: ClientMethod, flattening: Flattening) -> tuple[Field, ...] | None:
    """Return the fields of a body that are arguments of their own; None where the body is one argument.

    An object is taken apart where a call can't do without it, or without one of the parameters beside it.
    """
    return _body_fields(method) if _is_flattened(method, flattening) else None


def signature_fields(method: ClientMethod, surface: Surface, flattening: Flattening) -> tuple[SignatureField, ...]:
    """Return what a method takes, in the order of its request."""
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


def _is_flattened(method: ClientMethod, flattening: Flattening) -> bool:
    """Return whether a method takes its parameters and the fields of its body one by one."""
    fields = _body_fields(method)
    count = len(method.arguments) + (len(fields) if fields is not None else int(method.source.body is not None))
    return flattening.always or count <= flattening.max_params


def _body_fields(method: ClientMethod) -> tuple[Field, ...] | None:
    body = method.body
    if body is None or not body.is_object or method.source.body is None or method.source.body.type is None:
        return None
    is_needed = body.required or any(argument.required for argument in method.arguments)
    return body.fields if body.fields and is_needed else None


def _fields(model: Model | None) -> tuple[Field, ...]:
    """Return the fields of a request object: its parameters, then its body."""
    return model.fields if isinstance(model, ObjectModel) else ()
