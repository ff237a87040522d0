"""The input of lowering a schema: its keywords after `$ref` and `allOf` are resolved."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from typewright.base.json_value import JsonObject, JsonValue
from typewright.ir import Annotations


class ResolvedSchema(Struct, frozen=True):
    """A schema after `$ref` and `allOf` are resolved.

    `schema` has the effective keywords, `written` is the schema of the source. `origins` maps a keyword to the pointer
    of the schema that defines it, if that is not `pointer`; `properties` maps a name to its schema and pointer. Inline
    models get ids at and below `id`.
    """

    schema: JsonObject
    id: str
    pointer: str
    written: JsonValue
    properties: Mapping[str, tuple[JsonValue, str]]
    origins: Mapping[str, str] = field(default_factory=dict)
    annotations: Annotations | None = None
    """The annotations of the schema itself, if they differ from the merged ones."""
    merged: bool = False
    """Whether the keywords of several schemas were merged (`allOf`)."""
    excludes_null: bool = False
    """Whether a part of the schema excludes null, so that null is invalid regardless of the other parts."""

    def keyword_pointer(self, keyword: str) -> str:
        """Return the JSON pointer of the value of `keyword`."""
        return f"{self.origins.get(keyword, self.pointer)}/{keyword}"
