"""The signatures of Python methods: the fields of the request as arguments, or the request as one argument."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence, Set

from msgspec import Struct
from msgspec import field as struct_field
from msgspec.structs import replace

from typewright.base.recording import Recorded
from typewright.client import ClientMethod
from typewright.client.signatures import Flattening, Origin, SignatureField, body_fields, signature_fields
from typewright.ir import Field, Model, ObjectModel, Ref, has_scalar_default
from typewright.naming.ledger import Ledger
from typewright.surface import Surface
from typewright.targets.contract import Project
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.words import attribute, attributes

_BUILTINS = frozenset(dir(builtins))
CALL_OPTIONS = frozenset({"retries", "server_url", "timeout_ms", "http_headers", "accept_header_override"})
"""The keywords of every method that are not arguments of its operation."""
_OWN = CALL_OPTIONS | {"self"}
"""The arguments of every method, whose names the arguments of operations must not use."""
CONTENT_TYPE = "content_type"
"""The argument that chooses among the media types of a body, of methods that have a choice."""
_LEDGER_SCOPE = "argument"


class Argument(Struct, frozen=True, kw_only=True):
    """One argument; `name` is shown in tables, `keyword` is used by calls."""

    name: str
    keyword: str
    shape: SignatureField
    required: bool
    """Whether pages list it among the required ones."""
    is_needed: bool
    """Whether a call has to pass it: not if the request is an optional body, although pages list it as required."""

    @property
    def field(self) -> Field:
        """The part of the request that the argument is."""
        return self.shape.field

    @property
    def origin(self) -> Origin:
        """The location in the request."""
        return self.shape.origin


class RequestObject(Struct, frozen=True, kw_only=True):
    """An argument that holds all parameters of a method, and its body."""

    keyword: str
    type: Ref
    parameters: tuple[str, ...]
    """The attributes of its class for the method's parameters, in order."""
    body: str | None
    """The attribute for the body; None without a body."""


class Signatures(Recorded, Struct, frozen=True):
    """Makes the signatures of one target's methods."""

    surface: Surface
    target: PythonOptions
    ledger: Ledger
    _made: Mapping[str, tuple[Argument, ...]] = struct_field(default_factory=dict)
    """The arguments of the methods of the client, by the ids of their operations."""

    def arguments(self, method: ClientMethod) -> tuple[Argument, ...]:
        """Return the arguments of a method in the order of its signature: those that it needs go first."""
        made = self._made.get(method.operation.id)
        return self._arguments(method) if made is None else made

    def request_object(self, method: ClientMethod, avoided: Set[str] = frozenset()) -> RequestObject | None:
        """Return the argument that is a whole request; None if there are several, or if it is the body.

        `avoided` are the names that no attribute of a model has.
        """
        argument = next((made for made in self.arguments(method) if made.origin is Origin.REQUEST), None)
        request = method.source.request
        if argument is None or method.source.request_is_body or not isinstance(request, Ref):
            return None
        model = self.surface.models[request.id]
        fields = model.fields if isinstance(model, ObjectModel) else ()
        names = attributes(((field.name, field.preferred_name) for field in fields), avoided)
        count = len(method.arguments)
        body = names[count] if len(names) > count else None
        return RequestObject(keyword=argument.keyword, type=request, parameters=tuple(names[:count]), body=body)

    def path(self, method: ClientMethod, name: str, avoided: Set[str] = frozenset(), *, is_in_body: bool) -> str | None:
        """Return the location of a parameter or a body member in a call, by its name on the wire; None if absent.

        It is an argument, `cursor`, or `request/cursor` for a member of a body that is one argument. `avoided` are the
        names that no attribute of a model has.
        """
        request = self.request_object(method, avoided)
        if request is not None and not is_in_body:
            named = zip(method.arguments, request.parameters, strict=True)
            return next((keyword for argument, keyword in named if argument.name == name), None)
        alone = Origin.BODY_FIELD if is_in_body else Origin.PARAMETER
        for argument in self.arguments(method):
            if argument.origin is alone and argument.shape.name == name:
                return argument.keyword
            if is_in_body and argument.origin in (Origin.BODY, Origin.REQUEST):
                body = argument.keyword if request is None else request.body
                return f"{body}/{attribute(name)}"
        return None

    def _arguments(self, method: ClientMethod) -> tuple[Argument, ...]:
        shapes = signature_fields(method, self.surface, self._flattening)
        names = self._names(method, shapes)
        made = [self._argument(method, name, shape) for name, shape in zip(names, shapes, strict=True)]
        return tuple(sorted(made, key=lambda argument: not argument.required))

    def _names(self, method: ClientMethod, shapes: Sequence[SignatureField]) -> Sequence[str]:
        """Return the names of arguments; names that collide with others, or with options, are kept by the ledger."""
        own = _OWN if method.security_type is None else _OWN | {"security"}
        own = own | {CONTENT_TYPE} if method.body is not None and method.body.chosen_types else own
        preferred_names = attributes(((shape.field.name, shape.field.preferred_name) for shape in shapes), own)
        plain = [attribute(shape.field.preferred_name or shape.name) for shape in shapes]
        ids = [_argument_id(method, shape) for shape in shapes]
        held = self.ledger.kept
        if preferred_names == plain and not any((_LEDGER_SCOPE, id_) in held for id_ in ids):
            return preferred_names
        names = self.ledger.names(_LEDGER_SCOPE, dict(zip(ids, preferred_names, strict=True)), own)
        return [names[id_] for id_ in ids]

    def body_fields(self, method: ClientMethod) -> tuple[Field, ...] | None:
        """Return the fields of a body that are separate arguments; None if the body is one argument."""
        return body_fields(method, self._flattening)

    @property
    def _flattening(self) -> Flattening:
        target = self.target
        body_first = target.flattening_order == "body-first"
        return Flattening(always=target.flatten_requests, max_params=target.max_method_params, body_first=body_first)

    def _argument(self, method: ClientMethod, name: str, shape: SignatureField) -> Argument:
        defaults_are_optional = self.target.optional_by_default
        required = not is_omittable(shape.field, self.surface.models, defaults_are_optional=defaults_are_optional)
        is_body = shape.origin is Origin.REQUEST and method.source.request_is_body
        needed = method.source.body_required if is_body else required and not self._is_empty(shape)
        return Argument(name=name, keyword=self._keyword(name), shape=shape, required=required, is_needed=needed)

    def _is_empty(self, shape: SignatureField) -> bool:
        """Return whether an argument is a request object without fields: all parameters are hidden global ones."""
        type_ = shape.field.type
        model = self.surface.models[type_.id] if isinstance(type_, Ref) else None
        return shape.origin is Origin.REQUEST and isinstance(model, ObjectModel) and not model.fields

    def _keyword(self, name: str) -> str:
        taken = name in _BUILTINS and name not in self.target.redefined_builtins
        return f"{name}_" if taken else name


def signatures_of(project: Project[PythonOptions]) -> Signatures:
    """Return the signatures of a project's methods; names of arguments that have to be stable are recorded."""
    signatures = Signatures(project.surface, project.options, project.names.ledger)
    made = {id_: signatures.arguments(method) for id_, method in project.client.methods.items()}
    return replace(signatures, _made=project.recorder.mapping("arguments", made))


def _argument_id(method: ClientMethod, shape: SignatureField) -> str:
    """Return the stable id of an argument: its operation, its location and its name there."""
    location = shape.origin.value if shape.argument is None else shape.argument.location.value
    return f"{method.operation.id}?{location} {shape.name}"


def is_omittable(field: Field, models: Mapping[str, Model], *, defaults_are_optional: bool) -> bool:
    """Return whether a field or an argument may be omitted.

    With `defaults_are_optional`, a required one with a scalar default may be.
    """
    if not field.required:
        return True
    return defaults_are_optional and has_scalar_default(field.type, models)
