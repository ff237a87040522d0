"""`Account`, and the types inside it."""

from .._runtime import Model, Omissible, UNSET


class Account(Model):
    """Source: `#/components/schemas/Account`"""

    iban: str

    note: Omissible[str] = UNSET
