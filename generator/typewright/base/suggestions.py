"""Suggestions for misspelled names."""

from __future__ import annotations

import difflib
from collections.abc import Sequence


def did_you_mean(name: str, known: Sequence[str], cutoff: float = 0.6) -> str | None:
    """Return the text `did you mean …?` with the name in `known` that is closest to `name`; None if none is close.

    `cutoff` is the minimum similarity of a suggestion, a ratio of `difflib` from 0 to 1.
    """
    close = difflib.get_close_matches(name, known, 1, cutoff)
    return f"did you mean '{close[0]}'?" if close else None
