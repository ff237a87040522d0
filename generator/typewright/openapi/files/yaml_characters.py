"""Substitution of the characters that YAML 1.2 allows but a YAML 1.1 parser does not."""

from __future__ import annotations

import re
from itertools import chain

_SUBSTITUTED = re.compile("[\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_PRIVATE = (range(0xE000, 0xF900), range(0xF0000, 0xFFFFE), range(0x100000, 0x10FFFE))


def substitute_characters(text: str) -> tuple[str, dict[int, str] | None]:
    """Return `text` for a YAML 1.1 parser, and the table to restore scalars with `str.translate` (None: unchanged).

    NEL, LS and PS end a line in YAML 1.1 but are plain characters in 1.2 (section 5.4); DEL, the C1 controls and
    the noncharacters are refused by 1.1 but allowed in 1.2's quoted scalars. Each is replaced by a character of
    a private use area that `text` does not contain, so that offsets stay the same.
    """
    if text.isascii() and "\x7f" not in text:
        return text, None
    characters = sorted(set(_SUBSTITUTED.findall(text)))
    if not characters:
        return text, None
    used = set(text)
    free = (code for code in chain(*_PRIVATE) if chr(code) not in used)
    original = dict(zip(free, characters, strict=False))
    return text.translate({ord(char): code for code, char in original.items()}), original
