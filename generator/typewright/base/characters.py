"""Which characters can be seen: by a fixed table, so that all versions of Python write the same text."""

from __future__ import annotations

import re

_INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u1680\u180e\u2000-\u200f"
    "\u2028-\u202f\u205f-\u206f\u3000\ud800-\uf8ff\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff\U000f0000-\U0010ffff]"
)
"""Controls, formats, surrogates, private characters, noncharacters, and separators but the space (Unicode 16.0).

`str.isprintable` follows the Unicode version of the running Python, and does not count what that has not assigned yet.
"""


def is_visible(text: str) -> bool:
    """Return whether all characters of a text can be seen, or are spaces."""
    return text.isprintable() if text.isascii() else _INVISIBLE.search(text) is None
