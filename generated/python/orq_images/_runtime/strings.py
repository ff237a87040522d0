# Typewright's runtime, copied as it is; its digest is 1b3e648d537076b2.
"""Bounds, patterns and formats of strings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pydantic_core import PydanticCustomError, core_schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


class StringRule:
    """A string in bounds; `python_pattern` is one that pydantic's regular expressions cannot hold."""

    def __init__(
        self,
        *,
        min_length: int | None = None,
        max_length: int | None = None,
        pattern: str | None = None,
        python_pattern: str | None = None,
        format: str | None = None,
    ) -> None:
        """Take the bounds."""
        self.min_length, self.max_length, self.pattern = min_length, max_length, pattern
        self.python_pattern, self.format = python_pattern, format

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
