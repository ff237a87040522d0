"""Extensions that say how a client behaves, read from where they may be written; what is malformed counts as absent."""

from __future__ import annotations

from typewright.base.json_value import JsonObject, JsonValue
from typewright.ir import Api, Operation


def extension_of(operation: Operation, api: Api, name: str) -> JsonValue:
    """Return an extension's value for an operation: its own, its path's, that of `paths`, the root's; else None."""
    for extensions in (operation.extensions, operation.inherited_extensions, api.extensions):
        if name in extensions:
            return extensions[name]
    return None


def object_of(value: JsonValue) -> JsonObject:
    """Return `value` where it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def list_of(value: JsonValue) -> list[JsonValue]:
    """Return `value` where it is an array, else an empty one."""
    return value if isinstance(value, list) else []


def text_of(value: JsonValue) -> str | None:
    """Return `value` where it is a text that is not empty."""
    return value if isinstance(value, str) and value else None


def number_of(value: JsonValue) -> float | None:
    """Return `value` where it is a number, 0 or more."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return value if is_number and isinstance(value, int | float) and value >= 0 else None


def whole_number_of(value: JsonValue) -> int | None:
    """Return `value` where it is a number, 0 or more, its fraction dropped."""
    number = number_of(value)
    return None if number is None else int(number)
