"""`Priority`, and the types inside it."""

from typing import Annotated, Literal, TypeAlias

from .._runtime import Open, UnrecognizedStr

Priority: TypeAlias = Annotated[Literal["low", "high"] | UnrecognizedStr, Open()]
"""Travels both ways.

Source: `#/components/schemas/Priority`
"""
