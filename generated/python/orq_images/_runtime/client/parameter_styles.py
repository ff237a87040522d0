# Typewright's runtime, copied as it is; its digest is c742f4c519d9a4a1.
"""The styles of parameters (OpenAPI 3.2, section "Style Values"), with the escaping of RFC 6570 and RFC 3986.

Every function takes a wire value (`wire_values.py`): a text, a list, or a dictionary. Members that are lists or
dictionaries themselves, which the specification leaves undefined, are sent as JSON; `deepObject` nests them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import quote

from .wire_values import is_array, is_object, json_text, text_of

Escape = Callable[[str], str]

_RESERVED = ":/?#[]@!$&'()*+,;="
_RESERVED_IN_QUERY = ":/?[]@!$'()*,;="
_ESCAPED = re.compile("(%[0-9A-Fa-f]{2})")


def escaped(text: str) -> str:
    """Percent-encode all but unreserved characters."""
    return quote(text, safe="")


def escaped_but_reserved(text: str) -> str:
    """Percent-encode all but unreserved and reserved characters; what is encoded already stays (RFC 6570, `+`)."""
    return _escaped_but(text, _RESERVED)


def escaped_for_query(text: str) -> str:
    """As `escaped_but_reserved`, without the characters that would end a value in a query: `#`, `&` and `+`."""
    return _escaped_but(text, _RESERVED_IN_QUERY)


def _escaped_but(text: str, safe: str) -> str:
    pieces = _ESCAPED.split(text)
    return "".join(
        piece if index % 2 else quote(piece, safe=safe)
        for index, piece in enumerate(pieces)
    )


def unescaped(text: str) -> str:
    """Return `text` as it is: header fields are not escaped."""
    return text


def _flat(value: Any) -> str:
    """Return a member as one text."""
    return json_text(value) if is_array(value) or is_object(value) else text_of(value)


def _members(value: Any, escape: Escape) -> list[str]:
    """Return the members of a list, or the names and values of an object in turn."""
    if is_object(value):
        return [escape(_flat(part)) for pair in value.items() for part in pair]
    return [escape(_flat(member)) for member in value]


def simple(value: Any, *, explode: bool, escape: Escape) -> str:
    """Return `a,b`, or `k,v,l,w`; with `explode` objects are `k=v,l=w`. Path and header."""
    if isinstance(value, str):
        return escape(value)
    if explode and is_object(value):
        return ",".join(
            f"{escape(name)}={escape(_flat(member))}" for name, member in value.items()
        )
    return ",".join(_members(value, escape))


def label(value: Any, *, explode: bool, escape: Escape) -> str:
    """Return `.a,b`; with `explode` `.a.b`, objects `.k=v.l=w`. Path."""
    if isinstance(value, str):
        return f".{escape(value)}"
    if not value:
        return ""
    if explode and is_object(value):
        return "".join(
            f".{escape(name)}={escape(_flat(member))}" for name, member in value.items()
        )
    return "." + ("." if explode else ",").join(_members(value, escape))


def matrix(name: str, value: Any, *, explode: bool, escape: Escape) -> str:
    """Return `;name=a,b`; with `explode` `;name=a;name=b`, objects `;k=v;l=w`. Path."""
    if isinstance(value, str):
        return f";{name}={escape(value)}" if value else f";{name}"
    if not value:
        return ""
    if explode and is_object(value):
        pairs = [(escape(key), escape(_flat(member))) for key, member in value.items()]
    elif explode:
        pairs = [(name, member) for member in _members(value, escape)]
    else:
        pairs = [(name, ",".join(_members(value, escape)))]
    return "".join(f";{key}={text}" if text else f";{key}" for key, text in pairs)


DELIMITERS = {
    "form": ",",
    "spaceDelimited": "%20",
    "pipeDelimited": "%7C",
    "cookie": ",",
}


def form(
    name: str, value: Any, *, style: str, explode: bool, escape: Escape
) -> list[tuple[str, str]]:
    """Return escaped pairs of the styles `form`, `spaceDelimited`, `pipeDelimited` and `cookie`; `name` is escaped."""
    if isinstance(value, str):
        return [(name, escape(value))]
    if not value:
        return []
    if not explode:
        return [(name, DELIMITERS[style].join(_members(value, escape)))]
    if is_object(value):
        return [
            (escape(key), escape(_flat(item)))
            for key, member in value.items()
            for item in (member if is_array(member) else [member])
        ]
    return [(name, member) for member in _members(value, escape)]


def deep_object(name: str, value: Any, *, escape: Escape) -> list[tuple[str, str]]:
    """Return escaped pairs `name[k]=v`, nested `name[k][l]=v`. `name` is escaped.

    Lists of scalars inside of an object repeat their name; all others number their members, `name[0]=v`.
    """
    if is_array(value):
        return list(_numbered_pairs(name, value, escape))
    return list(_deep_pairs(name, value, escape))


def _numbered_pairs(
    name: str, members: Iterable[Any], escape: Escape
) -> Iterator[tuple[str, str]]:
    for index, member in enumerate(members):
        yield from _deep_pairs(
            f"{name}{escape('[')}{index}{escape(']')}", member, escape
        )


def _deep_pairs(name: str, value: Any, escape: Escape) -> Iterator[tuple[str, str]]:
    if is_object(value):
        for key, member in value.items():
            yield from _deep_pairs(
                f"{name}{escape('[')}{escape(key)}{escape(']')}", member, escape
            )
    elif is_array(value):
        if any(is_array(member) or is_object(member) for member in value):
            yield from _numbered_pairs(name, value, escape)
        else:
            for member in value:
                yield name, escape(text_of(member))
    else:
        yield name, escape(text_of(value))
