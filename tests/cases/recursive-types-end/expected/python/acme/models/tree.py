"""`Tree`, and the types inside it."""

from typing import Optional

from .._runtime import Model


class Tree(Model):
    """Source: `#/components/schemas/Tree`"""

    label: str

    parent: "Optional[Tree]" = None

    children: "Optional[list[Tree]]" = None

    leaf: "Optional[Leaf]" = None


from .leaf import Leaf  # noqa: E402
