"""The arguments of the calls on pages, and their values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from typewright.client import ClientMethod
from typewright.client.signatures import Origin
from typewright.examples.build import Examples
from typewright.examples.values import ExampleValue, Fields, Plain
from typewright.ir import ABSENT, Field, ObjectModel, Ref, TypeExpr, UnionModel, default_of, not_null, unfold
from typewright.naming.names import Package
from typewright.naming.operations import operation_name
from typewright.surface import Method, Surface
from typewright.targets.python.client.signatures import Argument, Signatures


class PassedArgument(Struct, frozen=True):
    """An argument with its value."""

    argument: Argument
    value: ExampleValue


class Arguments(Struct, frozen=True):
    """Chooses the arguments of a target's calls. Use it after the values of pages are sampled."""

    surface: Surface
    examples: Examples
    signatures: Signatures
    sampled: Mapping[str, tuple[PassedArgument, ...]] | None = None
    """The arguments of each call, by the ids of the operations; None if each use samples values of its own."""

    def of(self, method: ClientMethod) -> Iterable[PassedArgument]:
        """Return the argument values of a call, in signature order."""
        return self.new(method) if self.sampled is None else self.sampled[method.operation.id]

    def new(self, method: ClientMethod) -> Iterator[PassedArgument]:
        """Yield the argument values of a call, sampled now.

        These are required arguments, those with an authored example inside, and those with a scalar default.
        """
        arguments = self.signatures.arguments(method)
        if any(argument.origin is Origin.REQUEST for argument in arguments):
            value = self._request(method.source)
            if value is not None and not _is_empty(value):
                yield PassedArgument(arguments[0], value)
            return
        given = self._given(method)
        for argument in arguments:
            value = given.get((argument.origin, id(argument.field)))
            if value is None:
                value = self._default(argument.field)
            if value is not None:
                yield PassedArgument(argument, value)

    def _default(self, field: Field) -> ExampleValue | None:
        """Return the default of an optional argument if it is a scalar that may be shown, else None."""
        default = default_of(field.type, self.surface.models)
        if not isinstance(default, str | int | float) or not self.examples.is_presentable(default, field.type):
            return None
        return Plain(default)

    def _request(self, method: Method) -> ExampleValue | None:
        """Return the value of a request that is a single argument; None for an optional body that is left out."""
        if method.request is None:
            return None
        if method.request_is_body:
            authored = self._authored_body(method)
            if authored is not None:
                return authored
            if not method.body_required and not self.examples.has_example(method.request):
                return None
        return self._value(method.request, operation_name(method.operation))

    def _given(self, method: ClientMethod) -> Mapping[tuple[Origin, int], ExampleValue]:
        """Return the values of the arguments that a request is flattened into, by the identity of their fields."""
        found: dict[tuple[Origin, int], ExampleValue] = {}
        value = self._request(method.source)
        body: ExampleValue | None = value
        if method.arguments and isinstance(value, Fields):
            count = len(method.arguments)
            body_field = value.model.fields[count] if len(value.model.fields) > count else None
            body = None
            for member in value.members:
                if member.field is body_field:
                    body = member.value
                    found[Origin.BODY, id(member.field)] = member.value
                else:
                    found[Origin.PARAMETER, id(member.field)] = member.value
        if self.signatures.body_fields(method) is not None:
            found |= {
                (Origin.BODY_FIELD, id(field)): member for field, member in self._body_members(method.source, body)
            }
        return found

    def _body_members(self, method: Method, body: ExampleValue | None) -> Iterator[tuple[Field, ExampleValue]]:
        """Yield the members of a body; only the required ones of an optional body."""
        left_out = body is None
        if body is None and method.body is not None and method.body.type is not None:
            body = self._value(method.body.type, operation_name(method.operation))
        for member in body.members if isinstance(body, Fields) else ():
            if not member.redundant and (not left_out or member.field.required):
                yield member.field, member.value

    def _value(self, type_: TypeExpr, seed: str) -> ExampleValue:
        """Return the value of a request: that of its page, or a more complete one if calls show more than pages."""
        bare = not_null(unfold(type_, self.surface.models))
        if isinstance(bare, Ref):
            symbol = self.examples.names.of(bare, None if bare.by_reference else Package.OPERATIONS)
            model = self.surface.models[bare.id]
            if isinstance(model, ObjectModel) and not self._has_exemplary_body(model):
                return self.examples.page(symbol)
            if isinstance(model, ObjectModel | UnionModel):
                return self.examples.call(bare, symbol.name, Package.OPERATIONS)
        return self.examples.call(bare, seed, Package.OPERATIONS)

    def _has_exemplary_body(self, model: ObjectModel) -> bool:
        return model.id.endswith("?request") and any(
            not field.required and self.examples.has_example(field.type) for field in model.fields
        )

    def _authored_body(self, method: Method) -> ExampleValue | None:
        body = method.body
        if body is None or body.type is None:
            return None
        example = body.examples[0][1] if body.example is ABSENT and body.examples else body.example
        return None if example is ABSENT else self.examples.authored(example, body.type, Package.OPERATIONS)


def _is_empty(value: ExampleValue) -> bool:
    """Return whether a request has no fields, so that a call omits it."""
    return isinstance(value, Fields) and not value.model.fields
