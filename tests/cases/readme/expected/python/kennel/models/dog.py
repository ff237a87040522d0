"""Types of the module `dog`."""

from typing import Annotated, Any, Literal, TypeAlias

from .._runtime import Date, Model, Omissible, StringRule, UNSET

Size: TypeAlias = Literal["small", "medium", "large"]
"""Source: `#/components/schemas/Dog/properties/size`"""


class Dog(Model):
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
