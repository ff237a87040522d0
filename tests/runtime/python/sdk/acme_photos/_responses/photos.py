"""The methods of `Photos`, with their raw answers."""

from __future__ import annotations

from .._runtime.client.engine import Engine
from .._runtime.client.raw import raw, raw_async, streaming, streaming_async
from ..photos import Photos


class PhotosWithRawResponse:
    """The methods of `Photos`; each returns the answer beside its parsed content."""

    def __init__(self, engine: Engine) -> None:
        methods = Photos(engine.answering("raw"))
        self.upload = raw(methods.upload)
        self.upload_async = raw_async(methods.upload_async)
        self.download = raw(methods.download)
        self.download_async = raw_async(methods.download_async)


class PhotosWithStreamingResponse:
    """The methods of `Photos`; each is a context manager around an answer that is not read yet."""

    def __init__(self, engine: Engine) -> None:
        methods = Photos(engine.answering("streaming"))
        self.upload = streaming(methods.upload)
        self.upload_async = streaming_async(methods.upload_async)
        self.download = streaming(methods.download)
        self.download_async = streaming_async(methods.download_async)
