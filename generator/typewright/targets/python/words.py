"""Names by the conventions of Python: attributes, enumeration members, modules."""

from __future__ import annotations

import json
import keyword
import re
import unicodedata
from collections.abc import Collection, Iterable, Set
from functools import lru_cache

from typewright.base.json_value import JsonValue
from typewright.naming.words import digits_in_words, snake, spelled_symbols

_MEMBER_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NO_LETTER = re.compile(r"[\x00-/:-@\[-`{-\x7f]+")
"""The ASCII characters that identifiers cannot contain."""
_LEADING_NUMBER = re.compile(r"\A\d+")
_SIGNED = re.compile(r"([+-])(?=\d)")
_DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
_LONGEST_STEM = 120

SHADOWING = frozenset({"bytes", "date", "filter", "format", "schema"})
"""Names that get the suffix `_` by convention, although Python allows them."""

MODEL_MEMBERS = frozenset(
    {
        *("construct", "copy", "dict", "from_orm", "json", "model_computed_fields"),
        *("model_config", "model_construct", "model_copy", "model_dump", "model_dump_json", "model_extra"),
        *("model_fields", "model_fields_set", "model_json_schema", "model_parametrized_name", "model_post_init"),
        *("model_rebuild", "model_validate", "model_validate_json", "model_validate_strings", "parse_file"),
        *("parse_obj", "parse_raw", "schema", "schema_json", "update_forward_refs", "validate", "self"),
    }
)
"""What a model class has besides its fields; a field of such a name would hide it."""


@lru_cache(maxsize=16_384)
def attribute(name: str) -> str:
    """Return the attribute name for a property name."""
    signed = _SIGNED.sub(lambda sign: "plus " if sign[1] == "+" else "minus ", name) if name[:1] in "+-" else name
    word = _spelled_start(snake(signed)) or "empty"
    if not word.isidentifier():
        word = f"field_{word}"
    return f"{word}_" if keyword.iskeyword(word) or word in SHADOWING or word in MODEL_MEMBERS else word


def function(name: str) -> str:
    """Return the name of a function or a variable: snake case, a number at its beginning spelled out, no keyword."""
    word = _spelled_start(snake(name)) or "call"
    if not word.isidentifier():
        word = f"call_{word}"
    return f"{word}_" if keyword.iskeyword(word) else word


def _spelled_start(word: str) -> str:
    return _LEADING_NUMBER.sub(lambda digits: spelled(digits[0]).lower(), word)


def attributes(names: Iterable[tuple[str, str | None]], avoided: Set[str] = frozenset()) -> list[str]:
    """Return an attribute for each property of one object, given as name on the wire and preferred name.

    All are distinct, none is in `avoided`, and none is the wire name of another property. Of properties with the same
    name, one whose wire name is valid keeps it, else the first one keeps the name (parameters in two locations).
    """
    pairs = tuple(names)
    chosen = _attributes(pairs)
    return list(chosen) if avoided.isdisjoint(chosen) else _distinct(pairs, avoided)


@lru_cache(maxsize=8192)
def _attributes(names: tuple[tuple[str, str | None], ...]) -> tuple[str, ...]:
    """Return the attributes of an object for which no name is avoided; each of its files asks for them."""
    return tuple(_distinct(names, frozenset()))


def _distinct(names: tuple[tuple[str, str | None], ...], avoided: Set[str]) -> list[str]:
    preferred_names = [(wire, attribute(preferred or wire)) for wire, preferred in names]
    wires = {wire for wire, _ in preferred_names}
    taken = {name for wire, name in preferred_names if name == wire}
    used: set[str] = set()
    chosen = []
    for wire, preferred_name in preferred_names:
        name, number = preferred_name, 2
        while name in used or name in avoided or (name != wire and (name in taken or name in wires)):
            name, number = f"{preferred_name.rstrip('_')}_{number}", number + 1
        used.add(name)
        chosen.append(name)
    return chosen


def spelled(digits: str) -> str:
    """Return a number in English words, joined by `_`, in upper case: `24` → `TWENTY_FOUR`."""
    return digits_in_words(digits).upper().replace(" ", "_")


@lru_cache(maxsize=8192)
def member(value: str) -> str:
    """Return the name of an enumeration's member: `24h` → `TWENTY_FOURH`, `createdAt` → `CREATED_AT`."""
    normal = unicodedata.normalize("NFKD", spelled_symbols(value))
    bare = "".join(char for char in normal if not unicodedata.combining(char))
    plain = "".join(char if char.isascii() or f"a{char}".isidentifier() else "_" for char in bare)
    word = _NO_LETTER.sub("_", _MEMBER_HUMP.sub("_", plain)).lstrip("_").upper()
    word = _LEADING_NUMBER.sub(lambda digits: spelled(digits[0]), word)
    return word if word.isidentifier() else "EMPTY"


def members(values: Iterable[str], taken: Collection[str] = ("MRO",)) -> list[str]:
    """Return a member name for each value of an enumeration, with numbers appended to equal ones."""
    used, chosen = set(taken), []
    for value in values:
        preferred_name = member(value)
        name, number = preferred_name, 2
        while name in used:
            name, number = f"{preferred_name.rstrip('_')}_{number}", number + 1
        used.add(name)
        chosen.append(name)
    return chosen


def enum_value_text(value: JsonValue) -> str:
    """Return an enumeration value as pages show it: a string unchanged, any other value as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


_UNUSABLE_STEMS = frozenset(("dict", "format", "getattr", "globals", "list", "object", "str"))
"""Names that the `__init__` of a folder uses, where a module of that name would hide them."""


def module_stem(name: str) -> str:
    """Return the name of a type or an operation as a portable module name."""
    stem = re.sub(r"[^a-z0-9]+", "", name.lower())[:_LONGEST_STEM]
    if not stem or stem[0].isdigit():
        stem = f"types{stem}"
    return f"{stem}_" if keyword.iskeyword(stem) or stem in _UNUSABLE_STEMS or _DEVICES.fullmatch(stem) else stem
