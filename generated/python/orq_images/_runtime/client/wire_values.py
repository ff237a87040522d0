# Typewright's runtime, copied as it is; its digest is c2ca45a738e3439c.
"""Values in their wire form outside of bodies: a text, or a list or an object of JSON values."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, TypeGuard, cast

from ..absence import UNSET

Wire = Any
"""A text, or a list or a dictionary whose members are values of JSON."""


def is_absent(value: object) -> bool:
    """Return whether nothing is sent for `value`: None and `UNSET`."""
    return value is None or value is UNSET


def is_array(value: object) -> TypeGuard[list[Any] | tuple[Any, ...]]:
    """Return whether `value` is an array."""
    return isinstance(value, (list, tuple))


def is_object(value: object) -> TypeGuard[Mapping[str, Any]]:
    """Return whether `value` is an object with members."""
    return isinstance(value, Mapping)


def text_of(value: Any) -> str:
    """Return a scalar as text: booleans and null as JSON has them, dates as RFC 3339, bytes as Base64."""
    if isinstance(value, str):
        return value.value if isinstance(value, Enum) else value
    if value is True:
        return "true"
    if value is False:
        return "false"
    if value is None:
        return "null"
    if isinstance(value, Enum):
        return text_of(value.value)
    isoformat = getattr(value, "isoformat", None)
    if isoformat is not None:
        moment: str = isoformat()
        return moment.replace("+00:00", "Z")
    if isinstance(value, (bytes, bytearray)):
        from base64 import b64encode

        return b64encode(value).decode()
    if hasattr(value, "total_seconds"):
        from ..values import duration_text

        return duration_text(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e16:
        return str(int(value))  # as JSON's canonical form has it (RFC 8785)
    return str(value)


def wire_value(value: Any) -> Wire:
    """Return a scalar as text, an array or an object with members as JSON has them; absent members are left out.

    Raises:
        ValueError: The value can be read only once, so that no other attempt and no other page could send it.

    """
    plain = _plain(value)
    return plain if is_array(plain) or is_object(plain) else text_of(plain)


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return _plain(value.value)
    if value is None or isinstance(value, (str, int, float)):
        return value
    if is_object(value):
        return {
            str(key): _plain(member)
            for key, member in value.items()
            if not is_absent(member)
        }
    if is_array(value):
        return [_plain(member) for member in value if not is_absent(member)]
    if isinstance(value, (set, frozenset)):
        return _plain(list(cast("set[Any]", value)))
    if hasattr(value, "__next__"):
        raise ValueError(
            f"an argument is a {type(value).__name__}, which can be read only once: give a list"
        )
    dump = getattr(value, "model_dump", None)
    if dump is not None:
        return _plain(dump(mode="json", by_alias=True, exclude_unset=True))
    return text_of(value)


def json_text(value: Any, *, is_ascii: bool = False) -> str:
    """Return `value` as JSON without spaces; with `is_ascii`, other characters are escaped."""
    import json

    return json.dumps(
        value, ensure_ascii=is_ascii, separators=(",", ":"), default=json_default
    )


def json_default(value: Any) -> Any:
    """Return the JSON form of a value that `json` does not support: a model's dump, or the text of a scalar."""
    dump = getattr(value, "model_dump", None)
    return (
        text_of(value)
        if dump is None
        else dump(mode="json", by_alias=True, exclude_unset=True)
    )
