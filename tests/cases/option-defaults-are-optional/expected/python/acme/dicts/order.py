"""Typed dictionaries that stand for the types of `models.order`."""

from __future__ import annotations

from typing import TypedDict


class OrderTypedDict(TypedDict):
    """Source: `#/components/schemas/Order`"""

    item: str

    count: int
    """Default 1."""
