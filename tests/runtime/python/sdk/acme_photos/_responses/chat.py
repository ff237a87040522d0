"""The methods of `Chat`, with their raw answers."""

from __future__ import annotations

from .._runtime.client.engine import Engine
from .._runtime.client.raw import raw, raw_async, streaming, streaming_async
from ..chat import Chat


class ChatWithRawResponse:
    """The methods of `Chat`; each returns the answer beside its parsed content."""

    def __init__(self, engine: Engine) -> None:
        methods = Chat(engine.answering("raw"))
        self.ask = raw(methods.ask)
        self.ask_async = raw_async(methods.ask_async)


class ChatWithStreamingResponse:
    """The methods of `Chat`; each is a context manager around an answer that is not read yet."""

    def __init__(self, engine: Engine) -> None:
        methods = Chat(engine.answering("streaming"))
        self.ask = streaming(methods.ask)
        self.ask_async = streaming_async(methods.ask_async)
