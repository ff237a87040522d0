"""`AlbumFilter`, and the types inside it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Optional

from pydantic import Field

from .._runtime.base import Model


class AlbumFilter(Model):
    """Which photos an album gathers by itself."""

    taken_after: Annotated[Optional[date], Field(alias="takenAfter")] = None
    camera: Optional[str] = None
