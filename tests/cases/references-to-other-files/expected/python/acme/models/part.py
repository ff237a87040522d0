"""`Part`, and the types inside it."""

from .._runtime import Integer, Model, Omissible, UNSET


class Part(Model):
    """Source: `models/parts.json#/Part`"""

    size: Omissible[Integer] = UNSET
