"""`Pet`, and the types inside it."""

from typing import Any, Optional

from .._runtime import OptionalNullable, ResponseModel, UNSET
from .tag import Tag


class Pet(ResponseModel):
    """Source: `#/components/schemas/Pet`"""

    owner: Any
    """Whose it is."""

    friend: OptionalNullable[Any] = UNSET

    tags: Optional[list[Tag]] = None

    name: Optional[str] = None
