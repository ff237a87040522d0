"""Formats of strings, and patterns that pydantic's regular expressions cannot hold."""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, Any

from pydantic_core import PydanticCustomError, core_schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema
    from typing_extensions import LiteralString


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


def _checked(admits: Callable[[str], bool], message: LiteralString) -> CoreSchema:
    """Return the schema of texts that a function admits."""

    def check(value: str) -> str:
        if not admits(value):
            raise PydanticCustomError("format", message)
        return value

    return core_schema.no_info_plain_validator_function(check)


def _is_ipv4(value: str) -> bool:
    """Return whether a text is an address of RFC 2673, 3.2."""
    import ipaddress

    try:
        ipaddress.IPv4Address(value)
    except ValueError:
        return False
    return True


def _is_ipv6(value: str) -> bool:
    """Return whether a text is an address of RFC 4291, 2.2, to which no zone belongs."""
    import ipaddress

    try:
        ipaddress.IPv6Address(value)
    except ValueError:
        return False
    return "%" not in value


def _is_hostname(value: str) -> bool:
    """Return whether a text is a host name (RFC 1123, 2.1), its internationalized labels those of RFC 5890, 2.3.2.1."""
    return (
        len(value) <= 253
        and _HOSTNAME.fullmatch(value) is not None
        and all(map(_is_label, value.split(".")))
    )


def _is_label(label: str) -> bool:
    if label[2:4] != "--":
        return True
    if label[:4].lower() != "xn--":
        return False
    try:
        text = label[4:].lower().encode("ascii").decode("punycode")
    except UnicodeError:
        return False
    try:
        import_module("idna").check_label(text)
    except ImportError:
        return not text.isascii()
    except UnicodeError:
        return False
    return True


def _is_email(value: str) -> bool:
    """Return whether a text is a mailbox of RFC 5321, 4.1.2."""
    local, _, domain = value.rpartition("@")
    if _LOCAL_PART.fullmatch(local) is None:
        return False
    if domain.startswith("[") and domain.endswith("]"):
        address = domain[1:-1]
        if address.startswith("IPv6:"):
            return _is_ipv6(address[5:])
        return _is_ipv4(address)
    return _is_hostname(domain)


def _is_uri(value: str) -> bool:
    """Return whether a text is a URI of RFC 3986, section 3."""
    found = _URI.fullmatch(value)
    return found is not None and (
        found["address"] is None or _is_ip_literal(found["address"])
    )


def _is_ip_literal(address: str) -> bool:
    return _FUTURE_ADDRESS.fullmatch(address) is not None or _is_ipv6(address)


_HOSTNAME = re.compile(
    r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
    r"(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*"
)
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LOCAL_PART = re.compile(
    rf'{_ATOM}(?:\.{_ATOM})*|"(?:[ !#-\[\]-~]|\\[ -~])*"', re.ASCII
)
_UNRESERVED = r"[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2}"
_PATH_CHARACTER = rf"(?:{_UNRESERVED}|[:@])"
_FUTURE_ADDRESS = re.compile(r"[vV][0-9A-Fa-f]+\.[A-Za-z0-9._~!$&'()*+,;=:-]+")
_URI = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]*:"
    rf"(?://(?:(?:{_UNRESERVED}|:)*@)?"
    rf"(?:\[(?P<address>[^\[\]]*)\]|(?:{_UNRESERVED})*)(?::[0-9]*)?"
    rf"(?:/{_PATH_CHARACTER}*)*"
    rf"|/?(?:{_PATH_CHARACTER}+(?:/{_PATH_CHARACTER}*)*)?)"
    rf"(?:\?(?:{_PATH_CHARACTER}|[/?])*)?(?:#(?:{_PATH_CHARACTER}|[/?])*)?"
)
_FORMATS: dict[str, CoreSchema] = {
    "email": _checked(_is_email, "Input should be an email address"),
    "hostname": _checked(_is_hostname, "Input should be a host name"),
    "ipv4": _checked(_is_ipv4, "Input should be an IP address"),
    "ipv6": _checked(_is_ipv6, "Input should be an IP address"),
    "uri": _checked(_is_uri, "Input should be a URI"),
    "uuid": core_schema.str_schema(
        pattern=r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"
    ),
}
"""The formats that are asserted (RFC 5321, 1123, 2673, 4291, 3986, 4122), in their common forms."""
