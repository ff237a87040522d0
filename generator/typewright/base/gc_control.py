"""Python's cyclic garbage collector, kept from looking at what is growing and stays."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """Let no cycles be collected inside.

    A run makes millions of objects that are used until its end and hardly a cycle; looking at them again and again
    takes a tenth of a build, and half of the time of parsing. Reference counts go on to free what nobody uses.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def leave_to_the_system() -> None:
    """Exempt all that is held from collection: the process ends, and its memory goes back anyway."""
    gc.freeze()
