"""Strings that resemble usual values of a field name.

Each family draws as many random numbers as the reference does, so that the following values on the same page are the
same. Where the reference uses a large dictionary, the text comes from short lists and from domains that are reserved
for examples (RFC 2606).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Final

from typewright.base.random_stream import RandomStream
from typewright.examples.sampling import words

YEAR: Final = 2025
"""The year around which example dates are. A constant: the same description gives the same pages in every year."""

_ALPHANUMERIC = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_HEXADECIMAL = "0123456789abcdef"
_SUFFIXES = ("com", "biz", "info", "name", "net", "org")
_LARGE = 1000
"""The size of the reference's dictionaries: one random number, whatever list the word is taken from."""

Family = Callable[[RandomStream], str]


def _word(rng: RandomStream, choices: tuple[str, ...], size: int = _LARGE) -> str:
    return choices[rng.integer(0, size - 1) % len(choices)]


def _host(rng: RandomStream) -> str:
    adjective, noun = _word(rng, words.ADJECTIVES), _word(rng, words.NOUNS)
    rng.pick(_SUFFIXES)
    return f"{adjective}-{noun}.example.com"


def _url(rng: RandomStream) -> str:
    slash = rng.boolean()
    return f"https://{_host(rng)}{'/' if slash else ''}"


def _user_name(rng: RandomStream) -> str:
    first = _word(rng, words.FIRST_NAMES)
    last = _word(rng, words.LAST_NAMES)
    if rng.unit() >= 0.95:
        _word(rng, words.LAST_NAMES)
    separator, number = rng.pick("._"), rng.integer(0, 99)
    form = rng.integer(0, 2)
    return (f"{first}{separator}{last}{number}", f"{first}{separator}{last}", f"{first}{number}")[form]


def _email(rng: RandomStream) -> str:
    rng.integer(0, 2)
    return f"{_user_name(rng)}@example.com"


def _description(rng: RandomStream) -> str:
    text = []
    for _ in range(rng.integer(3, 10)):
        for index in range(6, 0, -1):
            rng.integer(0, index)
        text.append(_word(rng, words.TEXT))
    return " ".join(text)


def _comment(rng: RandomStream) -> str:
    return f"A {_word(rng, words.ADJECTIVES, 20)} {_word(rng, words.NOUNS, 20)}, made to last"


def _image(rng: RandomStream) -> str:
    width, height = rng.integer(1, 3999), rng.integer(1, 3999)
    if rng.boolean():
        seed = str(rng.integer(0, 2**53 - 1))
    else:
        seed = "".join(rng.pick(_ALPHANUMERIC) for _ in range(rng.integer(5, 10)))
    return f"https://example.com/images/{seed}/{width}/{height}"


def _password(rng: RandomStream) -> str:
    text = ""
    while len(text) < 15:
        char = chr(rng.integer(0, 94) + 33)
        text += char if re.fullmatch(r"[A-Za-z0-9_]", char) else ""
    return text


def _uuid(rng: RandomStream) -> str:
    filled = re.sub("x", lambda _: rng.pick(_HEXADECIMAL), "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx")
    return filled.replace("y", rng.pick("89ab"))


def _city(rng: RandomStream) -> str:
    rng.integer(0, 5)
    return _word(rng, words.CITIES)


_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def _epoch(moment: datetime) -> int:
    return round((moment - _EPOCH) / timedelta(milliseconds=1))


def _start_of(year: int) -> datetime:
    return datetime(year, 1, 1, tzinfo=timezone.utc)


def date_time(rng: RandomStream) -> str:
    """Return a random moment from two years before to one year after the start of the reference year (RFC 3339)."""
    milliseconds = rng.integer(_epoch(_start_of(YEAR - 2)), _epoch(_start_of(YEAR + 1)))
    moment = _EPOCH + timedelta(milliseconds=milliseconds)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03}Z"


def date(rng: RandomStream) -> str:
    """Return a random day in the year before the reference year (RFC 3339 full-date)."""
    return _moment_before(rng, _start_of(YEAR)).strftime("%Y-%m-%d")


def _moment_before(rng: RandomStream, end: datetime) -> datetime:
    milliseconds = int(rng.unit() * 365 * 86_400_000)
    return end - timedelta(days=365) + timedelta(milliseconds=milliseconds)


def _epoch_before(rng: RandomStream) -> str:
    return str(int(_moment_before(rng, _start_of(YEAR)).timestamp() * 1000))


def _epoch_after(rng: RandomStream) -> str:
    return str(int(_moment_before(rng, _start_of(YEAR) + timedelta(days=365)).timestamp() * 1000))


_BY_FORMAT: Final[dict[str, Family]] = {
    "uuid": _uuid,
    "uri": _url,
    "url": _url,
    "email": _email,
    "hostname": _host,
    "date": date,
}

_BY_NAME: Final[dict[str, Family]] = {
    "url": _url,
    "image": _image,
    "model": lambda rng: rng.pick(words.VEHICLES),
    "displayname": _user_name,
    "user": _user_name,
    "username": _user_name,
    "email": _email,
    "password": _password,
    "host": _host,
    "hostname": _host,
    "domain": _host,
    "description": _description,
    "comment": _comment,
    "state": lambda rng: _word(rng, words.STATES, 50),
    "country": lambda rng: _word(rng, words.COUNTRIES, 240),
    "city": _city,
    "timezone": lambda rng: _word(rng, words.TIMEZONES, 400),
    "path": lambda rng: _word(rng, words.FOLDERS, 60),
    "datatype": lambda rng: rng.pick(words.DATABASE_TYPES),
    "date": date,
    "createdat": _epoch_before,
    "expiresat": _epoch_after,
    "filename": lambda _: "example.file",
    "filetype": lambda rng: rng.pick(words.FILE_TYPES),
    "key": lambda _: "<key>",
}


def family(name: str, format_: str | None) -> Family | None:
    """Return the function that samples strings for a field name and format; None for the placeholder `<value>`."""
    if format_ is not None and format_ in _BY_FORMAT:
        return _BY_FORMAT[format_]
    folded = re.sub(r"[^0-9a-z]", "", name.lower())
    if folded in _BY_NAME:
        return _BY_NAME[folded]
    if folded.endswith(("url", "uri")):
        return _url
    return (lambda _: "<id>") if folded.endswith("id") else None
