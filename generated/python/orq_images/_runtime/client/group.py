# Typewright's runtime, copied as it is; its digest is a898aaac1c06720e.
"""The base of the classes that hold methods."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .engine import Engine


class Group:
    """A group of methods."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
