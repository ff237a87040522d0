# Typewright's runtime, copied as it is; its digest is 1d295cd10853b6d1.
"""Bounds of arrays and maps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from pydantic_core import PydanticCustomError, core_schema

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


class MapRule:
    """An object of which only its values' type and its size are said."""

    def __init__(
        self, *, min_length: int | None = None, max_length: int | None = None
    ) -> None:
        """Take the bounds."""
        sizes = {"min_length": min_length, "max_length": max_length}
        self.sizes = {name: size for name, size in sizes.items() if size is not None}

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema."""
        return cast("CoreSchema", {**handler(source), **self.sizes})


class ArrayRule(MapRule):
    """An array in bounds."""

    def __init__(
        self,
        *,
        min_length: int | None = None,
        max_length: int | None = None,
        unique: bool = False,
    ) -> None:
        """Take the bounds, and whether no two items may be equal."""
        super().__init__(min_length=min_length, max_length=max_length)
        self.unique = unique

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema."""
        schema = super().__get_pydantic_core_schema__(source, handler)
        return (
            core_schema.no_info_after_validator_function(_unique, schema)
            if self.unique
            else schema
        )


def _unique(items: list[Any]) -> list[Any]:
    """Refuse items that are equal as JSON values."""
    from .equality import has_duplicates
    from .values import wire

    if has_duplicates(wire(items)):
        raise PydanticCustomError(
            "unique_items", "Input should have no two items that are equal"
        )
    return items
