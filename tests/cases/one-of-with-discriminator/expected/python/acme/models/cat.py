"""`Cat`, and the types inside it."""

from typing import Literal

from .._runtime import Model


class Cat(Model):
    """Source: `#/components/schemas/Cat`"""

    kind: Literal["feline"]

    lives: int = 9
    """Default 9."""
