"""`Speed`, and the types inside it."""

from typing import Literal, TypeAlias

Speed: TypeAlias = Literal["slow", "fast"]
"""Travels in requests alone.

Source: `#/components/schemas/Speed`
"""
