"""Runtime of orq_images, the same in every package."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Union, cast, get_args

from pydantic import Strict
from pydantic_core import PydanticCustomError, core_schema
from typing_extensions import TypeAlias

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


def _bounds(rule: Union[IntegerRule, NumberRule]) -> dict[str, Any]:
    """Return the bounds that are set, by name."""
    return {
        name: getattr(rule, name) for name in _WORDS if getattr(rule, name) is not None
    }


def _message(kind: str, bounds: dict[str, Any]) -> str:
    """Return what is said of a number that does not fit."""
    return ", ".join(
        [
            f"Input should be {kind}",
            *(_WORDS[name].format(bound) for name, bound in bounds.items()),
        ]
    )


@dataclass(frozen=True)
class IntegerRule:
    """An integer as JSON Schema has it: `1.0` is one, `true` and `"1"` are not."""

    ge: Union[float, None] = None
    gt: Union[float, None] = None
    le: Union[float, None] = None
    lt: Union[float, None] = None
    multiple_of: Union[float, None] = None

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema: the integer itself first, then a number without a fraction."""
        bounds = _bounds(self)
        if not all(isinstance(bound, int) for bound in bounds.values()):
            return _integral(
                core_schema.union_schema(_number_choices(bounds), mode="left_to_right"),
                bounds,
            )
        exact = core_schema.int_schema(strict=True, **bounds)
        return core_schema.union_schema(
            [
                exact,
                core_schema.chain_schema(
                    [_integral(core_schema.float_schema(strict=True), {}), exact]
                ),
            ],
            mode="left_to_right",
            custom_error_type="integer",
            custom_error_message=_message("an integer", bounds),
        )


def _integral(number: CoreSchema, bounds: dict[str, Any]) -> CoreSchema:
    def integer(value: float) -> int:
        if (
            value != value
            or value in (float("inf"), float("-inf"))
            or value != int(value)
        ):
            raise PydanticCustomError("integer", "Input should be an integer")
        return int(value)

    return core_schema.no_info_after_validator_function(integer, number)


@dataclass(frozen=True)
class NumberRule:
    """A number as JSON has it: an integer stays one, `true` and `"1"` are none."""

    ge: Union[float, None] = None
    gt: Union[float, None] = None
    le: Union[float, None] = None
    lt: Union[float, None] = None
    multiple_of: Union[float, None] = None

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema: an integer or a float, in the bounds."""
        bounds = _bounds(self)
        return core_schema.union_schema(
            _number_choices(bounds),
            mode="left_to_right",
            custom_error_type="number",
            custom_error_message=_message("a number", bounds),
        )


def _number_choices(
    bounds: dict[str, Any],
) -> list[Union[CoreSchema, tuple[CoreSchema, str]]]:
    if all(isinstance(bound, int) for bound in bounds.values()):
        return [
            core_schema.int_schema(strict=True, **bounds),
            core_schema.float_schema(strict=True, **bounds),
        ]
    bounded = core_schema.float_schema(strict=True, **bounds)

    def kept(value: Any, validate: Callable[[Any], float]) -> Any:
        validate(value)
        return value

    integers = core_schema.no_info_wrap_validator_function(kept, bounded)
    return [
        core_schema.chain_schema([core_schema.int_schema(strict=True), integers]),
        bounded,
    ]


@dataclass(frozen=True)
class StringRule:
    """A string in bounds."""

    min_length: Union[int, None] = None
    max_length: Union[int, None] = None
    pattern: Union[str, None] = None
    python_pattern: Union[str, None] = None
    format: Union[str, None] = None

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema."""
        schema: CoreSchema = core_schema.str_schema(
            strict=True,
            min_length=self.min_length,
            max_length=self.max_length,
            pattern=self.pattern,
        )
        if self.python_pattern is not None:
            schema = core_schema.no_info_after_validator_function(
                _matching(self.python_pattern), schema
            )
        return (
            schema
            if self.format is None
            else core_schema.chain_schema([schema, _FORMATS[self.format]])
        )


def _matching(pattern: str) -> Callable[[str], str]:
    """Return a check for a pattern that needs Python's regular expressions."""

    def matching(value: str) -> str:
        if re.search(pattern, value) is None:
            raise PydanticCustomError(
                "pattern", "Input should match {pattern}", {"pattern": pattern}
            )
        return value

    return matching


def _address(version: int) -> CoreSchema:
    def address(value: str) -> str:
        import ipaddress

        try:
            (ipaddress.IPv4Address if version == 4 else ipaddress.IPv6Address)(value)
        except ValueError:
            raise PydanticCustomError(
                "format", "Input should be an IP address"
            ) from None
        return value

    return core_schema.no_info_plain_validator_function(address)


_FORMATS: dict[str, CoreSchema] = {
    "email": core_schema.str_schema(pattern=r"^[^@\s]+@[^@\s]+$"),
    "hostname": core_schema.str_schema(
        pattern=r"^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$"
    ),
    "ipv4": _address(4),
    "ipv6": _address(6),
    "uri": core_schema.str_schema(pattern=r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s]*$"),
    "uuid": core_schema.str_schema(
        pattern=r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"
    ),
}
"""The formats of strings that are asserted (RFC 5321, 1123, 2673, 4291, 3986, 4122), each in its plain form."""


@dataclass(frozen=True)
class ArrayRule:
    """An array in bounds."""

    min_length: Union[int, None] = None
    max_length: Union[int, None] = None
    unique: bool = False

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema."""
        schema = _sized(handler(source), self.min_length, self.max_length)
        return (
            core_schema.no_info_after_validator_function(_unique, schema)
            if self.unique
            else schema
        )


def _unique(items: list[Any]) -> list[Any]:
    """Refuse items that are equal as JSON values."""
    from .schema import has_duplicates
    from .values import wire

    if has_duplicates(wire(items)):
        raise PydanticCustomError(
            "unique_items", "Input should have no two items that are equal"
        )
    return items


@dataclass(frozen=True)
class MapRule:
    """An object of which only its values' type and its size are said."""

    min_length: Union[int, None] = None
    max_length: Union[int, None] = None

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema."""
        return _sized(handler(source), self.min_length, self.max_length)


def _sized(
    schema: CoreSchema, least: Union[int, None], most: Union[int, None]
) -> CoreSchema:
    bounds = {"min_length": least, "max_length": most}
    return cast(
        "CoreSchema",
        {
            **schema,
            **{name: bound for name, bound in bounds.items() if bound is not None},
        },
    )


class Exactly:
    """Tells a literal `1` from `true`, which Python takes for equal and JSON does not."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema: for each type of JSON, the values of that type."""
        choices: list[Union[CoreSchema, tuple[CoreSchema, str]]] = []
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
        if len(choices) == 1:
            return core_schema.union_schema(choices)
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
            from .schema import equal

            if not any(equal(value, each) for each in self.values):
                raise PydanticCustomError(
                    "literal", "Input should be one of the values that are listed"
                )
            return value

        return core_schema.no_info_plain_validator_function(one)


def _moment(kind: Any, parsed: CoreSchema, pattern: str, words: str) -> CoreSchema:
    text = core_schema.str_schema(strict=True, pattern=pattern)
    return core_schema.union_schema(
        [
            core_schema.chain_schema([text, parsed]),
            core_schema.is_instance_schema(kind),
        ],
        mode="left_to_right",
        custom_error_type="moment",
        custom_error_message=f"Input should be {words}",
    )


class _DateTimeRule:
    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        parsed = core_schema.datetime_schema()
        return _moment(
            datetime.datetime,
            parsed,
            r"^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d",
            "a date and a time (RFC 3339)",
        )


class _DateRule:
    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return _moment(
            datetime.date,
            core_schema.date_schema(),
            r"^\d{4}-\d\d-\d\d$",
            "a date (RFC 3339)",
        )


Integer: TypeAlias = Annotated[int, IntegerRule()]
Number: TypeAlias = Annotated[float, NumberRule()]
Boolean: TypeAlias = Annotated[bool, Strict()]
DateTime: TypeAlias = Annotated[datetime.datetime, _DateTimeRule()]
Date: TypeAlias = Annotated[datetime.date, _DateRule()]
