"""Arrays without equal items."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic_core import PydanticCustomError, core_schema

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


class UniqueItems:
    """An array no two of whose items are equal as JSON values."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema of the annotated array, followed by the check."""
        return core_schema.no_info_after_validator_function(_unique, handler(source))

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        """Return the JSON Schema."""
        return {**handler(schema), "uniqueItems": True}


def _unique(items: list[Any]) -> list[Any]:
    """Refuse items that are equal as JSON values."""
    from .equality import has_duplicates
    from .values import wire

    if has_duplicates(wire(items)):
        raise PydanticCustomError(
            "unique_items", "Input should have no two items that are equal"
        )
    return items
