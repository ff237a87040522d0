"""`AlbumList`, and the types inside it."""

from __future__ import annotations

from .._runtime.base import ResponseModel
from .album import Album


class AlbumList(ResponseModel):
    """A page of albums."""

    albums: list[Album]
    next_cursor: str | None = None
