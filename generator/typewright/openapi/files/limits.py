"""Limits on the size of files, since a description is untrusted input."""

from __future__ import annotations

from typing import Final

MAX_BYTES: Final = 256 * 1024 * 1024
"""Largest file that is read."""
MAX_DEPTH: Final = 500
"""Deepest nesting of lists and mappings that is read, aliases expanded."""
MAX_DIGITS: Final = 1_000
"""Longest number that is read; Python's own conversion takes quadratic time."""
ALIAS_BUDGET: Final = 100_000
"""Values that aliases may add to any document; a text of more characters may add as many as it has."""
MAX_DIAGNOSTICS: Final = 100
"""After so many faults a text is given up."""
MAX_SCHEMA_DEPTH: Final = 50
"""Deepest nesting of schemas in one another that is lowered; what is made of them nests as deeply."""
MAX_COPIES_IN_ONE: Final = 20_000
"""How many schemas and properties `allOf` may copy into one shared schema, its inner ones included."""
MAX_COPIES: Final = 300_000
"""How many it may copy in all."""
