"""Rules on unions whose variants are ambiguous, and on objects without finite values."""

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
from typewright.lint.subject import Subject, members

_MOST_VARIANTS = 60
"""Unions of more variants are passed over: every pair is looked at."""


def ambiguous_unions(subject: Subject) -> Iterator[Finding]:
    """Yield the unions where a value with only one variant's required properties is valid for another variant."""
    for model in subject.api.models.values():
        if not isinstance(model, UnionModel) or "discriminator" in members(model.schema):
            continue
        objects = list(_objects(model, subject))
        for (first, one), (second, other) in permutations(objects[:_MOST_VARIANTS], 2):
            if _is_also(one, other, subject):
                message = f"variant {first + 1} with only its required properties is a variant {second + 1} too"
                yield Finding(model.pointer, message, key=True)
                break


def endless_schemas(subject: Subject) -> Iterator[Finding]:
    """Yield the objects that require themselves, directly or indirectly, so that they have no finite values."""
    models = subject.api.models
    finite: set[str] = set()
    remaining = list(models)
    while True:
        found = [id_ for id_ in remaining if _ends(models[id_], finite)]
        if not found:
            break
        finite.update(found)
        remaining = [id_ for id_ in remaining if id_ not in finite]
    for id_ in remaining:
        model = models[id_]
        if isinstance(model, ObjectModel):
            names = [field.name for field in model.fields if field.required and not _type_ends(field.type, finite)]
            if names:
                message = f"no value ends: the required property '{names[0]}' leads back here"
                yield Finding(model.pointer, message, key=True)


def _objects(model: UnionModel, subject: Subject) -> Iterator[tuple[int, ObjectModel]]:
    for index, member in enumerate(model.members):
        bare = not_null(unfold(member, subject.api.models))
        found = subject.api.models.get(bare.id) if isinstance(bare, Ref) else None
        if isinstance(found, ObjectModel):
            yield index, found


def _is_also(one: ObjectModel, other: ObjectModel, subject: Subject) -> bool:
    """Whether the smallest value of `one` is valid for `other`, with all its properties declared."""
    required = {field.name: field for field in one.fields if field.required}
    known = {field.name: field for field in other.fields}
    if any(field.required and field.name not in required for field in other.fields):
        return False
    return all(name in known and _overlap(field, known[name], subject) for name, field in required.items())


def _overlap(one: Field, other: Field, subject: Subject) -> bool:
    """Whether two fields may have a common value, by kinds and enumerated values."""
    first, second = (not_null(unfold(field.type, subject.api.models)) for field in (one, other))
    values, others = _listed(first, subject), _listed(second, subject)
    if values is not None and others is not None:
        return any(value in others for value in values)
    return _kind(first, subject) == _kind(second, subject)


def _listed(type_: TypeExpr, subject: Subject) -> list[object] | None:
    """Return the values that a type enumerates; None where it does not."""
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


def _ends(model: Model, finite: set[str]) -> bool:
    match model:
        case ObjectModel(fields=fields):
            return all(_type_ends(field.type, finite) for field in fields if field.required)
        case UnionModel(members=variants):
            return any(_type_ends(member, finite) for member in variants)
        case AliasModel(type=type_):
            return _type_ends(type_, finite)
    return True


def _type_ends(type_: TypeExpr, finite: set[str]) -> bool:
    return not isinstance(type_, Ref) or type_.id in finite or isinstance(type_, Nullable)
