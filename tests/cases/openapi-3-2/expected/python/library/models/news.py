"""`News`, and the types inside it."""

from typing import Annotated, TypeAlias

from .._runtime import Tagged, Unrecognized
from .arrival import Arrival
from .notice import Notice

News: TypeAlias = Annotated[
    Arrival | Notice | Unrecognized,
    Tagged("kind", {"arrival": Arrival}, default=Notice, always=True),
]
"""Source: `#/components/schemas/News`"""
