"""Portable file names without duplicates."""

from __future__ import annotations

import re
from collections.abc import Collection

from typewright.naming.words import kebab
from typewright.targets.typescript.options import FileNames

_LONGEST = 120
_DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d")


def file_stem(name: str, style: FileNames = "lower") -> str:
    """Return the name of a type or an operation as a file name without extension, in lower or in kebab case."""
    kept = kebab(name) if style == "kebab" else re.sub(r"[^a-z0-9]+", "", name.lower())
    stem = re.sub(r"[^a-z0-9-]+", "", kept)[:_LONGEST].strip("-")
    return f"{stem}types" if not stem or _DEVICES.fullmatch(stem) else stem


def unused(preferred: str, taken: Collection[str]) -> str:
    """Return `preferred`, with a number appended if it is in use."""
    free, number = preferred, 2
    while free in taken:
        free, number = f"{preferred}{number}", number + 1
    return free
