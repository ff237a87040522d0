"""Access to extensions that configure client behaviour. Malformed values are treated as absent."""

from __future__ import annotations

from typewright.base.json_value import JsonObject, JsonValue
from typewright.ir import Api, Operation


def extension_of(operation: Operation, api: Api, name: str) -> JsonValue:
    """Return the extension `name` of the operation, its path item, `paths` or the root, in this order; else None."""
    for extensions in (operation.extensions, operation.inherited_extensions, api.extensions):
        if name in extensions:
            return extensions[name]
    return None


def object_of(value: JsonValue) -> JsonObject:
    """Return `value` if it is an object, else an empty object."""
    return value if isinstance(value, dict) else {}


def list_of(value: JsonValue) -> list[JsonValue]:
    """Return `value` if it is an array, else an empty array."""
    return value if isinstance(value, list) else []


def text_of(value: JsonValue) -> str | None:
    """Return `value` if it is a non-empty text, else None."""
    return value if isinstance(value, str) and value else None


def number_of(value: JsonValue) -> float | None:
    """Return `value` if it is a non-negative number, else None."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return value if is_number and isinstance(value, int | float) and value >= 0 else None


def whole_number_of(value: JsonValue) -> int | None:
    """Return `value` without its fraction if it is a non-negative number, else None."""
    number = number_of(value)
    return None if number is None else int(number)
