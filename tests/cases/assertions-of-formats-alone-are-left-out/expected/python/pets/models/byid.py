"""`ById`, and the types inside it."""

from typing import TypeAlias

ByID: TypeAlias = dict[str, int]
"""Source: `#/components/schemas/ById`"""
