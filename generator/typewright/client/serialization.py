"""Serialization of parameters and forms as text (OpenAPI 3.1, 4.8.12.2 to 4.8.12.4 and 4.8.15)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from msgspec import Struct
from msgspec.structs import replace

from typewright.base.encoded_record import EncodedRecord
from typewright.base.json_value import JsonValue
from typewright.ir import Encoding, Parameter, ParameterLocation
from typewright.ir.media_types import essence
from typewright.surface.parts import FORM

_SEPARATORS = {"spaceDelimited": " ", "pipeDelimited": "|"}
_RESERVED = ":/?#[]@!$&'()*+,;="
"""The reserved characters (RFC 3986, 2.2)."""
_RESERVED_IN_QUERY = ":/?[]@!$'()*,;="
"""The reserved characters without those that end a value in a query."""
_ESCAPED = re.compile("(%[0-9A-Fa-f]{2})")
_COOKIE_OCTETS = "!#$&'()*+/:<=>?@[]^`{|}"
"""The characters that a cookie's value may contain besides letters, digits and `-._~` (RFC 6265, 4.1.1)."""


class Style(EncodedRecord, frozen=True):
    """A serialization style; `as_json` is true for parameters with JSON `content`."""

    name: str
    explode: bool
    as_json: bool = False
    allow_reserved: bool = False
    """Whether reserved characters of values are not escaped."""


FORM_STYLE: Final = Style("form", explode=True)
"""The default style of a property of a form."""


class Pair(Struct, frozen=True):
    """A name with its value, in parts that are joined with a separator."""

    name: str
    parts: tuple[str, ...]
    separator: str = ","
    allow_reserved: bool = False

    def encoded(self) -> str:
        """Return the pair as a part of a query, percent-encoded."""
        separator = self.separator if self.separator == "," else quote(self.separator)
        parts = (
            _escaped(part, _RESERVED_IN_QUERY) if self.allow_reserved else quote(part, safe="") for part in self.parts
        )
        return f"{quote(self.name, safe='')}={separator.join(parts)}"

    def plain(self) -> str:
        """Return the value without encoding."""
        return self.separator.join(self.parts)


def style_of(parameter: Parameter) -> Style:
    """Return the style of a parameter."""
    located = parameter.location in (ParameterLocation.QUERY, ParameterLocation.COOKIE)
    name = parameter.style or ("form" if located else "simple")
    explode = name == "form" if parameter.explode is None else parameter.explode
    is_json = parameter.content_type is not None
    return Style(name, explode, as_json=is_json, allow_reserved=parameter.allow_reserved)


def encoding_style(encoding: Encoding) -> Style:
    """Return the style of a property of a form."""
    name = encoding.style or "form"
    explode = name == "form" if encoding.explode is None else encoding.explode
    return Style(name, explode, allow_reserved=encoding.allow_reserved)


def text(value: JsonValue) -> str:
    """Return a value as text: a string unchanged, any other value as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def without_null(value: JsonValue) -> JsonValue:
    """Return a value without the null members of its objects and arrays, for which no style writes anything."""
    match value:
        case dict():
            return {key: without_null(member) for key, member in value.items() if member is not None}
        case list():
            return [without_null(element) for element in value if element is not None]
    return value


def pairs(name: str, value: JsonValue, style: Style) -> Iterator[Pair]:
    """Yield the pairs that a value is serialized as in a query or a form."""
    pairs_ = _pairs(name, value, style)
    yield from (replace(pair, allow_reserved=True) for pair in pairs_) if style.allow_reserved else pairs_


def _pairs(name: str, value: JsonValue, style: Style) -> Iterator[Pair]:
    if style.as_json:
        yield Pair(name, (json.dumps(value, ensure_ascii=False, separators=(",", ":")),))
    elif style.name == "deepObject" and isinstance(value, dict | list):
        yield from _deep(name, value)
    elif isinstance(value, list):
        items = tuple(map(text, value))
        separator = _SEPARATORS.get(style.name, ",")
        yield from (Pair(name, (item,)) for item in items) if style.explode else [Pair(name, items, separator)]
    elif isinstance(value, dict):
        if style.explode:
            yield from (Pair(key, (text(member),)) for key, member in value.items())
        else:
            yield Pair(name, tuple(part for key, member in value.items() for part in (key, text(member))))
    else:
        yield Pair(name, (text(value),))


def as_query(value: JsonValue, media_type: str | None) -> str:
    """Return the serialization of an entire query (OpenAPI 3.2, `in: querystring`): a form, or encoded JSON."""
    if isinstance(value, dict) and media_type is not None and essence(media_type) == FORM:
        return "&".join(pair.encoded() for name, part in value.items() for pair in pairs(name, part, FORM_STYLE))
    return quote(value if isinstance(value, str) else json.dumps(value, separators=(",", ":")), safe="")


def _escaped(part: str, safe: str) -> str:
    """Return a text percent-encoded but for `safe` and what is encoded already (RFC 6570, 3.2.3)."""
    pieces = _ESCAPED.split(part)
    return "".join(piece if index % 2 else quote(piece, safe=safe) for index, piece in enumerate(pieces))


def _deep(name: str, value: JsonValue) -> Iterator[Pair]:
    """Yield the leaves of a value, each under its path of names in brackets (`deepObject`)."""
    if isinstance(value, dict):
        for key, member in value.items():
            yield from _deep(f"{name}[{key}]", member)
    elif isinstance(value, list):
        for index, element in enumerate(value):
            yield from _deep(f"{name}[{index}]", element)
    else:
        yield Pair(name, (text(value),))


def in_path(name: str, value: JsonValue, style: Style) -> str:
    """Return the serialization of a value in a path: in the style `simple`, `label` or `matrix`."""

    def coded(part: JsonValue) -> str:
        """Return a part percent-encoded, reserved characters too unless the parameter allows them."""
        return _escaped(text(part), _RESERVED) if style.allow_reserved else quote(text(part), safe="")

    assigned = "=" if style.explode else ","
    entries = (
        [f"{coded(key)}{assigned}{coded(member)}" for key, member in value.items()] if isinstance(value, dict) else []
    )
    items = entries or ([coded(element) for element in value] if isinstance(value, list) else [coded(value)])
    if style.name == "label":
        return "." + ("." if style.explode else ",").join(items)
    if style.name == "matrix" and style.explode:
        return "".join(f";{item}" if isinstance(value, dict) else f";{coded(name)}={item}" for item in items)
    return (f";{coded(name)}=" if style.name == "matrix" else "") + ",".join(items)


def in_header(value: JsonValue, style: Style) -> str:
    """Return the serialization of a value in a header: in the style `simple`."""
    if style.as_json:
        return json.dumps(value)
    if isinstance(value, list):
        return ",".join(map(text, value))
    if isinstance(value, dict):
        assigned = "=" if style.explode else ","
        return ",".join(f"{key}{assigned}{text(member)}" for key, member in value.items())
    return text(value)


def in_cookies(name: str, value: JsonValue, style: Style) -> Iterator[str]:
    """Yield the cookies that a value is serialized as, encoded only where cookies require it."""
    for pair in pairs(name, value, style):
        parts = (quote(part, safe=_COOKIE_OCTETS) for part in pair.parts)
        yield f"{pair.name}={quote(pair.separator, safe='').join(parts)}"
