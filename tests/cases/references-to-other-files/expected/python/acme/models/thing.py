"""Types of the module `thing`."""

from .._runtime import Model
from .part import Part


class Thing(Model):
    """Source: `models/thing.yaml#`"""

    part: Part
