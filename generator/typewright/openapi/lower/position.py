"""Schemas with `$ref` and `allOf` resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from typewright.base.json_value import JsonObject, JsonValue
from typewright.ir import Note


@dataclass(frozen=True, slots=True)
class Position:
    """A schema whose `$ref` and `allOf` are resolved, ready to be given its shape.

    `schema` holds the effective keywords and `written` what stands in the source; `origins` leads from a keyword to the
    pointer of the schema that wrote it, where that is not `pointer`; `properties` from a name to its schema and
    pointer.
    """

    schema: JsonObject
    id: str
    pointer: str
    written: JsonValue
    properties: Mapping[str, tuple[JsonValue, str]]
    origins: Mapping[str, str] = field(default_factory=dict)
    note: Note | None = None
    """The annotations of the position itself, where they differ from the merged ones."""
    merged: bool = False
    excludes_null: bool = False
    """Whether a part of the schema excludes null, whatever the others say."""

    def below(self, keyword: str) -> str:
        """Return the pointer of the value of a keyword."""
        return f"{self.origins.get(keyword, self.pointer)}/{keyword}"
