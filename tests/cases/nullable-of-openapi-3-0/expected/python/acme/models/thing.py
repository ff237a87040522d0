"""`Thing`, and the types inside it."""

from typing import Literal, TypeAlias

from .._runtime import Model, Omissible, UNSET
from .owner import Owner

Colour: TypeAlias = Literal["red"]
"""Source: `#/components/schemas/Thing/properties/colour`"""


class Thing(Model):
    """Source: `#/components/schemas/Thing`"""

    name: Omissible[str | None] = UNSET

    colour: Omissible[Colour | None] = UNSET

    owner: Omissible[Owner | None] = UNSET
