"""`Card`, and the types inside it."""

from typing import Optional

from .._runtime import Model


class Card(Model):
    """Source: `#/components/schemas/Card`"""

    number: str

    note: Optional[str] = None
