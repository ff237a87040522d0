"""`Dog`, and the types inside it."""

from typing import Optional

from .._runtime import ResponseModel


class DogOwner(ResponseModel):
    """Source: `#/components/schemas/Pet/properties/owner`"""

    phone: Optional[str] = None


class Dog(ResponseModel):
    """Closed itself, and refuses what it extends.

    Source: `#/components/schemas/Dog`
    """

    name: str

    owner: Optional[DogOwner] = None

    bark: Optional[str] = None
