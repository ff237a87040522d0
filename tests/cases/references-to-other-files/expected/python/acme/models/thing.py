"""`thing`, and the types inside it."""

from .._runtime import Model
from .part import Part


class Thing(Model):
    """Source: `models/thing.yaml#`"""

    part: Part
