"""What a Python method takes: the fields of its request one by one, or the request as one argument."""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from typewright.ir import NO_NOTE, Field, ObjectModel, Presence, Ref, not_null, unfold
from typewright.surface import Method, Surface
from typewright.targets.python.docs.fields import FieldRows
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.words import attributes

REQUEST_TEXT = "The request object to use for the request."
_BUILTINS = frozenset(dir(builtins))


class Origin(Enum):
    """What an argument is to the request."""

    PARAMETER = "parameter"
    BODY_FIELD = "body field"
    BODY = "body"
    """The body as a whole, beside parameters."""
    REQUEST = "request"
    """All that the method takes."""


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument; `name` is the one that tables show, `keyword` the one that a call writes."""

    name: str
    keyword: str
    field: Field
    origin: Origin
    required: bool


@dataclass(frozen=True, slots=True)
class Signatures:
    """Makes the signatures of one target's methods."""

    surface: Surface
    target: PythonOptions
    rows: FieldRows

    def arguments(self, method: Method) -> tuple[Argument, ...]:
        """Return the arguments of a method in the order of its signature: those that it needs go first."""
        found = list(self._fields(method))
        names = attributes((each.name, each.preferred_name) for _, each in found)
        made = [
            Argument(name, self._keyword(name), each, origin, not self.rows.is_optional(each))
            for name, (origin, each) in zip(names, found, strict=True)
        ]
        return tuple(sorted(made, key=lambda argument: not argument.required))

    def body_fields(self, method: Method) -> tuple[Field, ...] | None:
        """Return the fields of a body that are arguments of their own; None where the body is one argument.

        An object is taken apart beside parameters; without any, only where a call can't do without it.
        """
        return self._body_fields(method) if self._flattens(method) else None

    def _flattens(self, method: Method) -> bool:
        """Whether a method takes its parameters and the fields of its body one by one."""
        fields = self._body_fields(method)
        count = len(method.parameters) + (len(fields) if fields is not None else int(method.body is not None))
        return self.target.flatten_requests or count <= self.target.max_method_params

    def _body_fields(self, method: Method) -> tuple[Field, ...] | None:
        if method.body is None or method.body.type is None:
            return None
        bare = not_null(unfold(method.body.type, self.surface.models))
        model = self.surface.models[bare.id] if isinstance(bare, Ref) else None
        if not isinstance(model, ObjectModel) or not (method.parameters or method.body_required):
            return None
        return model.fields

    def _fields(self, method: Method) -> Iterator[tuple[Origin, Field]]:
        if method.request is None:
            return
        fields = self.body_fields(method)
        beside = self._request_fields(method) if method.parameters and self._flattens(method) else ()
        if fields is None and not beside:
            type_ = replace(method.request, note=replace(NO_NOTE, description=REQUEST_TEXT))
            yield Origin.REQUEST, Field("request", type_, Presence.REQUIRED, method.operation.pointer)
            return
        parameters = [(Origin.PARAMETER, each) for each in beside[: len(method.parameters)]]
        whole = [] if fields is not None else [(Origin.BODY, each) for each in beside[len(method.parameters) :]]
        body = [(Origin.BODY_FIELD, each) for each in fields or ()] + whole
        yield from body + parameters if self.target.flattening_order == "body-first" else parameters + body

    def _request_fields(self, method: Method) -> tuple[Field, ...]:
        """Return the fields of the object that stands for a method's request: its parameters, then its body."""
        ref = method.request
        model = self.surface.models[ref.id] if isinstance(ref, Ref) else None
        return model.fields if isinstance(model, ObjectModel) else ()

    def _keyword(self, name: str) -> str:
        taken = name in _BUILTINS and name not in self.target.redefined_builtins
        return f"{name}_" if taken else name
