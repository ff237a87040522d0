"""`Address`, and the types inside it."""

from typing import Any, ClassVar, Literal, TypeAlias

from .._runtime import Asserts, Model, OptionalNullable, UNSET

Country: TypeAlias = Literal["CH", "US"]
"""Source: `#/components/schemas/Address/properties/country`"""


class Address(Model):
    """Source: `#/components/schemas/Address`"""

    __asserts__: ClassVar = Asserts("#/components/schemas/Address?rest")

    country: Country

    zip: OptionalNullable[Any] = UNSET

    plz: OptionalNullable[Any] = UNSET
