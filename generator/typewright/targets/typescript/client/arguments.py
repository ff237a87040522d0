"""The arguments of methods that take parameters and body one by one instead of a request object."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from typewright.client import ClientMethod
from typewright.client.signatures import Flattening, request_fields
from typewright.ir import Field, ObjectModel, Ref
from typewright.naming.words import member_identifier
from typewright.surface import Surface
from typewright.targets.typescript.models.placement import RESERVED_WORDS
from typewright.targets.typescript.models.presence import PresenceRules
from typewright.targets.typescript.options import TypeScriptOptions, spelling_of
from typewright.targets.typescript.quoting import property_key
from typewright.targets.typescript.stems import unused

_TAKEN: Final = frozenset({"accept", "client", "operation", "options", "paging", "request", "security"})
"""The other names in functions and methods."""


class TakenArgument(Struct, frozen=True, kw_only=True):
    """An argument of a method that is a property of its request object."""

    name: str
    property: str
    """The name of the property in the request object."""
    field: Field
    is_required: bool


def taken_arguments(surface: Surface, options: TypeScriptOptions, method: ClientMethod) -> tuple[TakenArgument, ...]:
    """Return the arguments that a method takes instead of its request, in order: required ones first.

    There are none if it takes the request as a whole: where it has more than `max_method_params`, or only a body.
    """
    order = options.flattening_order == "body-first"
    flattening = Flattening(always=False, max_params=options.max_method_params, body_first=order)
    shapes = request_fields(method, surface, flattening)
    request = method.source.request
    model = surface.models[request.id] if shapes and isinstance(request, Ref) else None
    if not isinstance(model, ObjectModel):
        return ()
    spelled = dict(zip(map(id, model.fields), spelling_of(options).of_model(model), strict=False))
    presence = PresenceRules.of(surface.models, options)
    taken: dict[str, TakenArgument] = {}
    for shape in shapes:
        written = spelled[id(shape.field)]
        name = member_identifier(written) or "value"
        name = unused(f"{name}_" if name in RESERVED_WORDS | _TAKEN else name, taken)
        is_required = not presence.is_optional(shape.field)
        taken[name] = TakenArgument(name=name, property=written, field=shape.field, is_required=is_required)
    return tuple(sorted(taken.values(), key=lambda argument: not argument.is_required))


def request_literal(arguments: tuple[TakenArgument, ...]) -> str:
    """Return the expression of the request object that is made of arguments."""
    shown = (
        argument.name if argument.name == argument.property else f"{property_key(argument.property)}: {argument.name}"
        for argument in arguments
    )
    return f"{{ {', '.join(shown)} }}"
