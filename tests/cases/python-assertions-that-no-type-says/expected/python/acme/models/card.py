"""`Card`, and the types inside it."""

from .._runtime import Model, Omissible, UNSET


class Card(Model):
    """Source: `#/components/schemas/Card`"""

    number: str

    note: Omissible[str] = UNSET
