"""The methods of `Albums`, with their raw answers."""

from __future__ import annotations

from .._runtime.client.engine import Engine
from .._runtime.client.raw import raw, raw_async, streaming, streaming_async
from ..albums import Albums


class AlbumsWithRawResponse:
    """The methods of `Albums`; each returns the answer beside its parsed content."""

    def __init__(self, engine: Engine) -> None:
        methods = Albums(engine.answering("raw"))
        self.create = raw(methods.create)
        self.create_async = raw_async(methods.create_async)
        self.get = raw(methods.get)
        self.get_async = raw_async(methods.get_async)
        self.list = raw(methods.list)
        self.list_async = raw_async(methods.list_async)
        self.delete = raw(methods.delete)
        self.delete_async = raw_async(methods.delete_async)


class AlbumsWithStreamingResponse:
    """The methods of `Albums`; each is a context manager around an answer that is not read yet."""

    def __init__(self, engine: Engine) -> None:
        methods = Albums(engine.answering("streaming"))
        self.create = streaming(methods.create)
        self.create_async = streaming_async(methods.create_async)
        self.get = streaming(methods.get)
        self.get_async = streaming_async(methods.get_async)
        self.list = streaming(methods.list)
        self.list_async = streaming_async(methods.list_async)
        self.delete = streaming(methods.delete)
        self.delete_async = streaming_async(methods.delete_async)
