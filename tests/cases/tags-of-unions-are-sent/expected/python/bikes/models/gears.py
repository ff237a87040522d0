"""`Gears`, and the types inside it."""

from typing import ClassVar, Literal

from .._runtime import Model


class Gears(Model):
    """Source: `#/components/schemas/Gears`"""

    __sent__: ClassVar = ("kind",)

    kind: Literal["gears"] = "gears"
    """Default "gears"."""

    count: int
