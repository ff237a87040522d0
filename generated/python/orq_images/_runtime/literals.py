# Typewright's runtime, copied as it is; its digest is ad86061839c8475f.
"""Constants and enumerations with JSON's equality."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic_core import PydanticCustomError, core_schema

from .numbers import integer

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


def literal(plain: dict[str, Any]) -> Any:
    """Return the schema of some constants, which tells `1` from `true`: Python takes them for equal, JSON does not.

    `plain` is pydantic's schema of a `Literal`; where all constants are strings, it is right as it is.
    """
    expected: list[Any] = plain["expected"]
    if all(type(value) is str for value in expected):
        return plain
    kinds: dict[type, Any] = {
        bool: core_schema.bool_schema(strict=True),
        int: integer({}),
        str: core_schema.str_schema(strict=True),
    }
    choices: list[CoreSchema | tuple[CoreSchema, str]] = []
    for kind, schema in kinds.items():
        values = [value for value in expected if type(value) is kind]
        if values:
            choices.append(core_schema.chain_schema([schema, _listed_schema(values)]))
    return core_schema.union_schema(
        choices,
        custom_error_type="literal",
        custom_error_message=f"Input should be {listed(expected)}",
    )


def _listed_schema(values: list[Any]) -> CoreSchema:
    """Return the schema of constants of one type; pydantic's own reads no integers beyond 64 bits."""
    if not any(type(value) is int and abs(value) >= 2**63 for value in values):
        return core_schema.literal_schema(values)

    def one(value: Any) -> Any:
        if value not in values:
            raise PydanticCustomError("literal", "Input should be a listed integer")
        return value

    return core_schema.no_info_plain_validator_function(one)


def listed(values: list[Any]) -> str:
    """Return the list of constants for a message: `'a', 'b' or 3`."""
    *others, last = map(repr, values)
    return f"{', '.join(others)} or {last}" if others else last


class OneOfValues:
    """An enumeration of values that no `Literal` can hold."""

    def __init__(self, *values: Any) -> None:
        """Take the values as JSON has them."""
        self.values = values

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema."""

        def one(value: Any) -> Any:
            from .equality import is_equal

            if not any(is_equal(value, allowed) for allowed in self.values):
                raise PydanticCustomError(
                    "literal", "Input should be one of the values that are listed"
                )
            return value

        return core_schema.no_info_plain_validator_function(one)

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        """Return the JSON Schema."""
        return {"enum": list(self.values)}
