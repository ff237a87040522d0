"""`Cat`, and the types inside it."""

from typing import ClassVar, Optional

from .._runtime import Asserts, Model


class Owner(Model):
    """Source: `#/components/schemas/Pet/properties/owner`"""

    phone: Optional[str] = None


class Cat(Model):
    """Of a closed component, and a closed part.

    Source: `#/components/schemas/Cat`
    """

    __asserts__: ClassVar = Asserts("#/components/schemas/Cat?rest")

    name: str

    owner: Optional[Owner] = None

    meow: str
