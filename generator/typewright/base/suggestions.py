"""What was likely meant by a name that is not known."""

from __future__ import annotations

import difflib
from collections.abc import Sequence


def suggested(name: str, known: Sequence[str], cutoff: float = 0.6) -> str | None:
    """Return the advice to write the one of `known` that resembles `name`, None where none does.

    `cutoff` is the ratio of `difflib` from which on two words resemble each other.
    """
    close = difflib.get_close_matches(name, known, 1, cutoff)
    return f"did you mean '{close[0]}'?" if close else None
