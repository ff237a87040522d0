"""Names of pages' files, which every file system can hold."""

from __future__ import annotations

from generator.digest import digest

_LONGEST = 120


def page_stem(name: str) -> str:
    """Return the name of a type or of a group in small letters, as that of a file without its extension.

    A long one is cut, and ends with a part of its digest, which tells it from others with the same beginning.
    """
    stem = name.lower()
    return stem if len(stem) <= _LONGEST else f"{stem[: _LONGEST - 13]}-{digest(stem.encode())[:12]}"
