# Typewright's runtime, copied as it is; its digest is 27bb4270465d703b.
"""JSON values, and validated values in the form that they have on the wire."""

from __future__ import annotations

import datetime
from enum import Enum
from pathlib import PurePath
from typing import Any, TypeGuard


def is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    """Return whether a JSON value is an object."""
    return isinstance(value, dict)


def is_array(value: Any) -> TypeGuard[list[Any]]:
    """Return whether a JSON value is an array."""
    return isinstance(value, list)


FILES_AS_TEXT = "files as text"
"""The context of a dump in which a file is a text, which is what a schema takes it for."""


def wire(value: Any) -> Any:
    """Return a validated value in the form that it has on the wire, as plain JSON values."""
    if is_object(value):
        return {name: wire(member) for name, member in value.items()}
    if is_array(value):
        return [wire(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(text := getattr(value, "text", None), str) and isinstance(
        value, datetime.date
    ):
        return text
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, bytes):
        return file_text(value)
    dump = getattr(value, "model_dump", None)
    if dump is not None:
        return dump(mode="json", context=FILES_AS_TEXT)
    is_file = hasattr(value, "read") or hasattr(value, "__fspath__")
    return file_text(value) if is_file else value


def duration_text(value: datetime.timedelta) -> str:
    """Return a duration as ISO 8601 has it, such as `P1DT2.5S`."""
    sign = "-" if value.days < 0 else ""
    value = abs(value)
    seconds = f"{value.seconds}.{value.microseconds:06}".rstrip("0").rstrip(".")
    days = f"{value.days}D" if value.days else ""
    return (
        f"{sign}P{days}T{seconds}S" if seconds != "0" or not days else f"{sign}P{days}"
    )


def file_name(content: Any) -> str:
    """Return the name of a path or an open file; `file` where it has none."""
    name = content if isinstance(content, PurePath) else getattr(content, "name", None)
    return PurePath(name).name if isinstance(name, (str, PurePath)) and name else "file"


def file_text(content: Any) -> str:
    """Return a text that identifies the content of a file: bytes as text, else one that no other file has."""
    if isinstance(content, bytes):
        return content.decode("utf-8", "replace")
    return f"file {id(content)}"
