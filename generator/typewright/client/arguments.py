"""Where the arguments of a call go, and how each is written (OpenAPI 3.1, 4.8.12)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from typewright.base.json_value import JsonValue
from typewright.client.serialization import Style, style_of
from typewright.ir import (
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Deprecation:
    """That something should not be used any more."""

    message: str | None = None
    instead: tuple[str, ...] = ()
    """The attributes that lead from the client to the method to use instead, of methods only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A parameter of an operation, as a call passes it."""

    name: str
    """On the wire."""
    location: ParameterLocation
    type: TypeExpr
    field: Field
    """The parameter as a field of the request object: description, example and deprecation are its own."""
    required: bool
    nullable: bool
    default: JsonValue | Absent
    style: Style
    """`as_json` where the parameter has a `content`, whose media type is `media_type`."""
    media_type: str | None
    allow_reserved: bool
    is_global: bool
    """Given once, for the client; a method that takes it too prefers its own."""
    is_hidden: bool
    """A global parameter that the method does not take."""
    deprecation: Deprecation | None
    pointer: str
    parameter: Parameter


def argument_of(parameter: Parameter, models: Mapping[str, Model]) -> Argument:
    """Return a parameter as an argument."""
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
