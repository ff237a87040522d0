"""Limits of the interpreter that a run changes: the recursion limit and the cyclic garbage collector."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from typewright.base.errors import Diagnostic, SpecError

_FRAMES = 8_000
"""The raised recursion limit. It fits into a stack of 8 MB, the usual size for a thread."""

_ALLOCATIONS = 200_000
"""The number of new containers, less the deleted ones, from which a command collects garbage."""


@contextmanager
def recursion_limit_raised() -> Iterator[None]:
    """Raise the recursion limit inside the block, since recursive functions follow the nesting of a description.

    Raises SpecError (E117) if schemas nest or refer to one another more deeply than the raised limit allows.
    """
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


def collect_rarely() -> None:
    """Let the cyclic garbage collector run only after many allocations, for a process that is a command.

    With the default of 700, importing the program makes hundreds of collections that find nothing.
    """
    gc.set_threshold(_ALLOCATIONS)


@contextmanager
def gc_paused() -> Iterator[None]:
    """Disable the cyclic garbage collector inside the block; reference counting still frees unused objects.

    A build allocates millions of long-lived objects with hardly any reference cycles; scanning them costs 10 % of a
    build and half of the time of parsing.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def gc_deferred() -> Iterator[None]:
    """Collect garbage after the block, when little is left that must be scanned, and not inside it.

    A collection scans all that is kept for the next build. It is left to a later block where hardly anything is new.
    """
    with gc_paused():
        try:
            yield
        finally:
            if gc.get_count()[0] > _ALLOCATIONS:
                gc.collect()


def freeze_heap() -> None:
    """Move all live objects to the permanent generation (`gc.freeze`), so that exiting does not scan them."""
    gc.freeze()
