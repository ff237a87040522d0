"""Types whose wire form differs: they contain renamed properties, dates or bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from functools import partial

from typewright.base.kept_results import KeptResult
from typewright.ir import Model, ObjectModel, Ref, Scalar, ScalarKind, TypeExpr
from typewright.ir.model_references import references_of
from typewright.ir.walking import children, model_types, reachable, references
from typewright.targets.contract import Project
from typewright.targets.typescript.models.presence import PresenceRules
from typewright.targets.typescript.options import TypeScriptOptions, spelling_of
from typewright.targets.typescript.words import Spelling

_CONVERTED = ("date-time", "binary")
"""Formats of strings that are represented as an object of the platform."""


def differing_types(project: Project[TypeScriptOptions]) -> Set[str]:
    """Return the ids of all types whose wire form differs, directly or in a type that they contain."""
    users = project.once(_users)
    spelling = spelling_of(project.options)
    presence = PresenceRules.of(project.models, project.options)
    is_converted = partial(_is_converted, has_bigints=project.options.int64 == "bigint")
    own = [
        id_
        for id_, model in project.models.items()
        if _is_renamed(model, spelling) or _is_filled(model, presence) or any(map(is_converted, model_types(model)))
    ]
    return project.recorder.set("differing types", reachable(own, lambda id_: users.get(id_, ())))


def _users(project: Project[TypeScriptOptions]) -> Mapping[str, list[str]]:
    """Return the ids of the types that are made of each type, by its id."""
    return _USERS.of(references_of(project.models, project.options.language))


def _users_of(found: Mapping[str, Iterable[Ref]]) -> dict[str, list[str]]:
    users: dict[str, list[str]] = {}
    for id_, refs in found.items():
        for ref in refs:
            users.setdefault(ref.id, []).append(id_)
    return users


_USERS = KeptResult(_users_of)


def _is_renamed(model: Model, spelling: Spelling) -> bool:
    """Return whether a property has another name, or additional properties are in a property of their own."""
    if not isinstance(model, ObjectModel):
        return False
    names = spelling.of_model(model)
    return spelling.has_additional_properties(model) or any(
        field.name != name for field, name in zip(model.fields, names, strict=False)
    )


def _is_filled(model: Model, presence: PresenceRules) -> bool:
    """Return whether a constant is sent that a caller may omit."""
    return isinstance(model, ObjectModel) and any(map(presence.constant_of, model.fields))


def _is_converted(type_: TypeExpr, *, has_bigints: bool) -> bool:
    """Return whether a type, or one that is written inside of it, is an object of the platform or a `bigint`."""
    if isinstance(type_, Scalar):
        is_long = has_bigints and is_int64(type_)
        return is_long or (type_.kind is ScalarKind.STRING and type_.format in _CONVERTED)
    return any(_is_converted(child, has_bigints=has_bigints) for child in children(type_))


def is_int64(type_: TypeExpr) -> bool:
    """Return whether a type is an integer of 64 bits."""
    return isinstance(type_, Scalar) and type_.kind is ScalarKind.INTEGER and type_.format == "int64"


def bigint_types(project: Project[TypeScriptOptions]) -> Set[str]:
    """Return the ids of all types in whose values there can be a `bigint`."""
    if project.options.int64 != "bigint":
        return project.recorder.set("types with bigints", ())
    own = [id_ for id_, model in project.models.items() if any(map(_has_int64, model_types(model)))]
    users = project.once(_users)
    return project.recorder.set("types with bigints", reachable(own, lambda id_: users.get(id_, ())))


def _has_int64(type_: TypeExpr) -> bool:
    return is_int64(type_) or any(map(_has_int64, children(type_)))


def has_bigints(type_: TypeExpr, project: Project[TypeScriptOptions]) -> bool:
    """Return whether there can be a `bigint` in values of a type."""
    if project.options.int64 == "number":
        return False
    named = project.once(bigint_types)
    return _has_int64(type_) or any(ref.id in named for ref in references(type_))
