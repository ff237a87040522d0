"""The methods of `Engine`, with their raw answers."""

from __future__ import annotations

from .._runtime.client.engine import Engine as _Engine
from .._runtime.client.raw import raw, raw_async, streaming, streaming_async
from ..engine import Engine


class EngineWithRawResponse:
    """The methods of `Engine`; each returns the answer beside its parsed content."""

    def __init__(self, engine: _Engine) -> None:
        self._engine = engine
        methods = Engine(engine.answering("raw"))
        self.start_engine = raw(methods.start_engine)
        self.start_engine_async = raw_async(methods.start_engine_async)


class EngineWithStreamingResponse:
    """The methods of `Engine`; each is a context manager around an answer that is not read yet."""

    def __init__(self, engine: _Engine) -> None:
        self._engine = engine
        methods = Engine(engine.answering("streaming"))
        self.start_engine = streaming(methods.start_engine)
        self.start_engine_async = streaming_async(methods.start_engine_async)
