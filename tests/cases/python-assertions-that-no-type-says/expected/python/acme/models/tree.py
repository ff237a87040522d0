"""`Tree`, and the types inside it."""

from typing import Annotated, ClassVar

from .._runtime import ArrayRule, Asserts, Model, Omissible, UNSET


class Tree(Model):
    """Source: `#/components/schemas/Tree`"""

    __asserts__: ClassVar = Asserts("#/components/schemas/Tree?rest")

    children: "Omissible[Annotated[list[Tree], ArrayRule(unique=True)]]" = UNSET
    """No two items equal."""
