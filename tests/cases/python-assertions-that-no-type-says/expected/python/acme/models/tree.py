"""`Tree`, and the types inside it."""

from typing import Annotated, ClassVar, Optional

from .._runtime import Asserts, Model, UniqueItems


class Tree(Model):
    """Source: `#/components/schemas/Tree`"""

    __asserts__: ClassVar = Asserts("#/components/schemas/Tree?rest")

    children: "Optional[Annotated[list[Tree], UniqueItems()]]" = None
    """No two items equal."""
