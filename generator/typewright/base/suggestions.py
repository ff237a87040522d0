"""Suggestions for misspelled names."""

from __future__ import annotations

import difflib
from collections.abc import Sequence


def suggested(name: str, known: Sequence[str], cutoff: float = 0.6) -> str | None:
    """Return the question whether the name of `known` closest to `name` was meant; None where none is close.

    `cutoff` is the least similarity of a suggestion, as a ratio of `difflib` from 0 to 1.
    """
    close = difflib.get_close_matches(name, known, 1, cutoff)
    return f"did you mean '{close[0]}'?" if close else None
