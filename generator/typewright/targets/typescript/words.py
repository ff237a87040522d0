"""JSON names → TypeScript property names, for declarations, pages and examples alike."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Literal

from msgspec import Struct

from typewright.ir import Field, ObjectModel
from typewright.naming.words import camel, pascal, pieces, snake, spell_number, spelled_symbols
from typewright.surface.security import is_credential

Casing = Literal["camel", "snake", "original"]

ADDITIONAL = "additionalProperties"
"""The property that holds the additional properties of an object."""


@lru_cache(maxsize=8192)
def camel_name(wire: str) -> str:
    """Return a wire name in camel case; a name of one piece wholly in capitals is lowered (`ID` → `id`).

    A name without a letter or digit stays as it is. The result may be no identifier (`1080p`): see `property_key`.
    """
    words = pieces(wire)
    if len(words) == 1 and words[0].isupper():
        return words[0].lower()
    return camel(wire) or wire


@lru_cache(maxsize=8192)
def _snake_name(wire: str) -> str:
    """Return a wire name in snake case, `photoID` → `photo_id`; a name without a letter or digit is unchanged."""
    return snake(wire) or wire


INHERITED: Final = frozenset(
    {
        *("constructor", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "toLocaleString", "toString"),
        *("valueOf", "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__"),
    }
)
"""The properties of `Object.prototype` but `__proto__` (ECMA-262, 20.1.3 and B.2.2)."""


class Spelling(Struct, frozen=True):
    """The spelling of the properties of types. Options of the client and credentials are always in camel case."""

    casing: Casing = "camel"
    is_flat: bool = False
    """Whether an object's additional properties are beside its own ones, not in a property that holds them."""

    def of_name(self, wire: str) -> str:
        """Return the property for a wire name."""
        match self.casing:
            case "camel":
                return camel_name(wire)
            case "snake":
                return _snake_name(wire)
        return wire

    def of_field(self, field: Field) -> str:
        """Return the property for a field, as if it were the only one of its object."""
        return field.name if self.casing == "original" else self.of_name(field.preferred_name or field.name)

    def has_additional_properties(self, model: ObjectModel) -> bool:
        """Return whether an object has a property that holds its additional properties."""
        return model.additional is not None and not self.is_flat

    def of_model(self, model: ObjectModel) -> tuple[str, ...]:
        """Return the properties of an object in the order of its fields, all different.

        Wire names that would be equal in their casing (`+1` and `-1`) are unchanged; of equal wire names (a path and a
        query parameter), all but the first are numbered from 2. The property for additional properties is the last one,
        if there is one. An optional property that every object inherits (`toString`) gets a `_`: without it, an object
        would be of no such type.
        """
        spell = _CREDENTIALS if is_credential(model) else self
        fields = tuple([(field.name, spell.of_field(field), field.required) for field in model.fields])
        return _properties(self.casing, fields, has_additional=self.has_additional_properties(model))


_CREDENTIALS: Final = Spelling()


@lru_cache(maxsize=8192)
def _properties(casing: Casing, fields: tuple[tuple[str, str, bool], ...], *, has_additional: bool) -> tuple[str, ...]:
    """Return the properties of an object whose fields have these wire names and spellings, and are required or not."""
    last = (ADDITIONAL,) if has_additional else ()
    preferred = tuple(
        name if required or name not in INHERITED or casing == "original" else f"{name}_"
        for _, name, required in fields
    )
    preferred += last
    if len(set(preferred)) == len(preferred):
        return preferred
    contested = {name for name in preferred if preferred.count(name) > 1}
    kept = [wire if name in contested else name for name, (wire, _, _) in zip(preferred, fields, strict=False)]
    return tuple(distinct([*kept, *last]))


def member_name(text: str) -> str:
    """Return the name of an enumeration's member: `TV_SHOW` → `TvShow`, `42` → `FortyTwo`, `-1` → `Minus1`.

    It is empty if `text` is.
    """
    words = [word.capitalize() if word.isupper() else word for word in pieces(spelled_symbols(text))]
    return spell_number(pascal(" ".join(words)))


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
