# Typewright's runtime, copied as it is; its digest is ca993b80c368ad95.
"""JSON values, and validated values in the form that they have on the wire."""

from __future__ import annotations

import datetime
from enum import Enum
from typing import Any, TypeGuard


def is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    """Whether a JSON value is an object."""
    return isinstance(value, dict)


def is_array(value: Any) -> TypeGuard[list[Any]]:
    """Whether a JSON value is an array."""
    return isinstance(value, list)


def wire(value: Any) -> Any:
    """Return a validated value in the form that it has on the wire, as plain JSON values."""
    if is_object(value):
        return {name: wire(each) for name, each in value.items()}
    if is_array(value):
        return [wire(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(text := getattr(value, "text", None), str) and isinstance(
        value, datetime.date
    ):
        return text
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    dump = getattr(value, "model_dump", None)
    return value if dump is None else dump(mode="json")
