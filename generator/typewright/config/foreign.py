"""Data types and helpers for the translation of other generators' configurations.

Settings that have no option, such as names, paging and retries of single operations, become actions of an overlay
(OpenAPI Overlay 1.0.0).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from typewright.base.json_value import JsonObject, JsonValue

OVERLAY_FILE = "typewright.overlay.yaml"
NAME = "x-speakeasy-name-override"
GROUP = "x-speakeasy-group"
PAGING = "x-speakeasy-pagination"
RETRIES = "x-speakeasy-retries"
TIMEOUT = "x-speakeasy-timeout"


@dataclass(slots=True)
class Translation:
    """The result of a translation: options, the paths of foreign options without effect, and overlay actions."""

    options: dict[str, JsonValue] = field(default_factory=dict)
    unused: list[str] = field(default_factory=list)
    actions: list[JsonValue] = field(default_factory=list)

    def overlay(self, title: str) -> JsonObject | None:
        """Return the overlay with the actions, or None if there are no actions."""
        if not self.actions:
            return None
        return {"overlay": "1.0.0", "info": {"title": title, "version": "1"}, "actions": self.actions}


@dataclass(slots=True)
class ForeignFile:
    """A configuration that records which of its options are read. The others have no effect."""

    root: JsonObject
    read_paths: set[str] = field(default_factory=set)
    without_effect: list[str] = field(default_factory=list)
    """Paths inside options that were read which have no effect nevertheless."""

    def get(self, path: str) -> JsonValue:
        """Return the value at a dotted path, or None."""
        self.read_paths.add(path)
        value: JsonValue = self.root
        for key in path.split("."):
            value = value.get(key) if isinstance(value, dict) else None
        return value

    def is_set(self, path: str) -> bool:
        """Return whether the value at a path is true."""
        return self.get(path) is True

    def text(self, path: str) -> str | None:
        """Return the string at a path, or None."""
        value = self.get(path)
        return value if isinstance(value, str) else None

    def object(self, path: str) -> JsonObject:
        """Return the object at a path, or an empty one."""
        return object_of(self.get(path))

    def unused(self, settled: Iterable[str] = ()) -> Iterator[str]:
        """Yield the paths of the options without effect, except those in `settled`."""
        used_paths = self.read_paths | set(settled)
        for path in _leaves(self.root, ""):
            if not any(path == read_paths or path.startswith(f"{read_paths}.") for read_paths in used_paths):
                yield path
        yield from self.without_effect


def _leaves(value: JsonValue, path: str) -> Iterator[str]:
    if not isinstance(value, dict) or not value:
        yield path
        return
    for key, inner in value.items():
        yield from _leaves(inner, f"{path}.{key}" if path else key)


def object_of(value: JsonValue) -> JsonObject:
    """Return `value` if it is an object, else an empty object."""
    return value if isinstance(value, dict) else {}


def action(keys: Iterable[str], update: JsonObject) -> JsonObject:
    """Return the overlay action that merges `update` into the value at `keys`, a path from the root."""
    return {"target": "$" + "".join(f"[{_jsonpath_literal(key)}]" for key in keys), "update": update}


def action_for_operation(operation_id: str, update: JsonObject) -> JsonObject:
    """Return the overlay action that merges `update` into the operation with the given `operationId`."""
    return {"target": f"$.paths[*][?@.operationId == {_jsonpath_literal(operation_id)}]", "update": update}


def _jsonpath_literal(name: str) -> str:
    """Return a name as a string literal of JSONPath (RFC 9535, 2.3.1.1)."""
    inner = json.dumps(name, ensure_ascii=False)[1:-1].replace('\\"', '"').replace("'", "\\'")
    return f"'{inner}'"


def retry_policy(*, first: float, most: float, attempts: int) -> JsonObject:
    """Return the retry policy for `attempts` retries whose delays double from `first` to at most `most` seconds.

    The result limits the elapsed time instead of the number of attempts: to the sum of these delays.
    """
    waits = [min(first * 2**attempt, most) for attempt in range(attempts)]
    backoff: JsonObject = {
        "initialInterval": round(first * 1000),
        "maxInterval": round(most * 1000),
        "maxElapsedTime": round(sum(waits) * 1000),
        "exponent": 2,
    }
    statuses: list[JsonValue] = ["408", "409", "429", "5XX"]
    return {"strategy": "backoff", "backoff": backoff, "statusCodes": statuses, "retryConnectionErrors": True}
