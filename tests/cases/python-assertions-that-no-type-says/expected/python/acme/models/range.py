"""`Range`, and the types inside it."""

from typing import Annotated, Optional, TypeAlias

from pydantic import Field

from .._runtime import Asserts, Model


class One(Model):
    """Source: `#/components/schemas/Range/anyOf/0`"""

    from_: Annotated[int, Field(alias="from")]

    to: Optional[int] = None


class Two(Model):
    """Source: `#/components/schemas/Range/anyOf/1`"""

    from_: Annotated[Optional[int], Field(alias="from")] = None

    to: int


Range: TypeAlias = Annotated[
    One | Two, Asserts({"dependentRequired": {"from": ["to"]}})
]
"""Source: `#/components/schemas/Range`"""
