"""`Pet`, and the types inside it."""

from typing import Annotated, TypeAlias

from .._runtime import Tagged
from .cat import Cat
from .dog import Dog

Pet: TypeAlias = Annotated[Cat | Dog, Tagged("kind", {"feline": Cat, "canine": Dog})]
"""Source: `#/components/schemas/Pet`"""
