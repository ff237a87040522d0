"""Steps from a value to a member of it, and to the target of an object that is only a reference."""

from __future__ import annotations

from typing import Final

from typewright.base.json_value import JsonValue
from typewright.openapi.files.positions import list_index

MISSING: Final = object()
"""What a step leads to where there is no member."""


def step(value: object, token: str) -> object:
    """Return the member of an object or a list that a token of a JSON pointer names; MISSING if there is none."""
    if isinstance(value, dict):
        return value.get(token, MISSING)
    if isinstance(value, list):
        index = list_index(token)
        if index is not None and index < len(value):
            return value[index]
    return MISSING


def pure_reference(value: JsonValue, *, ignore_siblings: bool) -> str | None:
    """Return the `$ref` of an object that is only a reference; with `ignore_siblings` of any object with one."""
    if not isinstance(value, dict):
        return None
    ref = value.get("$ref")
    if not isinstance(ref, str):
        return None
    pure = ignore_siblings or all(key in ("$ref", "summary", "description") or key.startswith("x-") for key in value)
    return ref if pure else None
