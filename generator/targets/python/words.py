"""Wire names → names of Python attributes and enumeration members, the same in models, pages and examples."""

from __future__ import annotations

import keyword
import re
from collections.abc import Sequence
from functools import lru_cache

from generator.ir import EnumValue, Field
from generator.naming.words import number_in_words

ADDITIONAL = "additional_properties"
"""The attribute that holds what an object has beside its named properties."""

SHADOWING = frozenset({"format", "schema", "bytes", "filter"})
"""Attributes that get an underscore, for they would hide what a model or its annotations need."""

_APART = re.compile(r"[\W_]+")
_WORD_STARTS = re.compile(r"(?<=[^\W_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_LEADING_NUMBER = re.compile(r"[0-9]+")
_SIGNS = {"-": "minus_", "+": "plus_"}


def _snake(text: str) -> str:
    """Return `text` in lower case, all that no identifier can hold as underscores, one before each capitalised word."""
    kept = "".join(char if char.isascii() or ("a" + char).isidentifier() else "_" for char in text)
    return _APART.sub("_", _WORD_STARTS.sub("_", kept)).lower()


def _spell_leading_number(name: str) -> str:
    """Return `name` with the number at its start in words, glued to the rest: `24h` → `twenty_fourh`."""
    match = _LEADING_NUMBER.match(name)
    return name if match is None else number_in_words(int(match[0])).replace(" ", "_") + name[match.end() :]


@lru_cache(maxsize=8192)
def snake(text: str) -> str:
    """Return `text` in snake case as an identifier that may be a keyword; `field` where nothing is left of it."""
    return _spell_leading_number(_snake(text).strip("_")) or "field"


def escape_keyword(name: str) -> str:
    """Return `name` with an underscore behind it where it is a keyword (Python language reference, 2.3.1)."""
    return f"{name}_" if keyword.iskeyword(name) else name


def attribute_name(wire: str) -> str:
    """Return the attribute of a model for a property: snake case, with an underscore behind a word that is taken."""
    name = snake(wire)
    return f"{name}_" if keyword.iskeyword(name) or name in SHADOWING else name


def attribute_names(fields: Sequence[Field], *, additional: bool = False) -> tuple[str, ...]:
    """Return the attributes of an object's `fields` in their order, all different: the first keeps its name, others are
    numbered from 2. With `additional`, the attribute for further properties follows.
    """
    wished = [attribute_name(field.preferred_name or field.name) for field in fields]
    return _numbered([*wished, ADDITIONAL] if additional else wished)


def member_name(value: EnumValue) -> str:
    """Return the name of an enumeration's value in upper snake case; what an extension calls it goes first."""
    text = value.name if value.name is not None else _text(value.value)
    if text[:1] in _SIGNS:
        text = _SIGNS[text[0]] + _spell_leading_number(text[1:])
    return _spell_leading_number(_snake(text).lstrip("_")).upper() or "UNKNOWN"


def member_names(values: Sequence[EnumValue]) -> tuple[str, ...]:
    """Return the names of an enumeration's values in their order, all different, repeated ones numbered from 2."""
    return _numbered([member_name(value) for value in values])


def _text(value: object) -> str:
    return value if isinstance(value, str) else str(value)


def _numbered(names: Sequence[str]) -> tuple[str, ...]:
    """Return `names` with a number behind each that has been there before, clear of all others."""
    taken = set(names)
    seen: set[str] = set()
    result = []
    for name in names:
        free, number = name, 2
        while free in seen or (free != name and free in taken):
            free, number = f"{name}_{number}", number + 1
        seen.add(free)
        result.append(free)
    return tuple(result)
