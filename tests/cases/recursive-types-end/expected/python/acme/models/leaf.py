"""`Leaf`, and the types inside it."""

from .._runtime import Model, Omissible, UNSET


class Leaf(Model):
    """Source: `#/components/schemas/Leaf`"""

    trees: "Omissible[dict[str, Tree]]" = UNSET


from .tree import Tree  # noqa: E402
