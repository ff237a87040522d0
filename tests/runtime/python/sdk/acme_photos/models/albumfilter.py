"""`AlbumFilter`, and the types inside it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from .._runtime.absence import UNSET, Omissible
from .._runtime.base import Model


class AlbumFilter(Model):
    """Which photos an album gathers by itself."""

    taken_after: Annotated[Omissible[date], Field(alias="takenAfter")] = UNSET
    camera: Omissible[str] = UNSET
