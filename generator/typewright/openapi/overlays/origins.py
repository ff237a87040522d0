"""Records which source, the description or an overlay, defines each part of an overlaid description."""

from __future__ import annotations

from typing import TypeAlias

from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonValue
from typewright.openapi.files.positions import join_pointer, list_index, split_pointer
from typewright.openapi.files.source import Source

Steps: TypeAlias = tuple[str | int, ...]
"""The keys and indexes that lead from the root to a node."""


class Origins:
    """The origins of the containers and members of an overlaid description.

    An origin is a source (None: the description) and a JSON pointer in it.
    """

    def __init__(self) -> None:
        self._containers: dict[int, tuple[Source | None, str]] = {}
        self._members: dict[tuple[int, str], tuple[Source | None, str]] = {}
        self._kept: list[JsonValue] = []
        """All tracked containers, also removed ones: an `id` is only unique among living objects."""

    def copy(self, value: JsonValue, source: Source | None, steps: Steps) -> JsonValue:
        """Return a deep copy of `value`, and record that it is defined at `steps` of `source`."""
        if isinstance(value, dict):
            members: dict[str, JsonValue] = {
                name: self.copy(member, source, (*steps, name)) for name, member in value.items()
            }
            return self._track(members, source, steps)
        if isinstance(value, list):
            items: JsonValue = [self.copy(item, source, (*steps, index)) for index, item in enumerate(value)]
            return self._track(items, source, steps)
        return value

    def _track(self, container: JsonValue, source: Source | None, steps: Steps) -> JsonValue:
        self._containers[id(container)] = (source, join_pointer(steps))
        self._kept.append(container)
        return container

    def record(self, container: JsonValue, key: str | int, source: Source | None, steps: Steps) -> None:
        """Record that a member of a container is defined at `steps` of `source`."""
        self._members[id(container), str(key)] = (source, join_pointer(steps))

    def origin_of(self, root: JsonValue, pointer: str) -> tuple[Source | None, str]:
        """Return the source and the pointer in it that define the value at `pointer` of the result `root`."""
        value, origin = root, self._containers.get(id(root), (None, "#"))
        for token in split_pointer(pointer):
            container = value
            value, exists = _child(container, token)
            source, start = self._containers.get(id(container), origin)
            origin = self._members.get((id(container), token), (source, f"{start}/{escape(token)}"))
            if exists and isinstance(value, dict | list):
                origin = self._containers.get(id(value), origin)
        return origin


def _child(container: JsonValue, token: str) -> tuple[JsonValue, bool]:
    if isinstance(container, dict) and token in container:
        return container[token], True
    index = list_index(token) if isinstance(container, list) else None
    if isinstance(container, list) and index is not None and index < len(container):
        return container[index], True
    return None, False
