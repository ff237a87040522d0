"""Integers and numbers with JSON Schema's meaning, made of pydantic's schemas of `int` and `float`."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any, cast

import pydantic_core
from pydantic_core import PydanticCustomError, core_schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic_core import CoreSchema

_BOUNDS = {
    "ge": "at least {}",
    "gt": "more than {}",
    "le": "at most {}",
    "lt": "less than {}",
    "multiple_of": "a multiple of {}",
}


def integer(plain: dict[str, Any]) -> CoreSchema:
    """Return the schema of an integer as JSON Schema has it: `1.0` is one, `true` and `"1"` are not.

    `plain` is pydantic's schema of `int`, with its bounds.
    """
    bounds = {name: plain[name] for name in _BOUNDS if name in plain}
    if all(isinstance(bound, int) for bound in bounds.values()):
        exact = core_schema.int_schema(strict=True, **bounds)
        whole = _integral(core_schema.float_schema(strict=True))
        choices: Any = [exact, core_schema.chain_schema([whole, exact])]
    else:
        choices = [_integral(choice) for choice in _choices(bounds)]
    return core_schema.union_schema(
        choices,
        mode="left_to_right",
        custom_error_type="integer",
        custom_error_message=_message("an integer", bounds),
        serialization=core_schema.simple_ser_schema("int"),
    )


def number(plain: dict[str, Any]) -> CoreSchema:
    """Return the schema of a number as JSON has it: an integer stays one, `true` and `"1"` are none.

    `plain` is pydantic's schema of `float`, with its bounds.
    """
    bounds = {name: plain[name] for name in _BOUNDS if name in plain}
    return core_schema.union_schema(
        _choices(bounds),
        mode="left_to_right",
        custom_error_type="number",
        custom_error_message=_message("a number", bounds),
        serialization=_as_it_is(),
    )


def number_of(value: Decimal) -> int | float:
    """Return a decimal as a JSON number."""
    return int(value) if value == value.to_integral_value() else float(value)


def _message(kind: str, bounds: dict[str, Any]) -> str:
    descriptions = [_BOUNDS[name].format(bound) for name, bound in bounds.items()]
    return ", ".join([f"Input should be {kind}", *descriptions])


@cache
def _as_it_is() -> core_schema.SerSchema | None:
    """Return the serialization that keeps a number's type; None if pydantic is too old to have one."""
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


def _integral(choice: Any) -> CoreSchema:
    def whole(value: float) -> int:
        if not isfinite(value) or value != int(value):
            raise PydanticCustomError("integer", "Input should be an integer")
        return int(value)

    return core_schema.no_info_after_validator_function(whole, choice)
