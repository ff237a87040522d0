"""Digests of plain values: frozen dataclasses, enumerations, collections and JSON, the same in every process."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from operator import attrgetter
from pathlib import PurePath
from typing import Any

from typewright.base.digest import digest

_FORMAT = 2
"""The last version of marshal's format in which equal values have equal bytes, whatever refers to them."""
_Plain = Callable[[Any], Any]


def value_digest(value: object) -> str:
    """Return a digest of a value, in which the types and the order of all parts count.

    Raises TypeError for what is no plain value, such as a function.
    """
    return digest(marshal.dumps(_plain(value), _FORMAT))


def _plain(value: Any) -> Any:
    """Return a value as what marshal takes: atoms, tuples, lists and bytes."""
    kind = type(value)
    plain = _KINDS.get(kind)
    if plain is None:
        plain = _KINDS[kind] = _plain_of(kind)
    return plain(value)


def _itself(value: Any) -> Any:
    return value


def _of_tuple(value: tuple[object, ...]) -> Any:
    return tuple(map(_plain, value)) if value else value


def _of_json(value: Any) -> Any:
    """Return a list or a dictionary: at once where it holds JSON alone."""
    try:
        return "json", marshal.dumps(value, _FORMAT)
    except ValueError:  # it holds something else, or is nested too deeply
        if isinstance(value, list):
            return ["list", *map(_plain, value)]
        return _of_mapping(value)


def _of_mapping(value: Mapping[Any, Any]) -> Any:
    return "map", [(_plain(key), _plain(member)) for key, member in value.items()]


def _of_dataclass(kind: type) -> _Plain:
    names, label = [field.name for field in fields(kind)], kind.__qualname__
    if len(names) < 2:
        return lambda value: (label, *(_plain(getattr(value, name)) for name in names))
    members = attrgetter(*names)
    return lambda value: [label, *[part if type(part) in _ATOMS else _plain(part) for part in members(value)]]


def _plain_of(kind: type) -> _Plain:
    """Return what makes a value of a type plain. Raises TypeError where there is nothing."""
    label = kind.__qualname__
    if is_dataclass(kind):
        return _of_dataclass(kind)
    if issubclass(kind, Enum):
        return lambda value: (label, value.name)
    if issubclass(kind, Mapping):
        return _of_mapping
    if issubclass(kind, frozenset | set):
        return lambda value: ("set", sorted(map(value_digest, value)))
    if issubclass(kind, tuple | list):
        return lambda value: [label, *map(_plain, value)]
    if issubclass(kind, PurePath):
        return lambda value: ("path", value.as_posix())
    if issubclass(kind, str | int | float | bytes):
        return lambda value: (label, str(value))
    raise TypeError(f"a value of type {label} has no digest")


_ATOMS: frozenset[type] = frozenset({str, int, float, bool, bytes, type(None)})
_KINDS: dict[type, _Plain] = {
    **dict.fromkeys(_ATOMS, _itself),
    tuple: _of_tuple,
    dict: _of_json,
    list: _of_json,
}
