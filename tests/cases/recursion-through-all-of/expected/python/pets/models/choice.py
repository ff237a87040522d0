"""`Choice`, and the types inside it."""

from typing import Annotated, Optional, TypeAlias

from .._runtime import Asserts, Model


class One(Model):
    """Source: `#/components/schemas/Choice/properties/next/allOf/1/oneOf/0`"""

    next: "Optional[Next]" = None

    left: Optional[str] = None


class Two(Model):
    """Source: `#/components/schemas/Choice/properties/next/allOf/1/oneOf/1`"""

    next: "Optional[Next]" = None

    right: Optional[str] = None


Next: TypeAlias = Annotated[
    One | Two, Asserts("#/components/schemas/Choice/properties/next?rest")
]
"""Source: `#/components/schemas/Choice/properties/next`"""


class Choice(Model):
    """Source: `#/components/schemas/Choice`"""

    next: Optional[Next] = None
