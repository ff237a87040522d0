"""`Globals`, and the types inside it."""

from typing import Optional

from .._runtime import ResponseModel


class Globals(ResponseModel):
    """Source: `#/components/schemas/Globals`"""

    name: Optional[str] = None
