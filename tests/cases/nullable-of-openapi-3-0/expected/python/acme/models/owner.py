"""Types of the module `owner`."""

from .._runtime import Model, Omissible, UNSET


class Owner(Model):
    """Source: `#/components/schemas/Owner`"""

    name: Omissible[str] = UNSET
