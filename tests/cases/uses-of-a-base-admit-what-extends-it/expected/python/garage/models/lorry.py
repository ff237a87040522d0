"""`Lorry`, and the types inside it."""

from typing import Optional

from .._runtime import ResponseModel


class Lorry(ResponseModel):
    """A vehicle that can tow another one.

    Source: `#/components/schemas/Lorry`
    """

    kind: str

    plate: Optional[str] = None

    tows: "Optional[VehicleUnion]" = None
    """What hangs behind it."""


from .vehicleunion import VehicleUnion  # noqa: E402
