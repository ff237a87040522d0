"""`Cat`, and the types inside it."""

from typing import ClassVar, Literal

from .._runtime import ResponseModel


class Cat(ResponseModel):
    """Source: `#/components/schemas/Cat`"""

    __closed__: ClassVar = True

    kind: Literal["cat"]
