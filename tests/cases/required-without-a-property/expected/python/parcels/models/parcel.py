"""`Parcel`, and the types inside it."""

from typing import Any, Optional

from .._runtime import ResponseModel
from .open import Open


class Parcel(ResponseModel):
    """Source: `#/components/schemas/Parcel`"""

    weight: int

    open: Optional[Open] = None

    sender: Any
