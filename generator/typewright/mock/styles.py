"""Parsing of the styles of paths, queries, headers and cookies (OpenAPI 3.1, 4.8.12.2 to 4.8.12.4)."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from urllib.parse import unquote, unquote_plus

from msgspec import Struct

from typewright.client.serialization import Style
from typewright.mock.reading import Texts

_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_SEPARATORS = {"spaceDelimited": re.compile(r"%20|\+| "), "pipeDelimited": re.compile(r"\||%7[Cc]")}
_COMMA = re.compile(",")

Decode = Callable[[str], str]


class StyleError(ValueError):
    """The text does not have the form that its style requires."""


class Pairs(Struct, frozen=True):
    """Names with values, percent-encoded as they were sent; `decode` decodes a part."""

    pairs: Sequence[tuple[str, str]]
    decode: Decode

    @classmethod
    def of_query(cls, query: str) -> Pairs:
        """Return the pairs of a query or a form (WHATWG URL, 5.1)."""
        split = (part.partition("=") for part in query.split("&") if part)
        return cls([(unquote_plus(name), value) for name, _, value in split], unquote_plus)

    @classmethod
    def of_cookies(cls, cookies: Iterable[tuple[str, str]]) -> Pairs:
        """Return the pairs of cookies."""
        return cls(list(cookies), unquote)

    def named(self, name: str) -> list[str]:
        """Return the encoded values of a name."""
        return [value for key, value in self.pairs if key == name]

    def first_of(self, name: str) -> Pairs:
        """Return the pairs with only the first of a name."""
        first = next((pair for pair in self.pairs if pair[0] == name), None)
        return Pairs([pair for pair in self.pairs if pair[0] != name or pair is first], self.decode)

    def after_first_of(self, names: Collection[str]) -> Pairs:
        """Return the pairs without the first of each of `names`."""
        left, kept = set(names), []
        for name, value in self.pairs:
            if name in left:
                left.remove(name)
            else:
                kept.append((name, value))
        return Pairs(kept, self.decode)

    def below(self, name: str) -> list[tuple[str, str]]:
        """Return the pairs whose names begin with `name[`."""
        return [(key, value) for key, value in self.pairs if key.startswith(f"{name}[")]


def of_pairs(pairs: Pairs, name: str, style: Style, shape: str, fields: Iterable[str] | None) -> Texts | None:
    """Return the texts of the value `name` of a query, a form or cookies; None if it is absent.

    `shape` is that of the value (see `Reader.shapes`); `fields` are the names of an exploded object's properties, None
    if it accepts every name. Raises StyleError.
    """
    if style.name == "deepObject":
        if shape == "array" and (values := pairs.named(name)):
            return [pairs.decode(value) for value in values]
        return _deep(pairs, name)
    if shape == "object" and style.explode and not style.as_json:
        wanted = [(key, value) for key, value in pairs.pairs if fields is None or key in fields]
        found = _collected(wanted, pairs.decode)
        return found or None
    values = pairs.named(name)
    if not values:
        return None
    if shape == "array" and style.explode:
        return [pairs.decode(value) for value in values]
    if len(values) > 1:
        raise StyleError("it is given more than once")
    if shape == "scalar":
        return pairs.decode(values[0])
    separator = _SEPARATORS.get(style.name, _COMMA)
    parts = [pairs.decode(part) for part in separator.split(values[0])] if values[0] else []
    return _alternating(parts) if shape == "object" else [*parts]


def in_path(raw: str, name: str, style: Style, shape: str) -> Texts:
    """Return the texts of a path parameter. Raises StyleError."""
    separator = ","
    if style.name == "label":
        raw = _without(raw, ".")
        separator = "." if style.explode else ","
    elif style.name == "matrix":
        if shape == "object" and style.explode:
            raw, separator = _without(raw, ";"), ";"
        elif shape == "array" and style.explode:
            return [unquote(_without(part, f"{name}=")) for part in _without(raw, ";").split(";")]
        else:
            raw = _without(raw, f";{name}")  # an empty text has no '=' (RFC 6570, 3.2.7)
            raw = _without(raw, "=") if raw else raw
    if shape == "scalar":
        return unquote(raw)
    return _parts(raw.split(separator), shape, unquote, explode=style.explode)


def in_header(raw: str, style: Style, shape: str) -> Texts:
    """Return the texts of a header. Raises StyleError."""
    if shape == "scalar":
        return raw
    return _parts([part.strip() for part in raw.split(",")] if raw else [], shape, str, explode=style.explode)


def _parts(parts: list[str], shape: str, decode: Decode, *, explode: bool) -> Texts:
    if shape == "array":
        return [decode(part) for part in parts]
    if not explode:
        return _alternating([decode(part) for part in parts])
    found: dict[str, Texts] = {}
    for part in parts:
        key, equals, value = part.partition("=")
        if not equals:
            raise StyleError(f"'{part}' has no '='")
        found[decode(key)] = decode(value)
    return found


def _without(raw: str, prefix: str) -> str:
    if not unquote(raw).startswith(prefix):
        raise StyleError(f"it does not begin with '{prefix}'")
    return raw[len(prefix) :] if raw.startswith(prefix) else unquote(raw)[len(prefix) :]


def _alternating(parts: list[str]) -> dict[str, Texts]:
    """Return an object that is written as `name,value,name,value`."""
    if len(parts) % 2:
        raise StyleError("a name has no value")
    return dict(zip(parts[::2], parts[1::2], strict=True))


def _collected(pairs: Iterable[tuple[str, str]], decode: Decode) -> dict[str, Texts]:
    """Return pairs as an object; values of one name are a list."""
    found: dict[str, Texts] = {}
    for key, value in pairs:
        _put(found, key, decode(value))
    return found


def _put(into: dict[str, Texts], key: str, value: Texts) -> None:
    before = into.get(key)
    if before is None:
        into[key] = value
    elif isinstance(before, list):
        before.append(value)
    else:
        into[key] = [before, value]


def _deep(pairs: Pairs, name: str) -> Texts | None:
    """Return the object that names with brackets encode: `a[b][c]=1`; `[0]` and `[]` are items of arrays."""
    root: dict[str, Texts] = {}
    for key, value in pairs.below(name):
        path = _BRACKETS.findall(key[len(name) :])
        if "".join(f"[{token}]" for token in path) != key[len(name) :]:
            if not key.endswith("]"):
                raise StyleError(f"'{key}' does not end with ']'")
            path = [key[len(name) + 1 : -1]]  # the name of the parameter contains brackets
        holder = root
        for token in path[:-1]:
            below = holder.setdefault(token, {})
            if not isinstance(below, dict):
                raise StyleError(f"'{key}' is a value and has members")
            holder = below
        _put(holder, path[-1], pairs.decode(value))
    return _with_arrays(root) if root else None


def _with_arrays(value: Texts) -> Texts:
    """Return a value in which objects whose names are all numbers, or empty, are converted to arrays."""
    if not isinstance(value, dict):
        return value
    members = {key: _with_arrays(member) for key, member in value.items()}
    if members and all(key == "" or key.isdecimal() for key in members):
        return [item for member in members.values() for item in (member if isinstance(member, list) else [member])]
    return members
