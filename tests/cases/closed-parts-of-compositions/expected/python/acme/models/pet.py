"""`Pet`, and the types inside it."""

from typing import Optional

from .._runtime import Model


class PetOwner(Model):
    """Source: `#/components/schemas/Pet/properties/owner`"""

    phone: Optional[str] = None


class Pet(Model, extra="forbid"):
    """Source: `#/components/schemas/Pet`"""

    name: str

    owner: Optional[PetOwner] = None
