"""Whether values are read leniently, as answers of a server are."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar

LENIENT: ContextVar[bool] = ContextVar("lenient", default=False)
"""Whether the value being read comes from a server. Hot paths set it without the context manager."""


def is_lenient() -> bool:
    """Return whether the value being read comes from a server, which may have a newer description than this package."""
    return LENIENT.get()


@contextmanager
def reading_leniently() -> Generator[None, None, None]:
    """Read values inside the block leniently: undeclared values, variants and properties are kept."""
    token = LENIENT.set(True)
    try:
        yield
    finally:
        LENIENT.reset(token)
