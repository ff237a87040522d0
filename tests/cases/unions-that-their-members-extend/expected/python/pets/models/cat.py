"""`Cat`, and the types inside it."""

from typing import Optional

from .._runtime import ResponseModel


class Cat(ResponseModel):
    """Source: `#/components/schemas/Cat`"""

    kind: str

    name: Optional[str] = None

    claws: Optional[int] = None
