"""`Choice`, and the types inside it."""

from typing import Annotated, TypeAlias

from .._runtime import Asserts, Model, Omissible, UNSET


class One(Model):
    """Source: `#/components/schemas/Choice/properties/next/allOf/1/oneOf/0`"""

    next: "Omissible[Next]" = UNSET

    left: Omissible[str] = UNSET


class Two(Model):
    """Source: `#/components/schemas/Choice/properties/next/allOf/1/oneOf/1`"""

    next: "Omissible[Next]" = UNSET

    right: Omissible[str] = UNSET


Next: TypeAlias = Annotated[
    One | Two, Asserts("#/components/schemas/Choice/properties/next?rest")
]
"""Source: `#/components/schemas/Choice/properties/next`"""


class Choice(Model):
    """Source: `#/components/schemas/Choice`"""

    next: Omissible[Next] = UNSET
