"""`Booking`, and the types inside it."""

from typing import Literal, Optional, TypeAlias

from .._runtime import Model

Pays: TypeAlias = Literal["cash", "card"]
"""Source: `#/components/schemas/Booking/properties/pays`"""


class Booking(Model):
    """Source: `#/components/schemas/Booking`"""

    pays: Optional[Pays] = None
