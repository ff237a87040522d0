"""The groups of `AcmePhotos`, with their raw answers."""

from __future__ import annotations

from functools import cached_property

from .._runtime.client.engine import Engine
from .albums import AlbumsWithRawResponse, AlbumsWithStreamingResponse
from .chat import ChatWithRawResponse, ChatWithStreamingResponse
from .photos import PhotosWithRawResponse, PhotosWithStreamingResponse


class AcmePhotosWithRawResponse:
    """The groups of `AcmePhotos`; each method returns the answer beside its parsed content."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @cached_property
    def albums(self) -> AlbumsWithRawResponse:
        """Albums hold photos."""
        return AlbumsWithRawResponse(self._engine)

    @cached_property
    def chat(self) -> ChatWithRawResponse:
        """Questions about photos, answered by a model."""
        return ChatWithRawResponse(self._engine)

    @cached_property
    def photos(self) -> PhotosWithRawResponse:
        """Photos, from upload to removal."""
        return PhotosWithRawResponse(self._engine)


class AcmePhotosWithStreamingResponse:
    """The groups of `AcmePhotos`; each method is a context manager around an answer that is not read yet."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @cached_property
    def albums(self) -> AlbumsWithStreamingResponse:
        """Albums hold photos."""
        return AlbumsWithStreamingResponse(self._engine)

    @cached_property
    def chat(self) -> ChatWithStreamingResponse:
        """Questions about photos, answered by a model."""
        return ChatWithStreamingResponse(self._engine)

    @cached_property
    def photos(self) -> PhotosWithStreamingResponse:
        """Photos, from upload to removal."""
        return PhotosWithStreamingResponse(self._engine)
