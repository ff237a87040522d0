"""Word splitting and letter case of names."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from typewright.base.number_words import SMALL_NUMBERS, number_in_words

_APART = re.compile(r"[\0-/:-@\[-`{-\x7f]+")
_CAPITALS_BEFORE_DIGIT = re.compile(r"(?<![A-Z])([A-Z])([A-Z]+)(?=[0-9])")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_LEADING_CAPITALS = re.compile(r"\A[A-Z]+(?=[A-Z][a-z])")
_LEADING_NUMBER = re.compile(r"\d+")
_SIGN = re.compile(r"([+-])(?=\w)")
_SPELLED_DIGITS = 12
"""The number of digits from which numbers are spelled digit by digit; `int` takes quadratic time, and has a limit."""
_SPELLED_SYMBOLS = 4
"""The number of symbols at the beginning of a value that are spelled out."""
_REMEMBERED = 16_384
"""The number of texts whose converted form is cached; the same few thousand recur."""


def pieces(text: str) -> list[str]:
    """Split a text at the characters that identifiers cannot contain."""
    if not text.isascii():
        text = "".join(char if char.isascii() or ("a" + char).isidentifier() else " " for char in text)
    return [piece for piece in _APART.split(text) if piece]


def upper_first(word: str) -> str:
    """Return the word with its first letter in upper case; the rest is unchanged."""
    return word[:1].upper() + word[1:]


@lru_cache(maxsize=_REMEMBERED)
def pascal(text: str) -> str:
    """Return a text in Pascal case, with the case inside of its pieces unchanged; `&` becomes `And`."""
    return "".join(map(upper_first, pieces(text.replace("&", " And "))))


def pascal_of_key(text: str) -> str:
    """Return the key of a component in Pascal case; what one piece has in capitals, the others have, too.

    `V3.SLO.SloAction` gives `V3SLOSLOAction`.
    """
    words = pieces(text.replace("&", " And "))
    name = "".join(map(upper_first, words))
    for word in {word for word in words if len(word) > 1 and word.isalpha() and word.isupper()}:
        name = re.sub(rf"{word.capitalize()}(?![a-z])", word, name)
    return name


def capitalise_pieces(text: str) -> str:
    """Return a text that is all upper case in Pascal case, each piece capitalised (`V3.SLO.SLO` → `V3SloSlo`)."""
    words = pieces(text)
    return "".join(map(str.capitalize, words)) if len(words) > 1 and "".join(words).isupper() else pascal_of_key(text)


def snake(text: str) -> str:
    """Return a text in snake case; it can be empty, or start with a digit."""
    normal = unicodedata.normalize("NFKC", text)
    words = [_HUMP.sub("_", piece) for piece in pieces(normal)]
    return unicodedata.normalize("NFKC", "_".join(words).lower())


def kebab(name: str) -> str:
    """Return a name in Pascal case in kebab case: `TikTokOAuthURL` → `tik-tok-o-auth-url`."""
    return _HUMP.sub("-", name).lower()


@lru_cache(maxsize=_REMEMBERED)
def camel(text: str) -> str:
    """Return a text in camel case, with the case inside of its pieces unchanged.

    The capitals of an all-capital first piece, or before a word that it begins with, are a word (`API Keys` →
    `apiKeys`, `DOVIVersion` → `doviVersion`).
    """
    first, *rest = pieces(text) or [""]
    lowered = first.lower() if first.isupper() else _LEADING_CAPITALS.sub(lambda run: run[0].lower(), first)
    return lowered[:1].lower() + lowered[1:] + "".join(map(upper_first, rest))


def capitalise_whole(name: str) -> str:
    """Return a name that is all upper case with only its first letter in upper case (`LLM` → `Llm`)."""
    return name.capitalize() if len(name) > 1 and name.isupper() else name


def lower_before_digits(name: str) -> str:
    """Return a name in which runs of capitals before a digit are capitalised (`JSON7` → `Json7`)."""
    return name if name.isalpha() else _CAPITALS_BEFORE_DIGIT.sub(lambda run: run[1] + run[2].lower(), name)


def spell_number(word: str) -> str:
    """Return a word of digits in English and Pascal case (`28` → `TwentyEight`), any other word unchanged."""
    if not (word.isascii() and word.isdigit()):
        return word
    return "".join(map(upper_first, number_in_words(int(word)).split()))


def identifier(name: str) -> str:
    """Return `name` as an identifier, with a prefix if it is empty or begins with an invalid character."""
    if not name:
        return "Empty"
    return name if name.isidentifier() else f"Type{name}"


def folded(name: str) -> str:
    """Return the form in which names are compared: case-folded and normalised (NFKC)."""
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def spell_leading_number(word: str) -> str:
    """Return a word with leading digits spelled out, as an identifier needs (`3d` → `Threed`)."""
    match = _LEADING_NUMBER.match(word)
    if match is None:
        return word
    return "".join(map(upper_first, digits_in_words(match[0]).split())) + word[match.end() :]


def digits_in_words(digits: str) -> str:
    """Return a text of decimal digits, of whatever script, in English words: `28` → `twenty eight`."""
    if len(digits) > _SPELLED_DIGITS:
        return " ".join(SMALL_NUMBERS[unicodedata.decimal(digit)] for digit in digits)
    return number_in_words(int(digits))


def spelled_symbols(value: str) -> str:
    """Return a value of an enumeration with the symbols that names need in words.

    A sign at its beginning is spelled out (`-created_at` → `minus created_at`), and so is a value that consists of
    symbols alone, by the names of Unicode (`<=` → `less than equals`).
    """
    if value[:1] in ("+", "-"):
        value = _SIGN.sub(lambda sign: "plus " if sign[1] == "+" else "minus ", value, count=1)
    if not value or pieces(value):
        return value
    names = [unicodedata.name(char, "").removesuffix(" SIGN").replace("-", " ").lower() for char in value.strip()]
    return " ".join(names[:_SPELLED_SYMBOLS])


def class_identifier(text: str, prefix: str) -> str:
    """Return a text as the name of a class in any language: Pascal case, with a leading number spelled out.

    `prefix` is prepended if the name would still begin with an invalid character.
    """
    name = spell_leading_number(pascal(text))
    return name if name.isidentifier() else f"{prefix}{name}"


def member_identifier(text: str) -> str:
    """Return a text as the name of a method or a property in camel case; empty if it has no usable characters."""
    name = spell_leading_number(camel(text))
    name = name[:1].lower() + name[1:]
    return name if not name or name.isidentifier() else f"call{upper_first(name)}"
