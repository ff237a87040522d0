"""Digests of plain values (records, enumerations, collections and JSON), the same in every process."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from operator import attrgetter
from pathlib import PurePath
from typing import Any

import msgspec
from msgspec import Struct

from typewright.base.digest import digest
from typewright.base.encoded_record import EncodedRecord

_FORMAT = 2
"""The last version of marshal's format in which equal values have equal bytes: later ones depend on references."""
_ENCODER = msgspec.msgpack.Encoder()
_Converter = Callable[[Any], Any]


def value_digest(value: object) -> str:
    """Return a digest of a value, which depends on the types and the order of all parts.

    Raises TypeError for values of other types, such as functions.
    """
    if isinstance(value, EncodedRecord) and (encoding := encoding_of(value)) is not None:
        return digest(encoding)  # it has the name of the class, and begins as nothing does that marshal writes
    return digest(marshal.dumps(_convert(value), _FORMAT))


def encoding_of(record: EncodedRecord) -> bytes | None:
    """Return bytes that no other record of the same class has; None if there are none."""
    try:
        return _ENCODER.encode(record)
    except (TypeError, ValueError, OverflowError, RecursionError):  # as numbers of more than 64 bits
        return None


class KnownDigests:
    """The digests of values that are asked for repeatedly, by the identity of the value."""

    def __init__(self, earlier: KnownDigests | None = None) -> None:
        """Create it without digests, but for those in `earlier`, of which it keeps those that it is asked for."""
        self._known: dict[int, tuple[object, str]] = {}
        """Each value is held so that no other one gets its identity."""
        self._earlier = {} if earlier is None else earlier._known

    def of(self, value: object) -> str:
        """Return the digest of a value, which is computed once. Raises TypeError as `value_digest` does."""
        known = self._known.get(id(value))
        if known is None:
            known = self._earlier.get(id(value)) or (value, value_digest(value))
            self._known[id(value)] = known
        return known[1]

    def keep(self, values: Iterable[object]) -> None:
        """Keep the earlier digests of `values`; nothing is computed."""
        found = (self._earlier.get(id(value)) for value in values)
        self._known |= {id(known[0]): known for known in found if known is not None}


def _convert(value: Any) -> Any:
    """Return a value converted to the types that marshal supports: atoms, tuples, lists and bytes."""
    type_ = type(value)
    converter = _CONVERTERS.get(type_)
    if converter is None:
        converter = _CONVERTERS[type_] = _converter_for(type_)
    return converter(value)


def _unchanged(value: Any) -> Any:
    return value


def _convert_tuple(value: tuple[object, ...]) -> Any:
    return tuple(map(_convert, value)) if value else value


def _convert_json(value: Any) -> Any:
    """Convert a list or a dictionary, in one step if it has JSON values only."""
    try:
        return "json", marshal.dumps(value, _FORMAT)
    except ValueError:  # it has values of other types, or is nested too deeply
        if isinstance(value, list):
            return ["list", *map(_convert, value)]
        return _convert_mapping(value)


def _convert_mapping(value: Mapping[Any, Any]) -> Any:
    return "map", [(_convert(key), _convert(member)) for key, member in value.items()]


def _record_converter(label: str, names: Sequence[str]) -> _Converter:
    if len(names) < 2:
        return lambda value: (label, *(_convert(getattr(value, name)) for name in names))
    members = attrgetter(*names)
    return lambda value: [label, *[part if type(part) in _ATOMS else _convert(part) for part in members(value)]]


def _encoded_record_converter(label: str, names: Sequence[str]) -> _Converter:
    """Return a function that converts a record in one step, if msgspec can encode what is in it."""
    by_field = _record_converter(label, names)

    def convert(value: Any) -> Any:
        """Return the encoding of a record."""
        try:
            return label, _ENCODER.encode(value)
        except (TypeError, ValueError, OverflowError, RecursionError):  # as in `encoding_of`, without another call
            return by_field(value)

    return convert


def _converter_for(type_: type) -> _Converter:
    """Return the function that converts values of a type. Raises TypeError if there is none."""
    label = type_.__qualname__
    if issubclass(type_, EncodedRecord):
        return _encoded_record_converter(label, type_.__struct_fields__)
    if issubclass(type_, Struct):
        return _record_converter(label, type_.__struct_fields__)
    if is_dataclass(type_):
        return _record_converter(label, [field.name for field in fields(type_)])
    if issubclass(type_, Enum):
        return lambda value: (label, value._name_)  # `name` is a property, and enumerations are most of the values
    if issubclass(type_, Mapping):
        return _convert_mapping
    if issubclass(type_, frozenset | set):
        return lambda value: ("set", sorted(map(value_digest, value)))
    if issubclass(type_, tuple | list):
        return lambda value: [label, *map(_convert, value)]
    if issubclass(type_, PurePath):
        return lambda value: ("path", value.as_posix())
    if issubclass(type_, str | int | float | bytes):
        return lambda value: (label, str(value))
    raise TypeError(f"a value of type {label} has no digest")


_ATOMS: frozenset[type] = frozenset({str, int, float, bool, bytes, type(None)})
_CONVERTERS: dict[type, _Converter] = {
    **dict.fromkeys(_ATOMS, _unchanged),
    tuple: _convert_tuple,
    dict: _convert_json,
    list: _convert_json,
}
