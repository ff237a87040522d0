"""Suggestions for misspelled names."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def closest(name: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Return the name in `known` that is closest to `name`, whatever the letter case; None if none is close.

    Of names that differ in letter case only, it is the one that has more letters in the case of `name`. `cutoff` is the
    minimum similarity, a ratio of `difflib` from 0 to 1.
    """
    by_letters: dict[str, list[str]] = {}
    for other in known:
        by_letters.setdefault(other.casefold(), []).append(other)
    close = difflib.get_close_matches(name.casefold(), by_letters, 1, cutoff)
    if not close:
        return None
    return max(by_letters[close[0]], key=lambda other: difflib.SequenceMatcher(None, name, other).ratio())


def did_you_mean(name: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Return the text `did you mean …?` with the name in `known` that is `closest` to `name`; None if none is close."""
    close = closest(name, known, cutoff)
    return None if close is None else f"did you mean '{close}'?"
