"""`Terrier`, and the types inside it."""

from typing import Optional

from .._runtime import ResponseModel


class Terrier(ResponseModel):
    """Source: `#/components/schemas/Terrier`"""

    kind: str

    name: Optional[str] = None

    bark: Optional[str] = None

    burrows: Optional[bool] = None
