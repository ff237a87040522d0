"""`CreateAlbum`, and the types inside it."""

from __future__ import annotations

from typing import Annotated, Optional

from pydantic import Field

from .._runtime.base import Model
from .albumfilter import AlbumFilter


class CreateAlbum(Model):
    """What an album is made from."""

    title: Annotated[str, Field(max_length=40)]
    tags: Optional[list[str]] = None
    filter_: Annotated[Optional[AlbumFilter], Field(alias="filter")] = None
