"""`Leaf`, and the types inside it."""

from typing import Optional

from .._runtime import Model


class Leaf(Model):
    """Source: `#/components/schemas/Leaf`"""

    trees: "Optional[dict[str, Tree]]" = None


from .tree import Tree  # noqa: E402
