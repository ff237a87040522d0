"""Words and casing, shared by all naming schemes and targets."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_APART = re.compile(r"[^0-9A-Za-z\u0080-\U0010ffff]+")
_CAPITALS_BEFORE_DIGIT = re.compile(r"(?<![A-Z])([A-Z])([A-Z]+)(?=[0-9])")
_LEADING_NUMBER = re.compile(r"[0-9]+")
_REMEMBERED = 16_384
"""How many texts are remembered in another casing: the same few thousand come again and again."""
_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))


def pieces(text: str) -> list[str]:
    """Split on everything that no identifier can hold; nothing else is changed."""
    if not text.isascii():
        text = "".join(char if char.isascii() or ("a" + char).isidentifier() else " " for char in text)
    return [piece for piece in _APART.split(text) if piece]


def upper_first(word: str) -> str:
    """Return the word with its first letter in upper case, the rest untouched."""
    return word[:1].upper() + word[1:]


@lru_cache(maxsize=_REMEMBERED)
def pascal(text: str) -> str:
    """Join the pieces of a text, each with its first letter in upper case; `&` is a word, And."""
    return "".join(map(upper_first, pieces(text.replace("&", " And "))))


def camel(text: str) -> str:
    """Join the pieces, the first letter of all in lower case, of the others in upper case."""
    first, *rest = pieces(text) or [""]
    return first[:1].lower() + first[1:] + "".join(map(upper_first, rest))


def capitalise_whole(name: str) -> str:
    """Return a name that is wholly in capitals with only its first letter so (`LLM` → `Llm`)."""
    return name.capitalize() if len(name) > 1 and name.isupper() else name


def lower_before_digits(name: str) -> str:
    """Lower a run of capitals that stands directly before a digit, but for its first (`JSON7` → `Json7`)."""
    return _CAPITALS_BEFORE_DIGIT.sub(lambda run: run[1] + run[2].lower(), name)


def number_in_words(number: int) -> str:
    """Return a number in English, its words joined by spaces: 28 → `twenty eight`, 256 → `two hundred and fifty six`.

    Numbers of a trillion and more are spelled digit by digit.
    """
    if number >= 10**12:
        return " ".join(_SMALL[int(digit)] for digit in str(number))
    for scale, word in _SCALES:
        if number >= scale:
            head = f"{number_in_words(number // scale)} {word}"
            rest = number % scale
            if not rest:
                return head
            return (
                f"{head} and {number_in_words(rest)}"
                if rest < 100 or scale == 1000
                else f"{head} {number_in_words(rest)}"
            )
    if number < 20:
        return _SMALL[number]
    return _TENS[number // 10] + (f" {_SMALL[number % 10]}" if number % 10 else "")


def spell_number(word: str) -> str:
    """Return a word that consists of digits in English, in Pascal case (`28` → `TwentyEight`); others unchanged."""
    if not (word.isascii() and word.isdigit()):
        return word
    return "".join(map(upper_first, number_in_words(int(word)).split()))


def identifier(name: str) -> str:
    """Return a name that can be an identifier: never empty, never with a first character that only may follow."""
    if not name:
        return "Empty"
    return name if name.isidentifier() else f"Type{name}"


def folded(name: str) -> str:
    """Return what two names have in common that differ only by case, or by the form of a character (NFKC)."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def spell_leading_number(word: str) -> str:
    """Return a word whose digits at the start are spelled, so that it can be an identifier (`3d` → `Threed`)."""
    match = _LEADING_NUMBER.match(word)
    return word if match is None else spell_number(match[0]) + word[match.end() :]
