"""`Gears`, and the types inside it."""

from typing import Literal

from .._runtime import Model


class Gears(Model):
    """Source: `#/components/schemas/Gears`"""

    kind: Literal["gears"]
    """Default "gears"."""

    count: int
