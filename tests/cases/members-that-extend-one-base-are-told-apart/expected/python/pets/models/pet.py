"""`Pet`, and the types inside it."""

from typing import Annotated, TypeAlias

from .._runtime import Tagged, Unrecognized
from .cat import Cat
from .dog import Dog

Pet: TypeAlias = Annotated[
    Cat | Dog | Unrecognized,
    Tagged("kind", {"Cat": Cat, "Dog": Dog}, certain=False, always=True),
]
"""Source: `#/components/schemas/Pet`"""
