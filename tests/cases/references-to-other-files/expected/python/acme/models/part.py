"""`Part`, and the types inside it."""

from typing import Optional

from .._runtime import Model


class Part(Model):
    """Source: `models/parts.json#/Part`"""

    size: Optional[int] = None
