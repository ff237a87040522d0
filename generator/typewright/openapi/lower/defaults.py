"""Propagation of the defaults of components to the properties and parameters that refer to them.

`default` is an annotation (JSON Schema 2020-12 Validation, 9.2), and annotations are collected through `$ref` and
`allOf`. The one nearest to the property or parameter is used.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from typewright.base.json_value import JsonValue
from typewright.ir import ABSENT, Absent, AliasModel, Api, Model, ObjectModel, Operation, Ref, TypeExpr, not_null


def with_defaults(api: Api) -> Api:
    """Return `api` with the defaults of components copied to the properties and parameters without one."""
    models = {id_: _model_with_defaults(model, api.models) for id_, model in api.models.items()}
    return replace(
        api,
        models=models,
        operations=tuple(_operation_with_defaults(operation, api.models) for operation in api.operations),
        webhooks=tuple(_operation_with_defaults(operation, api.models) for operation in api.webhooks),
        global_parameters=tuple(
            replace(parameter, type=_with_default(parameter.type, api.models)) for parameter in api.global_parameters
        ),
    )


def _model_with_defaults(model: Model, models: Mapping[str, Model]) -> Model:
    if not isinstance(model, ObjectModel):
        return model
    types = [_with_default(field.type, models) for field in model.fields]
    if all(type_ is field.type for type_, field in zip(types, model.fields, strict=True)):
        return model
    return replace(
        model,
        fields=tuple(replace(field, type=type_) for type_, field in zip(types, model.fields, strict=True)),
    )


def _operation_with_defaults(operation: Operation, models: Mapping[str, Model]) -> Operation:
    return replace(
        operation,
        parameters=tuple(
            replace(parameter, type=_with_default(parameter.type, models)) for parameter in operation.parameters
        ),
        callbacks=tuple(_operation_with_defaults(callback, models) for callback in operation.callbacks),
    )


def _with_default(type_: TypeExpr, models: Mapping[str, Model]) -> TypeExpr:
    """Return `type_` with the default of the component that it refers to, unless it has a default of its own."""
    if type_.annotations.default is not ABSENT:
        return type_
    default = _default_of(type_, models)
    return type_ if default is ABSENT else replace(type_, annotations=replace(type_.annotations, default=default))


def _default_of(type_: TypeExpr, models: Mapping[str, Model]) -> JsonValue | Absent:
    """Return the default of the nearest component that `type_` refers to through aliases, or ABSENT."""
    seen: set[str] = set()
    target = not_null(type_)
    while isinstance(target, Ref) and target.id not in seen and target.id in models:
        seen.add(target.id)
        model = models[target.id]
        if model.annotations.default is not ABSENT or not isinstance(model, AliasModel):
            return model.annotations.default
        if model.type.annotations.default is not ABSENT:
            return model.type.annotations.default
        target = not_null(model.type)
    return ABSENT
