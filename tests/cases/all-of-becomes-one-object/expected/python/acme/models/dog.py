"""`Dog`, and the types inside it."""

from typing import Annotated, Any, ClassVar, Optional

from .._runtime import Asserts, Model


class Dog(Model):
    """An animal that barks.

    Source: `#/components/schemas/Dog`
    """

    __asserts__: ClassVar = Asserts("#/components/schemas/Dog?rest")

    name: str
    """What it is called."""

    legs: Annotated[Any, Asserts({"maximum": 4})]
    """At most 4."""

    loud: Optional[bool] = None
