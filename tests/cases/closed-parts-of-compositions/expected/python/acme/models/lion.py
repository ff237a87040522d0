"""`Lion`, and the types inside it."""

from typing import Optional

from .._runtime import ResponseModel


class LionOwner(ResponseModel):
    """Source: `#/components/schemas/Pet/properties/owner`"""

    phone: Optional[str] = None


class Lion(ResponseModel):
    """Of a composition of closed parts, and properties beside it.

    Source: `#/components/schemas/Lion`
    """

    name: str

    owner: Optional[LionOwner] = None

    meow: str

    mane: Optional[bool] = None

    prides: Optional[int] = None
