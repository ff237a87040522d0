"""`Row`, and the types inside it."""

from typing import Annotated, Literal, Optional, TypeAlias

from pydantic import Field

from .._runtime import Open, OptionalNullable, ResponseModel, UNSET, UnrecognizedInt

Level: TypeAlias = Annotated[Literal[1, 2] | UnrecognizedInt, Open(always=True)]
"""Source: `#/components/schemas/Row/properties/level`"""


class Row(ResponseModel):
    """Source: `#/components/schemas/Row`"""

    count: int = 1000
    """Default 1000."""

    level: Optional[Level] = None

    version: Optional[Literal[3]] = None

    widths: list[int]

    id: OptionalNullable[Annotated[int, Field(multiple_of=2)]] = UNSET
    """A multiple of 2."""

    ratio: float = 1.0
    """Default 1.0."""
