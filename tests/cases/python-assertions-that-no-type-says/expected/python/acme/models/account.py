"""`Account`, and the types inside it."""

from typing import Optional

from .._runtime import Model


class Account(Model):
    """Source: `#/components/schemas/Account`"""

    iban: str

    note: Optional[str] = None
