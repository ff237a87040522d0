"""Typed dictionaries that stand for the types of `models.booking`."""

from __future__ import annotations

from typing import Literal, TypedDict

from typing_extensions import NotRequired


class BookingTypedDict(TypedDict):
    """Source: `#/components/schemas/Booking`"""

    pays: NotRequired[Literal["cash", "card"]]
