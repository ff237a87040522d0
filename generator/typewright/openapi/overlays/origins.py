"""The origins of the parts of a description after overlays: the description or an overlay."""

from __future__ import annotations

from typing import TypeAlias

from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonValue
from typewright.openapi.files.positions import join_pointer, list_index, split_pointer
from typewright.openapi.files.source import Source

Steps: TypeAlias = tuple[str | int, ...]
"""The keys and positions on the way to a part."""


class Origins:
    """The origins of the containers of a changed description: a source (None: the description) and a pointer."""

    def __init__(self) -> None:
        self._containers: dict[int, tuple[Source | None, str]] = {}
        self._members: dict[tuple[int, str], tuple[Source | None, str]] = {}
        self._kept: list[JsonValue] = []
        """What was removed; an id is only unique among living objects."""

    def copied(self, value: JsonValue, source: Source | None, steps: Steps) -> JsonValue:
        """Return a deep copy of `value`, which is at `steps` of `source`."""
        if isinstance(value, dict):
            members: dict[str, JsonValue] = {
                name: self.copied(member, source, (*steps, name)) for name, member in value.items()
            }
            return self._known(members, source, steps)
        if isinstance(value, list):
            items: JsonValue = [self.copied(item, source, (*steps, index)) for index, item in enumerate(value)]
            return self._known(items, source, steps)
        return value

    def _known(self, container: JsonValue, source: Source | None, steps: Steps) -> JsonValue:
        self._containers[id(container)] = (source, join_pointer(steps))
        self._kept.append(container)
        return container

    def written(self, container: JsonValue, key: str | int, source: Source | None, steps: Steps) -> None:
        """Record that a member of a container is defined at `steps` of `source`."""
        self._members[id(container), str(key)] = (source, join_pointer(steps))

    def of(self, root: JsonValue, pointer: str) -> tuple[Source | None, str]:
        """Return source and pointer of the value at `pointer` of the result `root`."""
        value, found = root, self._containers.get(id(root), (None, "#"))
        for token in split_pointer(pointer):
            container = value
            value, exists = _child(container, token)
            source, start = self._containers.get(id(container), found)
            found = self._members.get((id(container), token), (source, f"{start}/{escape(token)}"))
            if exists and isinstance(value, dict | list):
                found = self._containers.get(id(value), found)
        return found


def _child(container: JsonValue, token: str) -> tuple[JsonValue, bool]:
    if isinstance(container, dict) and token in container:
        return container[token], True
    index = list_index(token) if isinstance(container, list) else None
    if isinstance(container, list) and index is not None and index < len(container):
        return container[index], True
    return None, False
