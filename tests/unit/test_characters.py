"""Which characters can be seen, held against the Unicode version of the running Python."""

from __future__ import annotations

import sys
import unicodedata

from typewright.base.characters import is_visible
from typewright.targets.python.quoting import string_literal


def test_assigned_characters_are_seen_as_python_sees_them() -> None:
    assigned = [char for char in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(char) != "Cn"]
    assert [char for char in assigned if is_visible(char) != char.isprintable()] == []


def test_characters_that_a_later_unicode_assigns_are_written_as_they_are() -> None:
    assert string_literal("\u0378") == '"\u0378"'  # not assigned in any version so far
    assert string_literal("\U0001cc00") == '"\U0001cc00"'  # assigned in Unicode 16.0, which Python 3.13 does not have


def test_what_no_version_shows_is_escaped() -> None:
    assert string_literal("a\u202eb\ufdd0\U000e0001") == '"a\\u202eb\\ufdd0\\U000e0001"'
