"""`Dog`, and the types inside it."""

from typing import Annotated, Literal, Optional, TypeAlias

from .._runtime import Open, ResponseModel, UnrecognizedStr

Size: TypeAlias = Annotated[Literal["small", "large"] | UnrecognizedStr, Open()]
"""Source: `#/components/schemas/Dog/properties/size`"""


class Dog(ResponseModel):
    """Source: `#/components/schemas/Dog`"""

    kind: Literal["dog"]

    size: Optional[Size] = None
