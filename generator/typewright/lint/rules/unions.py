"""Rules about unions with ambiguous variants, and about objects without finite values."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from typewright.ir import (
    AliasModel,
    EnumModel,
    Field,
    Literal,
    Model,
    Nullable,
    ObjectModel,
    Ref,
    Scalar,
    TypeExpr,
    UnionModel,
    not_null,
    unfold,
)
from typewright.lint.rule import Finding
from typewright.lint.subject import Subject

_MAX_VARIANTS = 60
"""The maximum number of compared variants of a union, since all pairs are compared."""


def ambiguous_unions(subject: Subject) -> Iterator[Finding]:
    """Yield the unions with a variant whose required properties alone are valid for another variant."""
    for model in subject.api.models.values():
        if not isinstance(model, UnionModel) or model.discriminator is not None:
            continue
        objects = list(_objects(model, subject))
        for (first, one), (second, other) in permutations(objects[:_MAX_VARIANTS], 2):
            if _has_ambiguous_values(one, other, subject):
                message = f"variant {first + 1} with only its required properties is a variant {second + 1} too"
                yield Finding(model.pointer, message, at_key=True)
                break


def infinite_schemas(subject: Subject) -> Iterator[Finding]:
    """Yield the objects that require themselves, directly or indirectly, so that no finite value is valid."""
    models = subject.api.models
    finite: set[str] = set()
    remaining = list(models)
    while True:
        newly_finite = [id_ for id_ in remaining if _has_finite_value(models[id_], finite)]
        if not newly_finite:
            break
        finite.update(newly_finite)
        remaining = [id_ for id_ in remaining if id_ not in finite]
    for id_ in remaining:
        model = models[id_]
        if isinstance(model, ObjectModel):
            names = [field.name for field in model.fields if field.required and not _is_finite_type(field.type, finite)]
            if names:
                message = f"no value ends: the required property '{names[0]}' leads back here"
                yield Finding(model.pointer, message, at_key=True)


def _objects(model: UnionModel, subject: Subject) -> Iterator[tuple[int, ObjectModel]]:
    for index, member in enumerate(model.members):
        target = not_null(unfold(member, subject.api.models))
        member_model = subject.api.models.get(target.id) if isinstance(target, Ref) else None
        if isinstance(member_model, ObjectModel):
            yield index, member_model


def _has_ambiguous_values(first: ObjectModel, second: ObjectModel, subject: Subject) -> bool:
    """Return whether a value with only the required properties of `first`, all declared by `second`, is valid there."""
    required = {field.name: field for field in first.fields if field.required}
    declared = {field.name: field for field in second.fields}
    if any(field.required and field.name not in required for field in second.fields):
        return False
    return all(name in declared and _can_overlap(field, declared[name], subject) for name, field in required.items())


def _can_overlap(first_field: Field, second_field: Field, subject: Subject) -> bool:
    """Return whether two fields can have a common value, by their kinds and enumerated values."""
    first, second = (not_null(unfold(field.type, subject.api.models)) for field in (first_field, second_field))
    values, others = _enumerated_values(first, subject), _enumerated_values(second, subject)
    if values is not None and others is not None:
        return any(value in others for value in values)
    return _kind(first, subject) == _kind(second, subject)


def _enumerated_values(type_: TypeExpr, subject: Subject) -> list[object] | None:
    """Return the values of a constant or a closed enumeration; None for other types."""
    if isinstance(type_, Literal):
        return [type_.value]
    model = subject.api.models.get(type_.id) if isinstance(type_, Ref) else None
    if isinstance(model, EnumModel) and not model.open:
        return [value.value for value in model.values]
    return None


def _kind(type_: TypeExpr, subject: Subject) -> str:
    if isinstance(type_, Scalar | Literal):
        return type_.kind.value
    model = subject.api.models.get(type_.id) if isinstance(type_, Ref) else None
    if isinstance(model, EnumModel):
        return model.kind.value
    return type(type_ if model is None else model).__name__


def _has_finite_value(model: Model, finite: set[str]) -> bool:
    match model:
        case ObjectModel(fields=fields):
            return all(_is_finite_type(field.type, finite) for field in fields if field.required)
        case UnionModel(members=variants):
            return any(_is_finite_type(member, finite) for member in variants)
        case AliasModel(type=type_):
            return _is_finite_type(type_, finite)
    return True


def _is_finite_type(type_: TypeExpr, finite: set[str]) -> bool:
    return not isinstance(type_, Ref) or type_.id in finite or isinstance(type_, Nullable)
