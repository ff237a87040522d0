"""The types of Pets."""

from __future__ import annotations

from typing import Literal, TypeAlias, Union
from dataclasses import dataclass


@dataclass(kw_only=True)
class Cat:
    """
    A cat.
    """

    pet_type: Literal["cat"]
    class_: str | None = None
    """
    Its breed.
    """
    weights: list[float] | None = None


Pet: TypeAlias = Union[Cat, "Dog"]


@dataclass(kw_only=True)
class Dog:
    pet_type: Literal["dog"]
    friend: Pet | None = None
