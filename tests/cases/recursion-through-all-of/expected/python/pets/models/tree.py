"""`Tree`, and the types inside it."""

from .._runtime import Model, Omissible, UNSET


class Child(Model):
    """Source: `#/components/schemas/Tree/properties/child`"""

    name: Omissible[str] = UNSET

    child: "Omissible[Child]" = UNSET

    extra: Omissible[str] = UNSET


class Tree(Model):
    """Source: `#/components/schemas/Tree`"""

    name: Omissible[str] = UNSET

    child: Omissible[Child] = UNSET
