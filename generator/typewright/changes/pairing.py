"""Pairing of operations, parameters and responses of two descriptions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from typewright.ir import Operation, Parameter, ParameterLocation, Response

Item = TypeVar("Item")
_VARIABLE = re.compile(r"\{[^{}]*\}")


class Paired(Struct, Generic[Item], frozen=True):
    """The result of pairing: pairs, in the order of the old items, and the items that were removed and added."""

    pairs: tuple[tuple[Item, Item], ...]
    removed: tuple[Item, ...]
    added: tuple[Item, ...]


def pair(old: Sequence[Item], new: Sequence[Item], keys: Iterable[Callable[[Item], Hashable | None]]) -> Paired[Item]:
    """Pair items that have equal keys, by one key function after the other. Items whose key is None are not paired.

    With the first key function, several items with equal keys are paired in order, if both sides have the same number.
    The other functions pair items whose key is unique on both sides.
    """
    partner: dict[int, int] = {}
    for number, key in enumerate(keys):
        unpaired_old = [index for index in range(len(old)) if index not in partner]
        unpaired_new = [index for index in range(len(new)) if index not in set(partner.values())]
        before, after = _indexes_by_key(old, unpaired_old, key), _indexes_by_key(new, unpaired_new, key)
        for value in before.keys() & after.keys():
            count = len(before[value])
            if len(after[value]) == count and (number == 0 or count == 1):
                partner.update(zip(before[value], after[value], strict=True))
    pairs = tuple((old[first], new[partner[first]]) for first in sorted(partner))
    paired_new = set(partner.values())
    removed = tuple(item for index, item in enumerate(old) if index not in partner)
    return Paired(pairs, removed, tuple(item for index, item in enumerate(new) if index not in paired_new))


def _indexes_by_key(
    items: Sequence[Item], indices: Iterable[int], key: Callable[[Item], Hashable | None]
) -> dict[Hashable, list[int]]:
    """Return the indexes of the items with each key, in order."""
    indexes_by_key: dict[Hashable, list[int]] = defaultdict(list)
    for index in indices:
        value = key(items[index])
        if value is not None:
            indexes_by_key[value].append(index)
    return indexes_by_key


def pair_operations(old: Sequence[Operation], new: Sequence[Operation]) -> Paired[Operation]:
    """Pair operations by method and path, then regardless of the names of path variables, then by operation id."""
    return pair(old, new, (_endpoint, _template, _operation_id))


def _endpoint(operation: Operation) -> Hashable:
    return operation.kind, operation.method, operation.path, _owner(operation)


def _template(operation: Operation) -> Hashable:
    return operation.kind, operation.method, _VARIABLE.sub("{}", operation.path), _owner(operation)


def _owner(operation: Operation) -> str:
    """Return the pointer of the operation that a callback belongs to; an empty text for other operations."""
    return _VARIABLE.sub("{}", operation.id.partition("/callbacks/")[0]) if operation.kind == "callback" else ""


def _operation_id(operation: Operation) -> Hashable | None:
    return None if operation.operation_id is None else (operation.kind, operation.operation_id)


def pair_parameters(old: Operation, new: Operation) -> Paired[Parameter]:
    """Pair parameters by name and location, then by name only, then path parameters by their position in the path."""
    positions = {id(variable): number for operation in (old, new) for number, variable in _variables(operation)}

    def position(parameter: Parameter) -> Hashable | None:
        """Return the position of a path parameter in its path template; None for any other parameter."""
        return positions.get(id(parameter))

    return pair(
        old.parameters, new.parameters, (_name_and_location, lambda parameter: parameter.name.lower(), position)
    )


def _name_and_location(parameter: Parameter) -> Hashable:
    name = parameter.name.lower() if parameter.location is ParameterLocation.HEADER else parameter.name
    return name, parameter.location


def _variables(operation: Operation) -> Iterable[tuple[int, Parameter]]:
    """Yield the path parameters with their positions in the path."""
    names = [match[1:-1] for match in _VARIABLE.findall(operation.path)]
    for parameter in operation.parameters:
        if parameter.location is ParameterLocation.PATH and parameter.name in names:
            yield names.index(parameter.name), parameter


def pair_responses(old: Sequence[Response], new: Sequence[Response]) -> Paired[Response]:
    """Pair responses by status, then by the first digit if it is unique (`200` and `2XX`)."""
    return pair(old, new, (lambda response: response.status.upper(), lambda response: response.status[:1]))


def media_key(media_type: str) -> str:
    """Return a media type without its parameters, in lower case (RFC 9110, 8.3.1)."""
    return media_type.split(";", 1)[0].strip().lower()
