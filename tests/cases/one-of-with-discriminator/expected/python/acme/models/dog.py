"""`Dog`, and the types inside it."""

from typing import Literal, Optional

from .._runtime import Model


class Dog(Model):
    """Source: `#/components/schemas/Dog`"""

    kind: Literal["canine"]

    tricks: Optional[list[str]] = None
