"""`CreateAlbum`, and the types inside it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.absence import UNSET, Omissible
from .._runtime.base import Model
from .albumfilter import AlbumFilter


class CreateAlbum(Model):
    """What an album is made from."""

    title: Annotated[str, Field(max_length=40)]
    tags: Omissible[list[str]] = UNSET
    filter_: Annotated[Omissible[AlbumFilter], Field(alias="filter")] = UNSET
