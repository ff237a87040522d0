"""Which types are not the same in the program and on the wire: with renamed properties, dates or bytes inside."""

from __future__ import annotations

from collections.abc import Set

from typewright.ir import Model, ObjectModel, Scalar, ScalarKind, TypeExpr
from typewright.ir.walking import children, model_types, reachable, references
from typewright.targets.contract import Project
from typewright.targets.typescript.models.presence import PresenceRules
from typewright.targets.typescript.options import TypeScriptOptions, spelling_of
from typewright.targets.typescript.words import Spelling

_CONVERTED = ("date-time", "binary")
"""Formats of strings that the program holds as an object of the platform."""


def differing_types(project: Project[TypeScriptOptions]) -> Set[str]:
    """Return the ids of all types that differ: by themselves, or because a type that they are made of does."""
    users: dict[str, list[str]] = {}
    for id_, model in project.models.items():
        for type_ in model_types(model):
            for ref in references(type_):
                users.setdefault(ref.id, []).append(id_)
    spelling = spelling_of(project.options)
    presence = PresenceRules.of(project.models, project.options)
    own = [
        id_
        for id_, model in project.models.items()
        if _is_renamed(model, spelling) or _is_filled(model, presence) or any(map(_is_converted, model_types(model)))
    ]
    return project.recorder.set("differing types", reachable(own, lambda id_: users.get(id_, ())))


def _is_renamed(model: Model, spelling: Spelling) -> bool:
    """Return whether a property has another name, or further properties are held by one of their own."""
    if not isinstance(model, ObjectModel):
        return False
    names = spelling.of_model(model)
    return spelling.has_additional_properties(model) or any(
        field.name != name for field, name in zip(model.fields, names, strict=False)
    )


def _is_filled(model: Model, presence: PresenceRules) -> bool:
    """Return whether a constant is sent that a caller may leave out."""
    return isinstance(model, ObjectModel) and any(map(presence.constant_of, model.fields))


def _is_converted(type_: TypeExpr) -> bool:
    """Return whether a type, or one that is written inside of it, is held as an object of the platform."""
    if isinstance(type_, Scalar):
        return type_.kind is ScalarKind.STRING and type_.format in _CONVERTED
    return any(map(_is_converted, children(type_)))
