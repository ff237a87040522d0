"""Replacement of authored examples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonValue
from typewright.examples.invalid import InvalidExample
from typewright.ir import (
    ABSENT,
    AliasModel,
    Api,
    Body,
    Field,
    ListOf,
    MapOf,
    Media,
    Model,
    Nullable,
    ObjectModel,
    Operation,
    Parameter,
    Scalar,
    StreamOf,
    TypeExpr,
    UnionModel,
)

_Annotated = TypeVar("_Annotated", bound="TypeExpr | Model")


def with_valid_examples(api: Api, invalid: Iterable[InvalidExample]) -> Api:
    """Return `api` with each invalid example replaced by the valid value found for it."""
    instead = {example.example.pointer: example.instead for example in invalid if example.instead is not ABSENT}
    if not instead:
        return api
    change = _Change(instead)
    return replace(
        api,
        models={id_: change.model(model) for id_, model in api.models.items()},
        operations=tuple(map(change.operation, api.operations)),
        webhooks=tuple(map(change.operation, api.webhooks)),
        global_parameters=tuple(map(change.parameter, api.global_parameters)),
    )


class _Change(Struct, frozen=True):
    """New examples, by the pointers of the examples that they replace."""

    instead: Mapping[str, JsonValue]

    def operation(self, operation: Operation) -> Operation:
        """Return `operation` with its examples replaced."""
        responses = tuple(
            replace(response, media=tuple(map(self.media, response.media))) for response in operation.responses
        )
        return replace(
            operation,
            parameters=tuple(map(self.parameter, operation.parameters)),
            body=operation.body and self.body(operation.body),
            responses=responses,
            callbacks=tuple(map(self.operation, operation.callbacks)),
        )

    def parameter(self, parameter: Parameter) -> Parameter:
        """Return `parameter` with its examples replaced."""
        example = self.instead.get(f"{parameter.pointer}/example", parameter.example)
        return replace(parameter, type=self.type(parameter.type), example=example)

    def body(self, body: Body) -> Body:
        """Return `body` with its examples replaced."""
        return replace(body, media=tuple(map(self.media, body.media)))

    def media(self, media: Media) -> Media:
        """Return `media` with its examples replaced."""
        examples = tuple(
            (name, self.instead.get(f"{media.pointer}/examples/{escape(name)}/value", value))
            for name, value in media.examples
        )
        example = self.instead.get(f"{media.pointer}/example", media.example)
        return replace(media, type=media.type and self.type(media.type), example=example, examples=examples)

    def model(self, model: Model) -> Model:
        """Return `model` with its examples replaced."""
        model = self._annotated(model)
        match model:
            case ObjectModel(fields=fields, additional=additional):
                changed = tuple(map(self.field, fields))
                return replace(model, fields=changed, additional=additional and self.type(additional))
            case UnionModel(members=members):
                return replace(model, members=tuple(map(self.type, members)))
            case AliasModel(type=type_):
                return replace(model, type=self.type(type_))
        return model

    def field(self, field: Field) -> Field:
        """Return `field` with its examples replaced."""
        return replace(field, type=self.type(field.type))

    def type(self, type_: TypeExpr) -> TypeExpr:
        """Return `type_` with its examples replaced."""
        type_ = self._annotated(type_)
        match type_:
            case Nullable(of=inner):
                return replace(type_, of=self.type(inner))
            case ListOf(item=inner) | StreamOf(item=inner):
                return replace(type_, item=self.type(inner))
            case MapOf(value=inner):
                return replace(type_, value=self.type(inner))
            case Scalar(alternatives=alternatives):
                return replace(type_, alternatives=tuple(map(self.type, alternatives)))
        return type_

    def _annotated(self, annotated: _Annotated) -> _Annotated:
        pointer = f"{annotated.pointer}/example"
        if pointer not in self.instead:
            return annotated
        return replace(annotated, annotations=replace(annotated.annotations, example=self.instead[pointer]))
