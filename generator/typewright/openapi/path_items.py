"""The operations of a Path Item Object (OpenAPI 3.2, "Path Item Object"; 3.1.1, 4.8.9)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue

METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
"""The fixed fields whose values are operations."""
ADDITIONAL: Final = "additionalOperations"
"""The field with the operations of all other methods, keyed by the HTTP method as it is sent."""


class WrittenOperation(Struct, frozen=True):
    """An operation of a Path Item Object, before lowering."""

    method: str
    """The HTTP method: in lower case for a fixed field, as written for an additional operation."""
    value: JsonValue
    pointer: str
    """The JSON pointer relative to the path item: `/get`, `/additionalOperations/COPY`."""
    is_additional: bool = False


def operations_of(item: JsonObject) -> Iterator[WrittenOperation]:
    """Yield the operations of a path item in document order. The keys of methods are matched case-insensitively."""
    for key, value in item.items():
        if key.lower() in METHODS:
            yield WrittenOperation(key.lower(), value, f"/{escape(key)}")
        elif key == ADDITIONAL and isinstance(value, dict):
            for method, operation in value.items():
                if not method.startswith("x-"):
                    yield WrittenOperation(method, operation, f"/{ADDITIONAL}/{escape(method)}", is_additional=True)
