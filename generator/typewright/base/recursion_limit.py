"""Room for functions that call themselves once a level of a description, and an end where the levels do not end.

Schemas nest and refer to one another as their author likes; Python's own limit is reached after a few hundred levels.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from typewright.base.errors import Diagnostic, SpecError

_FRAMES = 8_000
"""How deep calls may go: safe for the eight megabytes of stack that a thread commonly has."""


@contextmanager
def room_to_recurse() -> Iterator[None]:
    """Let calls go deeper inside. Raises SpecError (E117) where they go deeper than that, too."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, _FRAMES))
    try:
        yield
    except RecursionError as fault:
        message = "the schemas refer to one another in a chain that is too long"
        advice = "let them refer to one another in fewer steps; a chain may have some thousand"
        raise SpecError([Diagnostic("E117", message, help=advice)]) from fault
    finally:
        sys.setrecursionlimit(before)
