"""The operations of a Path Item Object (OpenAPI 3.2, "Path Item Object"; 3.1.1, 4.8.9)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from typewright.base.json_pointer import escape
from typewright.base.json_value import JsonObject, JsonValue

METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
"""The fixed fields that hold an operation."""
ADDITIONAL: Final = "additionalOperations"
"""The field with the operations of all other methods, by the method as it is sent."""


@dataclass(frozen=True, slots=True)
class WrittenOperation:
    """An operation of a path item, as it is written."""

    method: str
    """In lower case; as it is written below `additionalOperations`."""
    value: JsonValue
    pointer: str
    """Below that of the path item: `/get`, `/additionalOperations/COPY`."""
    is_additional: bool = False


def operations_of(item: JsonObject) -> Iterator[WrittenOperation]:
    """Yield the operations of a path item in document order; keys in the wrong letter case are read, too."""
    for key, value in item.items():
        if key.lower() in METHODS:
            yield WrittenOperation(key.lower(), value, f"/{escape(key)}")
        elif key == ADDITIONAL and isinstance(value, dict):
            for method, operation in value.items():
                if not method.startswith("x-"):
                    yield WrittenOperation(method, operation, f"/{ADDITIONAL}/{escape(method)}", is_additional=True)
