"""`Pigment`, and the types inside it."""

from typing import Optional

from .._runtime import Model
from .origin import Origin


class Pigment(Model):
    """Source: `#/components/schemas/Pigment`"""

    origin: Optional[Origin] = None
