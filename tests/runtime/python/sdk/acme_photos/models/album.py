"""`Album`, and the types inside it."""

from __future__ import annotations

from datetime import datetime
from typing import Optional

from .._runtime.base import ResponseModel


class Album(ResponseModel):
    """A named collection of photos."""

    id: str
    title: str
    tags: list[str] = []
    created_at: Optional[datetime] = None
