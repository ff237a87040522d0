"""`Pet`, and the types inside it."""

from typing import Annotated, TypeAlias

from .._runtime import Tagged
from .cat import Cat
from .dog import Dog

Pet: TypeAlias = Annotated[
    Cat | Dog,
    Tagged("petType", {"Cat": Cat, "Dog": Dog}, attribute="pet_type", certain=False),
]
"""The names of the schemas are the values, and others are no fault.

Source: `#/components/schemas/Pet`
"""
