"""`Dog`, and the types inside it."""

from typing import Literal

from .._runtime import Model, Omissible, UNSET


class Dog(Model):
    """Source: `#/components/schemas/Dog`"""

    kind: Literal["canine"]

    tricks: Omissible[list[str]] = UNSET
