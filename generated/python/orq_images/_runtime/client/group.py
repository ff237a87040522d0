# Typewright's runtime, copied as it is; its digest is 3b912fa9775a2a78.
"""The base of the classes that hold methods."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .engine import Engine


class Group:
    """Methods that belong together."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
