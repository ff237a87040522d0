"""Limits for reading and lowering descriptions, which are untrusted input."""

from __future__ import annotations

from typing import Final

MAX_BYTES: Final = 256 * 1024 * 1024
"""The maximum size of a file."""
MAX_DEPTH: Final = 500
"""The maximum nesting of lists and mappings, with aliases expanded."""
MAX_DIGITS: Final = 1_000
"""The maximum number of digits of an integer, whose conversion takes quadratic time."""
ALIAS_BUDGET: Final = 100_000
"""How many values aliases may add to a document, or as many as the text has characters if that is more."""
MAX_DIAGNOSTICS: Final = 100
"""The number of faults after which a text is not read any further."""
MAX_SCHEMA_DEPTH: Final = 50
"""The maximum nesting of schemas, since generated code nests as deeply."""
MAX_COPIES_IN_ONE: Final = 20_000
"""How many schemas and properties `allOf` may copy into one shared schema, including its inner schemas."""
MAX_COPIES: Final = 300_000
"""How many schemas and properties `allOf` may copy in all."""
