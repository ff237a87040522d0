"""`Dog`, and the types inside it."""

from typing import Annotated, Literal, TypeAlias

from .._runtime import (
    Date,
    Omissible,
    Open,
    ResponseModel,
    StringRule,
    UNSET,
    UnrecognizedStr,
)

Size: TypeAlias = Annotated[
    Literal["small", "medium", "large"] | UnrecognizedStr, Open()
]
"""Source: `#/components/schemas/Dog/properties/size`"""


class Dog(ResponseModel):
    """Source: `#/components/schemas/Dog`"""

    name: Annotated[str, StringRule(max_length=40)]
    """What it listens to.

    At most 40 characters.
    """

    born: Omissible[Date] = UNSET
    """Format date."""

    size: Size = "medium"
    """Default "medium"."""

    nickname: Omissible[str | None] = UNSET
