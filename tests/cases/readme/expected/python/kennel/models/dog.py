"""`Dog`, and the types inside it."""

from datetime import date
from typing import Annotated, Literal, Optional, TypeAlias

from pydantic import Field

from .._runtime import Open, OptionalNullable, ResponseModel, UNSET, UnrecognizedStr

Size: TypeAlias = Annotated[
    Literal["small", "medium", "large"] | UnrecognizedStr, Open()
]
"""Source: `#/components/schemas/Dog/properties/size`"""


class Dog(ResponseModel):
    """Source: `#/components/schemas/Dog`"""

    name: Annotated[str, Field(max_length=40)]
    """What it listens to.

    At most 40 characters.
    """

    born: Optional[date] = None
    """Format date."""

    size: Size = "medium"
    """Default "medium"."""

    nickname: OptionalNullable[str] = UNSET
