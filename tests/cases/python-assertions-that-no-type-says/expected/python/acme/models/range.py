"""`Range`, and the types inside it."""

from typing import Annotated, TypeAlias

from pydantic import Field

from .._runtime import Asserts, Integer, Model, Omissible, UNSET


class One(Model):
    """Source: `#/components/schemas/Range/anyOf/0`"""

    from_: Annotated[Integer, Field(alias="from")]

    to: Omissible[Integer] = UNSET


class Two(Model):
    """Source: `#/components/schemas/Range/anyOf/1`"""

    from_: Annotated[Omissible[Integer], Field(alias="from")] = UNSET

    to: Integer


Range: TypeAlias = Annotated[
    One | Two, Asserts({"dependentRequired": {"from": ["to"]}})
]
"""Source: `#/components/schemas/Range`"""
