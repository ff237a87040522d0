"""Dates and moments from their texts (RFC 3339), for arguments of methods."""

from __future__ import annotations

import re
from datetime import date, datetime

_FRACTION = re.compile(r"\.(\d+)")


def parse_date(text: str) -> date:
    """Return the date of a text such as `2024-02-29`. Raise ValueError if the text is invalid."""
    return date.fromisoformat(text)


def parse_datetime(text: str) -> datetime:
    """Return the moment of a text such as `2024-02-29T12:30:00Z`; fractions of a second are cut to six digits.

    Raises:
        ValueError: The text is no moment.

    """
    normal = text.strip().upper().replace("Z", "+00:00")
    return datetime.fromisoformat(
        _FRACTION.sub(lambda found: f".{found[1][:6]:0<6}", normal)
    )
