"""`Owner`, and the types inside it."""

from .._runtime import Model, Omissible, UNSET


class Owner(Model):
    """Source: `#/components/schemas/Owner`"""

    name: Omissible[str] = UNSET
