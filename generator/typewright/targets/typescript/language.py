"""The properties of TypeScript that naming depends on."""

from __future__ import annotations

from typewright.naming.names import Language
from typewright.naming.words import capitalise_whole, lower_before_digits

RESERVED = frozenset({"Error", "File", "Function", "Number", "Object", "Parameters", "ReturnType"})
"""Names of the language's library that a type gives way to."""


def finish(name: str) -> str:
    """Return the final case of a name: not all upper case, and no run of capitals before a digit."""
    return lower_before_digits(capitalise_whole(name))


LANGUAGE = Language(reserved=RESERVED, finish=finish)
