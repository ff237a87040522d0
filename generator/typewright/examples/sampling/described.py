"""Draws that fit the name and the description of their field, which say more than a schema asserts.

`country` is the name of a country, but under "Two-letter code" its code is; `expMonth` is a number from 1 to 12.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from typewright.examples.sampling import words
from typewright.examples.sampling.families import YEAR
from typewright.naming.words import snake

_NUMBERS: Final = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNT: Final = rf"({'|'.join(_NUMBERS)}|[2-9]|10)[- ]"
_LETTERS: Final = re.compile(rf"\b{_COUNT}(?:upper-?case |lower-?case |capital )?(?:letter|character)", re.IGNORECASE)
_DIGITS: Final = re.compile(rf"\b{_COUNT}digit", re.IGNORECASE)
_ALPHA: Final = re.compile(r"\balpha-?([23])\b", re.IGNORECASE)
_STANDARDS: Final = {"country": ("country[-_ ]?code|iso[- ]?3166", 2), "currency": ("iso[- ]?4217", 3)}
"""What a description says of a code, and how many letters it has where it does not say how many."""
_NO_LETTERS: Final = re.compile(r"phone|dial|calling|numeric", re.IGNORECASE)
_CODES: Final[Mapping[str, Mapping[int, tuple[str, ...]]]] = {
    "country": {2: words.COUNTRY_CODES, 3: words.LONG_COUNTRY_CODES},
    "currency": {3: ("USD",)},
    "language": {2: ("en",), 3: ("eng",)},
}
"""The codes of what a field's name speaks of, by their number of letters."""
_SMALL: Final = re.compile(r"\blower[- ]?case", re.IGNORECASE)
_RANGES: Final = {"month": (1, 12), "year": (YEAR, 5), "hour": (0, 24), "minute": (0, 60)}
"""The least value of a part of a date or a time, and the number of values, by the last word of a field's name."""


def fitting_text(drawn: str, name: str, asked: str) -> str:
    """Return `drawn`, or what fits `asked` better, the name, format and description of a field."""
    subject = next((word for word in _CODES if word in name.lower()), None)
    if subject is not None and (length := _letters(asked, subject)) in _CODES[subject]:
        codes = _CODES[subject][length]
        code = codes[words.COUNTRIES.index(drawn) if drawn in words.COUNTRIES else 0]
        return code.lower() if _SMALL.search(asked) else code
    digits = _DIGITS.search(asked)
    return "1234567890"[: _count(digits[1])] if digits and drawn == "<value>" else drawn


def fitting_number(drawn: int, name: str) -> int:
    """Return `drawn`, or a number near it that is a part of a date or a time, where the field is called so."""
    *before, last = snake(name).split("_")
    if last not in _RANGES or before[-1:] == ["per"]:
        return drawn
    least, count = _RANGES[last]
    return least + drawn % count


def _letters(asked: str, subject: str) -> int:
    """Return the number of letters of a code that a description asks for; 0 if it asks for none."""
    if _NO_LETTERS.search(asked):
        return 0
    if found := _LETTERS.search(asked):
        return _count(found[1])
    if found := _ALPHA.search(asked):
        return int(found[1])
    pattern, usual = _STANDARDS.get(subject, ("$^", 0))
    return usual if re.search(pattern, asked, re.IGNORECASE) else 0


def _count(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS.index(text.lower()) + 2
