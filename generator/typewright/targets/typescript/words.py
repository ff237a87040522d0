"""JSON names → TypeScript property names, for declarations, pages and examples alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from typewright.ir import Field
from typewright.naming.words import camel, pascal, pieces, spell_number

ADDITIONAL = "additionalProperties"
"""The property that holds what an object has beside its named properties."""


@lru_cache(maxsize=8192)
def property_name(wire: str) -> str:
    """Return a wire name in camel case; a name of one piece wholly in capitals is lowered (`ID` → `id`).

    A name without a letter or digit stays as it is. The result may be no identifier (`1080p`): see `property_key`.
    """
    words = pieces(wire)
    if len(words) == 1 and words[0].isupper():
        return words[0].lower()
    return camel(wire) or wire


def member_name(text: str) -> str:
    """Return the name of an enumeration's member: `TV_SHOW` → `TvShow`, `42` → `FortyTwo`, `-1` → `Minus1`.

    It is empty where `text` has no letter or digit.
    """
    signed = re.sub(r"^-(?=\d)", "minus ", text)
    words = [word.capitalize() if word.isupper() else word for word in pieces(signed)]
    return spell_number(pascal(" ".join(words)))


def property_names(fields: Sequence[Field], *, additional: bool = False) -> tuple[str, ...]:
    """Return the property names of an object's `fields` in their order, all different.

    Wire names that come to the same in camel case (`+1` and `-1`) stay as they are on the wire; of those that are the
    same on the wire, too (a path and a query parameter), all but the first are numbered from 2. With `additional`,
    the name of the property for further properties follows.
    """
    wished = [property_name(field.preferred_name or field.name) for field in fields]
    if additional:
        wished.append(ADDITIONAL)
    if len(set(wished)) == len(wished):
        return tuple(wished)
    contested = {name for name in wished if wished.count(name) > 1}
    kept = [field.name if name in contested else name for name, field in zip(wished, fields, strict=False)]
    return tuple(distinct([*kept, ADDITIONAL] if additional else kept))


def distinct(names: Sequence[str]) -> list[str]:
    """Return `names` with numbers appended to repeated ones, so that all are distinct."""
    taken = set(names)
    seen: set[str] = set()
    result = []
    for name in names:
        free, number = name, 2
        while free in seen or (free != name and free in taken):
            free, number = f"{name}{number}", number + 1
        seen.add(free)
        result.append(free)
    return result
