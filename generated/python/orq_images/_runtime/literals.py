# Typewright's runtime, copied as it is; its digest is d092a7cf6a5902a5.
"""Constants and enumerations with JSON's equality, and booleans."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, get_args

from pydantic_core import PydanticCustomError, core_schema

from .numbers import IntegerRule

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


class Exactly:
    """Tells a literal `1` from `true`, which Python takes for equal and JSON does not."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema: for each type of JSON, the values of that type."""
        choices: list[CoreSchema | tuple[CoreSchema, str]] = []
        kinds = {
            bool: core_schema.bool_schema(strict=True),
            int: IntegerRule().__get_pydantic_core_schema__(int, handler),
            str: core_schema.str_schema(strict=True),
        }
        for kind, schema in kinds.items():
            values = [value for value in get_args(source) if type(value) is kind]
            if values:
                choices.append(
                    core_schema.chain_schema(
                        [schema, core_schema.literal_schema(values)]
                    )
                )
        return core_schema.union_schema(choices)


class OneOfValues:
    """One of some values that no literal can hold."""

    def __init__(self, *values: Any) -> None:
        """Take the values as JSON has them."""
        self.values = values

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema."""

        def one(value: Any) -> Any:
            from .equality import equal

            if not any(equal(value, each) for each in self.values):
                raise PydanticCustomError(
                    "literal", "Input should be one of the values that are listed"
                )
            return value

        return core_schema.no_info_plain_validator_function(one)


class _BooleanRule:
    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.bool_schema(strict=True)


Boolean: TypeAlias = Annotated[bool, _BooleanRule()]
"""A boolean as JSON has it: `1` and `"true"` are none."""
