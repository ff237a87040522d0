# Typewright's runtime, copied as it is; its digest is 915fcefacce7f77d.
"""Formats of strings, and patterns that pydantic's regular expressions cannot hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pydantic_core import PydanticCustomError, core_schema

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


class Pattern:
    """A pattern in Python's dialect, for those with lookarounds and backreferences."""

    def __init__(self, pattern: str) -> None:
        """Take the pattern."""
        self.pattern = pattern

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema of the annotated type with the pattern behind it."""
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        """Return the JSON Schema."""
        return {**handler(schema), "pattern": self.pattern}

    def check(self, value: str) -> str:
        """Return the value, or raise that it does not match."""
        if re.search(self.pattern, value) is None:
            raise PydanticCustomError(
                "pattern", "Input should match {pattern}", {"pattern": self.pattern}
            )
        return value


class Format:
    """A format of strings that is asserted: one of those in `_FORMATS`."""

    def __init__(self, name: str) -> None:
        """Take the format's name in JSON Schema."""
        self.name = name

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema of the annotated type with the format behind it."""
        return core_schema.chain_schema([handler(source), _FORMATS[self.name]])

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        """Return the JSON Schema."""
        return {**handler(schema["steps"][0]), "format": self.name}


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


_LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_FORMATS: dict[str, CoreSchema] = {
    "email": core_schema.str_schema(pattern=r"^[^@\s]+@[^@\s]+$"),
    "hostname": core_schema.str_schema(pattern=rf"^({_LABEL})(\.{_LABEL})*$"),
    "ipv4": _address(4),
    "ipv6": _address(6),
    "uri": core_schema.str_schema(pattern=r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s]*$"),
    "uuid": core_schema.str_schema(
        pattern=r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"
    ),
}
"""The formats that are asserted (RFC 5321, 1123, 2673, 4291, 3986, 4122), each in its plain form."""
