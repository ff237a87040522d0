"""`Dog`, and the types inside it."""

from typing import Annotated, ClassVar, Optional

from pydantic import Field

from .._runtime import Asserts, Model


class Dog(Model):
    """An animal that barks.

    Source: `#/components/schemas/Dog`
    """

    __asserts__: ClassVar = Asserts("#/components/schemas/Dog?rest")

    name: str
    """What it is called."""

    legs: Annotated[int, Field(ge=0, le=4)]
    """At least 0, at most 4."""

    loud: Optional[bool] = None
