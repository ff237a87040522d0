"""`Tree`, and the types inside it."""

from typing import Annotated, ClassVar, Optional

from pydantic import Field

from .._runtime import Asserts, Model


class Tree(Model, extra="forbid"):
    """Nothing is refused, and nothing changed.

    Source: `#/components/schemas/Tree`
    """

    __open__: ClassVar = True

    __asserts__: ClassVar = Asserts("#/components/schemas/Tree?rest")

    color: Optional[str] = None

    x_height: Annotated[Optional[int], Field(alias="x-height")] = None
