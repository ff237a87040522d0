"""`Slot`, and the types inside it."""

from typing import Annotated, Literal, Optional, TypeAlias

from .._runtime import Open, ResponseModel, UnrecognizedStr

State: TypeAlias = Annotated[
    Literal["free", "taken"] | UnrecognizedStr, Open(always=True)
]
"""Source: `#/components/schemas/Slot/properties/state`"""


class Slot(ResponseModel):
    """Source: `#/components/schemas/Slot`"""

    state: Optional[State] = None
