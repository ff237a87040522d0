"""`Leaf`, and the types inside it."""

from typing import Optional

from .._runtime import ResponseModel


class Leaf(ResponseModel):
    """Source: `#/components/schemas/Leaf`"""

    color: Optional[str] = None
