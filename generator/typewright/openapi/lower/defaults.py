"""Defaults of components at their uses.

`default` is an annotation of a place in the instance (JSON Schema 2020-12 Validation, 9.2), and annotations are
collected through `$ref` and `allOf`; the one nearest to the use wins.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from typewright.base.json_value import JsonValue
from typewright.ir import ABSENT, Absent, AliasModel, Api, Model, ObjectModel, Operation, Ref, TypeExpr, not_null


def with_defaults(api: Api) -> Api:
    """Return `api` with the default of a component at each property and parameter that has none of its own."""
    models = {id_: _of_model(model, api.models) for id_, model in api.models.items()}
    return replace(
        api,
        models=models,
        operations=tuple(_of_operation(operation, api.models) for operation in api.operations),
        webhooks=tuple(_of_operation(operation, api.models) for operation in api.webhooks),
        global_parameters=tuple(
            replace(parameter, type=_annotated(parameter.type, api.models)) for parameter in api.global_parameters
        ),
    )


def _of_model(model: Model, models: Mapping[str, Model]) -> Model:
    if not isinstance(model, ObjectModel):
        return model
    types = [_annotated(field.type, models) for field in model.fields]
    if all(type_ is field.type for type_, field in zip(types, model.fields, strict=True)):
        return model
    return replace(
        model,
        fields=tuple(replace(field, type=type_) for type_, field in zip(types, model.fields, strict=True)),
    )


def _of_operation(operation: Operation, models: Mapping[str, Model]) -> Operation:
    return replace(
        operation,
        parameters=tuple(
            replace(parameter, type=_annotated(parameter.type, models)) for parameter in operation.parameters
        ),
        callbacks=tuple(_of_operation(callback, models) for callback in operation.callbacks),
    )


def _annotated(type_: TypeExpr, models: Mapping[str, Model]) -> TypeExpr:
    """Return the type of a place with the default that holds there; the type itself where nothing is added."""
    if type_.note.default is not ABSENT:
        return type_
    default = _default_of(type_, models)
    return type_ if default is ABSENT else replace(type_, note=replace(type_.note, default=default))


def _default_of(type_: TypeExpr, models: Mapping[str, Model]) -> JsonValue | Absent:
    """Return the default of the nearest component that a type refers to, through aliases."""
    met: set[str] = set()
    bare = not_null(type_)
    while isinstance(bare, Ref) and bare.id not in met and bare.id in models:
        met.add(bare.id)
        model = models[bare.id]
        if model.note.default is not ABSENT or not isinstance(model, AliasModel):
            return model.note.default
        if model.type.note.default is not ABSENT:
            return model.type.note.default
        bare = not_null(model.type)
    return ABSENT
