"""Runtime of orq_images, the same in every package."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar

_lenient: ContextVar[bool] = ContextVar("lenient", default=False)


def is_lenient() -> bool:
    """Whether what is read now comes from a server that may be ahead of this package."""
    return _lenient.get()


@contextmanager
def reading_leniently() -> Generator[None, None, None]:
    """Read what stands inside with everything kept that the package does not know: values, variants, properties."""
    token = _lenient.set(True)
    try:
        yield
    finally:
        _lenient.reset(token)
