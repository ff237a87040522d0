"""`Dog`, and the types inside it."""

from typing import Annotated, Any, ClassVar

from .._runtime import Asserts, Boolean, Model, Omissible, UNSET


class Dog(Model):
    """An animal that barks.

    Source: `#/components/schemas/Dog`
    """

    __asserts__: ClassVar = Asserts("#/components/schemas/Dog?rest")

    name: str
    """What it is called."""

    legs: Annotated[Any, Asserts({"maximum": 4})]
    """At most 4."""

    loud: Omissible[Boolean] = UNSET
