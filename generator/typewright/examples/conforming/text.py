"""Strings for a schema that refuses the usual one: by format, by the API's own examples, by name, pattern and length.

All functions yield candidates, likely ones first; none of them is held against the schema here.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from typewright.base.random_stream import Draws
from typewright.examples.sampling import words
from typewright.examples.sampling.families import date, date_time, family
from typewright.schemas.pattern_syntax import PatternError
from typewright.schemas.patterns import strings

FILLERS: Final = ("value", "abc", "ab", "a", "")
"""Texts that say nothing, for all lengths."""


def _time(draws: Draws) -> str:
    return f"{draws.integer(0, 23):02}:{draws.integer(0, 59):02}:{draws.integer(0, 59):02}Z"


def _host(draws: Draws) -> str:
    return f"{draws.pick(words.ADJECTIVES)}-{draws.pick(words.NOUNS)}.example.com"


def _relative(draws: Draws) -> str:
    return f"/{draws.pick(words.NOUNS)}/{draws.integer(1, 99)}"


def _uuid(draws: Draws) -> str:
    drawn = family("", "uuid")
    return drawn(draws) if drawn else ""


_FORMATS: Final[Mapping[str, Callable[[Draws], str]]] = {
    "date-time": date_time,
    "date": date,
    "time": _time,
    "duration": lambda draws: f"PT{draws.integer(1, 59)}M",
    "email": lambda draws: f"{draws.pick(words.FIRST_NAMES).lower()}@example.com",
    "idn-email": lambda draws: f"{draws.pick(words.FIRST_NAMES).lower()}@example.com",
    "hostname": _host,
    "idn-hostname": _host,
    "ipv4": lambda draws: f"192.0.2.{draws.integer(1, 254)}",
    "ipv6": lambda draws: f"2001:db8::{draws.integer(1, 0xFFFF):x}",
    "uri": lambda draws: f"https://{_host(draws)}",
    "iri": lambda draws: f"https://{_host(draws)}",
    "uri-reference": _relative,
    "iri-reference": _relative,
    "uuid": _uuid,
    "uri-template": lambda draws: f"/{draws.pick(words.NOUNS)}/{{id}}",
    "json-pointer": _relative,
    "relative-json-pointer": lambda draws: f"{draws.integer(0, 3)}/{draws.pick(words.NOUNS)}",
    "regex": lambda draws: f"^{draws.pick(words.NOUNS)}[0-9]+$",
    "byte": lambda draws: base64.b64encode(draws.pick(words.NOUNS).encode()).decode(),
}
"""One string of each format that asserts something, with the networks and domains that are reserved for examples."""

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
"""What a field is often given whose name holds a word."""

_LONG: Final = 12
"""How long an id is at least where its pattern leaves that open."""

_USUAL: Final = (
    *("example", "Example", "amber-river", "amber_river", "AMBER_RIVER", "amberRiver", "Amber river"),
    *("https://example.com", "http://example.com", "https://example.com/", "/example", "./example", "example.com"),
    *("ada@example.com", "42", "7", "1.0.0", "v1.0.0", "2024-05-04", "12:30", "10s", "30m", "5 MB", "5MB", "50%"),
    *("2024-05-04T12:30:00Z", "192.0.2.10", "#4f46e5", "+14155550123", "en-US", "USD", "application/json"),
    *("example.txt", "example/example", "Correct-Horse-7-Battery"),
)
"""What a pattern often asks for."""


_IS_ID: Final = re.compile(r"(?:^|[_-])(?:id|ID)s?$|[a-z](?:Id|ID)s?$")


def texts(
    name: str,
    draws: Draws,
    *,
    formats: Sequence[str],
    patterns: Sequence[str],
    least: int,
    most: int | None,
    authored: Sequence[str],
) -> Iterator[str]:
    """Yield strings for a field called `name` of which `authored` are examples that the API gives elsewhere."""
    yield from (_FORMATS[each](draws) for each in formats if each in _FORMATS)
    if _IS_ID.search(name):
        yield from (in_the_shape_of(each, draws) for each in authored)
        yield from (text for pattern in patterns for text in _for_pattern(pattern, draws, max(least, _LONG), most))
    yield from authored
    drawn = family(name, None)
    yield drawn(draws) if drawn else "<value>"
    folded = name.lower()
    for word, candidates in _BY_NAME:
        if word in folded:
            yield from candidates
    if patterns:
        yield from _USUAL
        for pattern in patterns:
            yield from _for_pattern(pattern, draws, least, most)
    yield from _of_length(draws, least, most)


def in_the_shape_of(text: str, draws: Draws) -> str:
    """Return an id like `text`: the word in front of the first `_` or `-` stays, all other characters are drawn.

    A digit stays a digit, a letter a letter of its case; where all letters are hexadecimal digits, these stay such.
    """
    prefix = re.match(r"[A-Za-z]+[_-]", text)
    start = prefix.end() if prefix else 0
    hexadecimal = re.fullmatch(r"[0-9a-f-]+|[0-9A-F-]+", text[start:]) is not None
    lower = "abcdef" if hexadecimal else "abcdefghijkmnpqrstuvwxyz"
    shape = [_like(char, lower, draws) for char in text[start:]]
    return text[:start] + "".join(shape)


def _like(char: str, lower: str, draws: Draws) -> str:
    if "0" <= char <= "9":
        return draws.pick("123456789")
    if "a" <= char <= "z":
        return draws.pick(lower)
    return draws.pick(lower.upper()) if "A" <= char <= "Z" else char


def _for_pattern(pattern: str, draws: Draws, least: int, most: int | None) -> Iterator[str]:
    try:
        for text in strings(pattern, draws, least, most):
            if not pattern.endswith("$") and not text[-1:].isalnum():
                yield f"{text}example"
            yield text
    except PatternError:
        return


def _of_length(draws: Draws, least: int, most: int | None) -> Iterator[str]:
    """Yield words that are as long as asked, cut in the middle of a word only where it must be."""
    yield from FILLERS
    text = draws.pick(words.NOUNS)
    while len(text) < least:
        text += " " + draws.pick(words.TEXT)
    yield text
    cut = text[: max(least, most if most is not None else least)]
    yield cut
    yield cut[:least].rstrip().ljust(least, "s")
    yield "".join(draws.pick("abcdefghijklmnopqrstuvwxyz") for _ in range(least))
