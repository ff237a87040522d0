"""The singular of English nouns, for the names of array elements.

Only the end of a word counts, so that `AuthTokens` and `keyValueMetadata` work alike. The rules are the ordinary ones
of English spelling, with the Latin and Greek endings that API descriptions use.
"""

from __future__ import annotations

import re

_UNCOUNTABLE = frozenset(
    [
        "data",
        "equipment",
        "information",
        "rice",
        "money",
        "species",
        "series",
        "sheep",
        "news",
        "jeans",
        "police",
        "milk",
        "salt",
        "water",
        "paper",
        "food",
    ]
)
"""Words that are their own singular, but only as a whole word: the singular of `metadata` is `metadatum`."""

_IRREGULAR = {
    "people": "person",
    "children": "child",
    "men": "man",
    "women": "woman",
    "mice": "mouse",
    "lice": "louse",
    "feet": "foot",
    "geese": "goose",
    "teeth": "tooth",
    "oxen": "ox",
}

_RULES = tuple(
    (re.compile(pattern + "$", re.IGNORECASE), ending)
    for pattern, ending in (
        (r"(quiz)zes", r"\1"),
        (r"(matr)ices", r"\1ix"),
        (r"(vert|ind)ices", r"\1ex"),
        (r"(alias|status|bus|virus|campus|bonus|census|consensus|corpus)es", r"\1"),
        (r"(alias|status|bus|virus|campus|bonus|census|consensus|corpus)", r"\1"),
        (r"(cris|test|ax)es", r"\1is"),
        (r"(analy|diagno|parenthe|progno|synop|the|ba)ses", r"\1sis"),
        (r"(analy|diagno|parenthe|progno|synop|the|ba)sis", r"\1sis"),
        (r"(shoe)s", r"\1"),
        (r"(o)es", r"\1"),
        (r"(mov|cook)ies", r"\1ie"),
        (r"(ser|spec)ies", r"\1ies"),
        (r"([^aeiouy]|qu)ies", r"\1y"),
        (r"(hive|tive|curve|sleeve|valve|nerve|serve)s", r"\1"),
        (r"([lr])ves", r"\1f"),
        (r"(li|kni|wi)ves", r"\1fe"),
        (r"(lea|loa|thie|shea)ves", r"\1f"),
        (r"(x|ch|ss|sh)es", r"\1"),
        (r"([ti])a", r"\1um"),
        (r"(ss)", r"\1"),
        (r"(n)ews", r"\1ews"),
        (r"s", ""),
    )
)


def singular(word: str) -> str:
    """Return `word` in the singular. A word that is all upper case or no plural is returned unchanged."""
    if word.isupper() or word.lower() in _UNCOUNTABLE:
        return word
    irregular = _IRREGULAR.get(word.lower())
    if irregular is not None:
        return irregular.capitalize() if word[:1].isupper() else irregular
    for pattern, ending in _RULES:
        changed, count = pattern.subn(ending, word)
        if count:
            return changed or word
    return word
