"""The types of JSON values."""

from __future__ import annotations

from typing import TypeAlias

JsonValue: TypeAlias = "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None"
"""A JSON value (RFC 8259, section 3) in Python. Floats are finite, and object keys are strings."""

JsonObject: TypeAlias = dict[str, JsonValue]
"""A JSON object, with its members in document order."""
