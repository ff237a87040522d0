"""Dataclasses of Pets from JSON, and back: with the names of the wire."""

from __future__ import annotations

import dataclasses
import types
from functools import lru_cache
from typing import (
    Any,
    ForwardRef,
    Literal,
    TypeGuard,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from . import models

_NAMES: dict[str, dict[str, str]] = {
    "Cat": {"pet_type": "petType", "class_": "class"},
    "Dog": {"pet_type": "petType"},
}
"""By class, the names on the wire of the attributes that are called otherwise."""

_T = TypeVar("_T")


def from_dict(kind: type[_T], value: dict[str, Any]) -> _T:
    """Return the object of the class `kind` that a JSON object describes; it has no place for other properties.

    Of a union, the member is taken whose constants fit and that has the most of the properties. Raises TypeError where a
    property is missing.
    """
    return cast("_T", _read(kind, value))


def to_dict(value: Any) -> Any:
    """Return a value as JSON has it, with the names of the wire; what is None where it need not be there is left out."""
    if _is_array(value):
        return [to_dict(each) for each in value]
    if _is_object(value):
        return {name: to_dict(each) for name, each in value.items()}
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    given = [(each, getattr(value, each.name)) for each in dataclasses.fields(value)]
    names = _NAMES.get(type(value).__name__, {})
    return {
        names.get(each.name, each.name): to_dict(held)
        for each, held in given
        if held is not None or each.default is not None
    }


def _is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def _is_array(value: Any) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def _read(hint: Any, value: Any) -> Any:
    """Return what a JSON value is as a type says."""
    if isinstance(hint, ForwardRef):
        hint = getattr(models, hint.__forward_arg__)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        best = max(arguments, key=lambda member: _likeness(member, value))
        return _read(best, value) if _likeness(best, value) >= 0 else value
    if origin is list and _is_array(value):
        return [_read(arguments[0], each) for each in value]
    if origin is dict and _is_object(value):
        return {name: _read(arguments[1], each) for name, each in value.items()}
    if dataclasses.is_dataclass(hint) and isinstance(hint, type) and _is_object(value):
        properties = _properties(hint)
        known = {name: each for name, each in value.items() if name in properties}
        return hint(
            **{
                properties[name].attribute: _read(properties[name].hint, each)
                for name, each in known.items()
            }
        )
    return value


@dataclasses.dataclass(frozen=True)
class _Property:
    """How a property is held: the attribute, its type, and whether it has to be there."""

    attribute: str
    hint: Any
    required: bool


@lru_cache(maxsize=None)
def _properties(kind: Any) -> dict[str, _Property]:
    """Return the properties of a class by their names on the wire."""
    hints, names = get_type_hints(kind), _NAMES.get(kind.__name__, {})
    missing = dataclasses.MISSING
    return {
        names.get(each.name, each.name): _Property(
            each.name,
            hints[each.name],
            each.default is missing and each.default_factory is missing,
        )
        for each in dataclasses.fields(kind)
    }


def _likeness(hint: Any, value: Any) -> int:
    """Return how well a value fits a type: less than 0 where it does not, the number of known properties of an object."""
    if isinstance(hint, ForwardRef):
        hint = getattr(models, hint.__forward_arg__)
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return max(_likeness(member, value) for member in get_args(hint))
    if origin is Literal:
        return (
            0
            if any(
                type(each) is type(value) and each == value for each in get_args(hint)
            )
            else -1
        )
    if dataclasses.is_dataclass(hint):
        return _likeness_of_object(hint, value) if _is_object(value) else -1
    if hint is float:
        return (
            0 if isinstance(value, (int, float)) and not isinstance(value, bool) else -1
        )
    if hint is Any or hint is object:
        return 0
    return 0 if type(value) is (origin or hint) else -1


def _likeness_of_object(kind: Any, value: dict[str, Any]) -> int:
    properties = _properties(kind)
    for name, each in properties.items():
        if each.required and name not in value:
            return -1
        if (
            name in value
            and get_origin(each.hint) is Literal
            and _likeness(each.hint, value[name]) < 0
        ):
            return -1
    return sum(name in properties for name in value)
