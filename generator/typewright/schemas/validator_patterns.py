"""Regular expressions of schemas (ECMA-262) in the dialect of the validator, which is that of Rust."""

from __future__ import annotations

import re
from functools import lru_cache

from jsonschema_rs import Draft202012Validator

_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def validator_pattern(pattern: str) -> str:
    """Return a pattern as the validator takes it: without escapes of `<` and `>`, which match ends of words there."""
    return _ESCAPED.sub(lambda escaped: escaped[1] if escaped[1] in "<>" else escaped[0], pattern)


@lru_cache(maxsize=4096)
def is_regular_expression(pattern: str) -> bool:
    """Return whether a pattern is a valid regular expression (ECMA-262)."""
    try:
        Draft202012Validator({"pattern": validator_pattern(pattern)})
    except ValueError:
        return False
    return True
