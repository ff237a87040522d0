"""`State`, and the types inside it."""

from typing import Annotated, Literal, TypeAlias

from .._runtime import Open, UnrecognizedStr

State: TypeAlias = Annotated[
    Literal["open", "done"] | UnrecognizedStr, Open(always=True)
]
"""Travels in responses alone.

Source: `#/components/schemas/State`
"""
