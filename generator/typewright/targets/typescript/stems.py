"""Names of files that every system can hold, told apart where two come to the same."""

from __future__ import annotations

import re
from collections.abc import Collection

_LONGEST = 120
_DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d")


def file_stem(name: str) -> str:
    """Return a type's or an operation's name as the name of a file without an extension, in lower case."""
    stem = re.sub(r"[^a-z0-9]+", "", name.lower())[:_LONGEST]
    return f"{stem}types" if not stem or _DEVICES.fullmatch(stem) else stem


def unused(wished: str, taken: Collection[str]) -> str:
    """Return `wished`, with a number behind it where it is taken."""
    free, number = wished, 2
    while free in taken:
        free, number = f"{wished}{number}", number + 1
    return free
