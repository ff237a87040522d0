# Typewright's runtime, copied as it is; its digest is 19da01da8e428e59.
"""Integers and numbers with JSON Schema's meaning, and their bounds."""

from __future__ import annotations

from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, cast

import pydantic_core
from pydantic_core import PydanticCustomError, core_schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

_WORDS = {
    "ge": "at least {}",
    "gt": "more than {}",
    "le": "at most {}",
    "lt": "less than {}",
    "multiple_of": "a multiple of {}",
}


class _Bounded:
    """Bounds of a number, by pydantic's names."""

    def __init__(
        self,
        *,
        ge: float | None = None,
        gt: float | None = None,
        le: float | None = None,
        lt: float | None = None,
        multiple_of: float | None = None,
    ) -> None:
        """Take the bounds."""
        bounds = {"ge": ge, "gt": gt, "le": le, "lt": lt, "multiple_of": multiple_of}
        self.bounds: dict[str, Any] = {
            name: bound for name, bound in bounds.items() if bound is not None
        }

    def message(self, kind: str) -> str:
        """Return what is said of a number that does not fit."""
        return ", ".join(
            [
                f"Input should be {kind}",
                *(_WORDS[name].format(each) for name, each in self.bounds.items()),
            ]
        )


class IntegerRule(_Bounded):
    """An integer as JSON Schema has it: `1.0` is one, `true` and `"1"` are not."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema: the integer itself first, then a number without a fraction."""
        if not all(isinstance(bound, int) for bound in self.bounds.values()):
            return _integral(
                core_schema.union_schema(_choices(self.bounds), mode="left_to_right")
            )
        exact = core_schema.int_schema(strict=True, **self.bounds)
        return core_schema.union_schema(
            [
                exact,
                core_schema.chain_schema(
                    [_integral(core_schema.float_schema(strict=True)), exact]
                ),
            ],
            mode="left_to_right",
            custom_error_type="integer",
            custom_error_message=self.message("an integer"),
            serialization=core_schema.simple_ser_schema("int"),
        )


class NumberRule(_Bounded):
    """A number as JSON has it: an integer stays one, `true` and `"1"` are none."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema: an integer or a float, in the bounds."""
        return core_schema.union_schema(
            _choices(self.bounds),
            mode="left_to_right",
            custom_error_type="number",
            custom_error_message=self.message("a number"),
            serialization=_as_it_is(),
        )


@cache
def _as_it_is() -> core_schema.SerSchema | None:
    """Return how a number is dumped in the form that it has; None where pydantic is too old to have a word for it."""
    as_it_is = cast("core_schema.SerSchema", {"type": "any"})
    held_against_a_list = getattr(pydantic_core, "validate_core_schema", None)
    if held_against_a_list is not None:
        try:
            held_against_a_list(core_schema.any_schema(serialization=as_it_is))
        except pydantic_core.SchemaError:
            return None
    return as_it_is


def _choices(bounds: dict[str, Any]) -> list[CoreSchema | tuple[CoreSchema, str]]:
    """Return the schemas of integers and of floats in bounds, which only the latter can have as floats."""
    if all(isinstance(bound, int) for bound in bounds.values()):
        return [
            core_schema.int_schema(strict=True, **bounds),
            core_schema.float_schema(strict=True, **bounds),
        ]
    bounded = core_schema.float_schema(strict=True, **bounds)

    def kept(value: Any, validate: Callable[[Any], float]) -> Any:
        validate(value)
        return value

    as_written = core_schema.simple_ser_schema("int")
    integers = core_schema.no_info_wrap_validator_function(
        kept, bounded, serialization=as_written
    )
    return [
        core_schema.chain_schema([core_schema.int_schema(strict=True), integers]),
        bounded,
    ]


def _integral(number: CoreSchema) -> CoreSchema:
    def integer(value: float) -> int:
        if not isfinite(value) or value != int(value):
            raise PydanticCustomError("integer", "Input should be an integer")
        return int(value)

    return core_schema.no_info_after_validator_function(integer, number)


Integer: TypeAlias = Annotated[int, IntegerRule()]
Number: TypeAlias = Annotated[float, NumberRule()]
