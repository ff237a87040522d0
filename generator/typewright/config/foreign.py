"""What translations of other generators' configurations share: a file that knows what of it was read, and the result.

What has no place in a configuration, such as names, paging and retries of single operations, becomes an overlay
(OpenAPI Overlay 1.0.0) that goes with it.
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
    """The result of a translation: our options, the paths of those without an effect here, and overlay actions."""

    options: dict[str, JsonValue] = field(default_factory=dict)
    unused: list[str] = field(default_factory=list)
    actions: list[JsonValue] = field(default_factory=list)

    def overlay(self, title: str) -> JsonObject | None:
        """Return the overlay that goes with the options; None where none is needed."""
        if not self.actions:
            return None
        return {"overlay": "1.0.0", "info": {"title": title, "version": "1"}, "actions": self.actions}


@dataclass(slots=True)
class ForeignFile:
    """A configuration that records which of its options were read; the others have no effect."""

    root: JsonObject
    asked: set[str] = field(default_factory=set)
    left: list[str] = field(default_factory=list)
    """Paths inside of options that were read, which have no effect all the same."""

    def get(self, path: str) -> JsonValue:
        """Return the value at a dotted path; None where there is none."""
        self.asked.add(path)
        value: JsonValue = self.root
        for key in path.split("."):
            value = value.get(key) if isinstance(value, dict) else None
        return value

    def flag(self, path: str) -> bool:
        """Return whether a flag is set."""
        return self.get(path) is True

    def text(self, path: str) -> str | None:
        """Return the string at a path; None where there is none."""
        value = self.get(path)
        return value if isinstance(value, str) else None

    def object(self, path: str) -> JsonObject:
        """Return the object at a path; an empty one where there is none."""
        return object_of(self.get(path))

    def unused(self, settled: Iterable[str] = ()) -> Iterator[str]:
        """Yield the paths of the options that were not read, but for those that are `settled`."""
        known = self.asked | set(settled)
        for path in _leaves(self.root, ""):
            if not any(path == asked or path.startswith(f"{asked}.") for asked in known):
                yield path
        yield from self.left


def _leaves(value: JsonValue, path: str) -> Iterator[str]:
    if not isinstance(value, dict) or not value:
        yield path
        return
    for key, inner in value.items():
        yield from _leaves(inner, f"{path}.{key}" if path else key)


def object_of(value: JsonValue) -> JsonObject:
    """Return an object; an empty one for any other value."""
    return value if isinstance(value, dict) else {}


def action(keys: Iterable[str], update: JsonObject) -> JsonObject:
    """Return the overlay action that merges `update` into what the keys lead to, from the root of the description."""
    return {"target": "$" + "".join(f"[{_quoted(key)}]" for key in keys), "update": update}


def action_for_operation(operation_id: str, update: JsonObject) -> JsonObject:
    """Return the overlay action that merges `update` into the operation with an id."""
    return {"target": f"$.paths[*][?@.operationId == {_quoted(operation_id)}]", "update": update}


def _quoted(name: str) -> str:
    """Return a name as a string literal of JSONPath (RFC 9535, 2.3.1.1)."""
    inner = json.dumps(name, ensure_ascii=False)[1:-1].replace('\\"', '"').replace("'", "\\'")
    return f"'{inner}'"


def retry_policy(*, first: float, most: float, attempts: int) -> JsonObject:
    """Return the retries that wait from `first` to `most` seconds, `attempts` times at most, each twice as long.

    A policy of ours ends by time: after the sum of what these attempts wait.
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
