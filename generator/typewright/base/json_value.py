"""The types of JSON values, as every package uses them."""

from __future__ import annotations

from typing import TypeAlias

JsonValue: TypeAlias = "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None"
"""Any JSON value (RFC 8259, section 3) as plain Python: never NaN, never infinite, object keys are strings."""

JsonObject: TypeAlias = dict[str, JsonValue]
"""A JSON object; the order of its members is that of the file."""
