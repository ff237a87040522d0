"""`Gap`, and the types inside it."""

from typing import Annotated, Literal, Optional, TypeAlias

from .._runtime import Open, ResponseModel, UnrecognizedStr

Why: TypeAlias = Annotated[
    Literal["tide", "storm"] | UnrecognizedStr, Open(always=True)
]
"""Source: `#/components/schemas/Gap/properties/why`"""


class Gap(ResponseModel):
    """Source: `#/components/schemas/Gap`"""

    why: Optional[Why] = None
