"""Types of the module `dog`."""

from typing import Any

from .._runtime import Boolean, Model, Omissible, UNSET


class Dog(Model):
    """An animal that barks.

    Source: `#/components/schemas/Dog`
    """

    name: str
    """What it is called."""

    legs: Any
    """At most 4."""

    loud: Omissible[Boolean] = UNSET
