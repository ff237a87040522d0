"""The arguments of a call: their location in the request, and their serialization (OpenAPI 3.1, 4.8.12)."""

from __future__ import annotations

from collections.abc import Mapping

from typewright.base.encoded_record import EncodedRecord
from typewright.base.json_value import JsonValue
from typewright.client.serialization import Style, style_of
from typewright.ir import (
    ABSENT,
    Absent,
    Field,
    Model,
    Nullable,
    Parameter,
    ParameterLocation,
    Presence,
    TypeExpr,
    default_of,
    unfold,
)
from typewright.surface.extensions import text_of
from typewright.surface.requests import parameter_field


class Deprecation(EncodedRecord, frozen=True, kw_only=True):
    """The deprecation of a method or an argument."""

    message: str | None = None
    instead: tuple[str, ...] = ()
    """The attributes that lead from the client to the replacement of a deprecated method."""


class Argument(EncodedRecord, frozen=True, kw_only=True):
    """A parameter of an operation, as a call passes it."""

    name: str
    """The name on the wire."""
    location: ParameterLocation
    type: TypeExpr
    field: Field
    """The parameter as a field of the request object: description, example and deprecation are its own."""
    required: bool
    nullable: bool
    default: JsonValue | Absent = ABSENT
    style: Style
    """The serialization style; `as_json` if the parameter has a `content`, whose media type is `media_type`."""
    media_type: str | None
    allow_reserved: bool
    is_global: bool
    """Whether the client has a default for it, which the argument of a method overrides."""
    is_hidden: bool
    """Whether it is a global parameter that the method does not accept."""
    deprecation: Deprecation | None
    pointer: str
    parameter: Parameter


def argument_of(parameter: Parameter, models: Mapping[str, Model]) -> Argument:
    """Return the argument for a parameter."""
    message = text_of(parameter.extensions.get("x-speakeasy-deprecation-message"))
    return Argument(
        name=parameter.name,
        location=parameter.location,
        type=parameter.type,
        field=parameter_field(parameter),
        required=parameter.presence is Presence.REQUIRED,
        nullable=isinstance(unfold(parameter.type, models), Nullable),
        default=default_of(parameter.type, models),
        style=style_of(parameter),
        media_type=parameter.content_type,
        allow_reserved=parameter.allow_reserved,
        is_global=parameter.is_global,
        is_hidden=parameter.is_hidden,
        deprecation=Deprecation(message=message) if parameter.deprecated else None,
        pointer=parameter.pointer,
        parameter=parameter,
    )
