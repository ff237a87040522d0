"""`Dog`, and the types inside it."""

from typing import Annotated, Literal, TypeAlias

from .._runtime import Omissible, Open, ResponseModel, UNSET, UnrecognizedStr

Size: TypeAlias = Annotated[Literal["small", "large"] | UnrecognizedStr, Open()]
"""Source: `#/components/schemas/Dog/properties/size`"""


class Dog(ResponseModel):
    """Source: `#/components/schemas/Dog`"""

    kind: Literal["dog"]

    size: Omissible[Size] = UNSET
