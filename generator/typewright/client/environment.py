"""The names of environment variables: in ASCII, as shells require (POSIX, XBD 8.1)."""

from __future__ import annotations

import re
import unicodedata

_LETTER = re.compile(r"LATIN (?:CAPITAL|SMALL) (?:LETTER|LIGATURE) ([A-Z]+)(?: WITH .*)?")


def variable_prefix(configured: str | None, class_name: str) -> str:
    """Return the prefix of a client's variables, up to their `_`: the configured one, else the name of its class."""
    return (configured or ascii_name(class_name)).upper()


def variable_name(prefix: str, words: str) -> str:
    """Return the variable of a credential, a parameter or an option, whose words are joined by underscores."""
    return f"{prefix}_{ascii_name(words)}".upper()


def ascii_name(name: str) -> str:
    """Return an identifier in ASCII: Latin letters without their marks, other characters by their code points.

    `Ödd` gives `Odd`, `Straße` gives `StraSSe`, `天` gives `U5929`. Different names of other scripts stay different.
    """
    if name.isascii():
        return name
    return "".join(map(_ascii, unicodedata.normalize("NFKD", name)))


def _ascii(char: str) -> str:
    if char.isascii():
        return char
    if unicodedata.combining(char):
        return ""
    upper = char.upper()
    if upper.isascii():
        return upper
    letter = _LETTER.fullmatch(unicodedata.name(char, ""))
    return letter[1] if letter is not None else f"U{ord(char):X}"
