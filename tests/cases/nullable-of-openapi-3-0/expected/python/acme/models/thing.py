"""`Thing`, and the types inside it."""

from typing import Literal, TypeAlias

from .._runtime import Model, OptionalNullable, UNSET
from .owner import Owner

Colour: TypeAlias = Literal["red"]
"""Source: `#/components/schemas/Thing/properties/colour`"""


class Thing(Model):
    """Source: `#/components/schemas/Thing`"""

    name: OptionalNullable[str] = UNSET

    colour: OptionalNullable[Colour] = UNSET

    owner: OptionalNullable[Owner] = UNSET
