"""`Tree`, and the types inside it."""

from .._runtime import Model, Omissible, UNSET


class Tree(Model):
    """Source: `#/components/schemas/Tree`"""

    label: str

    parent: "Omissible[Tree]" = UNSET

    children: "Omissible[list[Tree]]" = UNSET

    leaf: "Omissible[Leaf]" = UNSET


from .leaf import Leaf  # noqa: E402
