"""Strings for schemas that reject the usual one: by format, by examples of the API, by name, pattern and length."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from typewright.base.random_stream import RandomStream
from typewright.examples.sampling import words
from typewright.examples.sampling.families import date, date_time, family
from typewright.schemas.pattern_syntax import PatternError
from typewright.schemas.patterns import strings

FILLERS: Final = ("value", "abc", "ab", "a", "")
"""Placeholder texts, for all lengths."""


def _time(rng: RandomStream) -> str:
    return f"{rng.integer(0, 23):02}:{rng.integer(0, 59):02}:{rng.integer(0, 59):02}Z"


def _host(rng: RandomStream) -> str:
    return f"{rng.pick(words.ADJECTIVES)}-{rng.pick(words.NOUNS)}.example.com"


def _relative(rng: RandomStream) -> str:
    return f"/{rng.pick(words.NOUNS)}/{rng.integer(1, 99)}"


def _uuid(rng: RandomStream) -> str:
    sampled = family("", "uuid")
    return sampled(rng) if sampled else ""


_FORMATS: Final[Mapping[str, Callable[[RandomStream], str]]] = {
    "date-time": date_time,
    "date": date,
    "time": _time,
    "duration": lambda rng: f"PT{rng.integer(1, 59)}M",
    "email": lambda rng: f"{rng.pick(words.FIRST_NAMES).lower()}@example.com",
    "idn-email": lambda rng: f"{rng.pick(words.FIRST_NAMES).lower()}@example.com",
    "hostname": _host,
    "idn-hostname": _host,
    "ipv4": lambda rng: f"192.0.2.{rng.integer(1, 254)}",
    "ipv6": lambda rng: f"2001:db8::{rng.integer(1, 0xFFFF):x}",
    "uri": lambda rng: f"https://{_host(rng)}",
    "iri": lambda rng: f"https://{_host(rng)}",
    "uri-reference": _relative,
    "iri-reference": _relative,
    "uuid": _uuid,
    "uri-template": lambda rng: f"/{rng.pick(words.NOUNS)}/{{id}}",
    "json-pointer": _relative,
    "relative-json-pointer": lambda rng: f"{rng.integer(0, 3)}/{rng.pick(words.NOUNS)}",
    "regex": lambda rng: f"^{rng.pick(words.NOUNS)}[0-9]+$",
    "byte": lambda rng: base64.b64encode(rng.pick(words.NOUNS).encode()).decode(),
}
"""A string of each format that is an assertion; networks and domains are those reserved for examples."""

_BY_NAME: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("currency", ("USD", "usd")),
    ("country", ("US", "us", "USA")),
    ("language", ("en", "EN", "en-US", "eng")),
    ("locale", ("en-US", "en_US", "en")),
    ("timezone", ("Europe/Lisbon",)),
    ("phone", ("+14155550123", "4155550123")),
    ("zip", ("94105", "94105-1234")),
    ("postal", ("94105", "94105-1234")),
    ("color", ("#4f46e5", "4f46e5", "#4F46E5")),
    ("colour", ("#4f46e5", "4f46e5", "#4F46E5")),
    ("version", ("1.0.0", "v1.0.0", "1.0")),
    ("password", ("Correct-Horse-7-Battery",)),
    ("sort", ("name", "-name")),
    ("unit", ("kg", "m")),
)
"""Usual strings for fields whose names contain a word."""

_LONG: Final = 12
"""The least length of an identifier if its pattern does not determine it."""

_USUAL: Final = (
    *("example", "Example", "amber-river", "amber_river", "AMBER_RIVER", "amberRiver", "Amber river"),
    *("https://example.com", "http://example.com", "https://example.com/", "/example", "./example", "example.com"),
    *("ada@example.com", "42", "7", "1.0.0", "v1.0.0", "2024-05-04", "12:30", "10s", "30m", "5 MB", "5MB", "50%"),
    *("2024-05-04T12:30:00Z", "192.0.2.10", "#4f46e5", "+14155550123", "en-US", "USD", "application/json"),
    *("example.txt", "example/example", "Correct-Horse-7-Battery"),
)
"""Usual strings that many patterns accept."""


_IS_ID: Final = re.compile(r"(?:^|[_-])(?:id|ID)s?$|[a-z](?:Id|ID)s?$")


def texts(
    name: str,
    rng: RandomStream,
    *,
    formats: Sequence[str],
    patterns: Sequence[str],
    least: int,
    most: int | None,
    authored: Sequence[str],
) -> Iterator[str]:
    """Yield strings for a field called `name`; `authored` are examples of such fields elsewhere in the API."""
    yield from (_FORMATS[format_](rng) for format_ in formats if format_ in _FORMATS)
    if _IS_ID.search(name):
        yield from (in_the_shape_of(text, rng) for text in authored)
        yield from (text for pattern in patterns for text in _for_pattern(pattern, rng, max(least, _LONG), most))
    yield from authored
    sampled = family(name, None)
    yield sampled(rng) if sampled else "<value>"
    folded = name.lower()
    for word, candidates in _BY_NAME:
        if word in folded:
            yield from candidates
    if patterns:
        yield from _USUAL
        for pattern in patterns:
            yield from _for_pattern(pattern, rng, least, most)
    yield from _of_length(rng, least, most)


def in_the_shape_of(text: str, rng: RandomStream) -> str:
    """Return a random identifier of the form of `text`: the word before the first `_` or `-` is kept.

    Digits are replaced with digits and letters with letters of their case; hexadecimal digits are kept hexadecimal if
    all letters are.
    """
    prefix = re.match(r"[A-Za-z]+[_-]", text)
    start = prefix.end() if prefix else 0
    hexadecimal = re.fullmatch(r"[0-9a-f-]+|[0-9A-F-]+", text[start:]) is not None
    lower = "abcdef" if hexadecimal else "abcdefghijkmnpqrstuvwxyz"
    shape = [_like(char, lower, rng) for char in text[start:]]
    return text[:start] + "".join(shape)


def _like(char: str, lower: str, rng: RandomStream) -> str:
    if "0" <= char <= "9":
        return rng.pick("123456789")
    if "a" <= char <= "z":
        return rng.pick(lower)
    return rng.pick(lower.upper()) if "A" <= char <= "Z" else char


def _for_pattern(pattern: str, rng: RandomStream, least: int, most: int | None) -> Iterator[str]:
    try:
        for text in strings(pattern, rng, least, most):
            if not pattern.endswith("$") and not text[-1:].isalnum():
                yield f"{text}example"
            yield text
    except PatternError:
        return


def _of_length(rng: RandomStream, least: int, most: int | None) -> Iterator[str]:
    """Yield texts of the required length, cut inside a word only where necessary."""
    yield from FILLERS
    text = rng.pick(words.NOUNS)
    while len(text) < least:
        text += " " + rng.pick(words.TEXT)
    yield text
    cut = text[: max(least, most if most is not None else least)]
    yield cut
    yield cut[:least].rstrip().ljust(least, "s")
    yield "".join(rng.pick("abcdefghijklmnopqrstuvwxyz") for _ in range(least))
