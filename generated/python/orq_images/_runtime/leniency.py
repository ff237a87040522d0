# Typewright's runtime, copied as it is; its digest is 4b0fa8726d4177ff.
"""Whether values are read leniently, as answers of a server are."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar

LENIENT: ContextVar[bool] = ContextVar("lenient", default=False)
"""Whether what is read now comes from a server; set without a context manager where a microsecond counts."""


def is_lenient() -> bool:
    """Whether what is read now comes from a server that may be ahead of this package."""
    return LENIENT.get()


@contextmanager
def reading_leniently() -> Generator[None, None, None]:
    """Read what stands inside with everything kept that the package does not know: values, variants, properties."""
    token = LENIENT.set(True)
    try:
        yield
    finally:
        LENIENT.reset(token)
