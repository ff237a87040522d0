"""The methods of `Proxy`, with their raw answers."""

from __future__ import annotations

from .._runtime.client.engine import Engine
from .._runtime.client.raw import raw, raw_async, streaming, streaming_async
from ..proxy import Proxy


class ProxyWithRawResponse:
    """The methods of `Proxy`; each returns the answer beside its parsed content."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        methods = Proxy(engine.answering("raw"))
        self.chat_completions = raw(methods.chat_completions)
        self.chat_completions_async = raw_async(methods.chat_completions_async)
        self.images_generate = raw(methods.images_generate)
        self.images_generate_async = raw_async(methods.images_generate_async)
        self.images_edit = raw(methods.images_edit)
        self.images_edit_async = raw_async(methods.images_edit_async)
        self.images_variation = raw(methods.images_variation)
        self.images_variation_async = raw_async(methods.images_variation_async)


class ProxyWithStreamingResponse:
    """The methods of `Proxy`; each is a context manager around an answer that is not read yet."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        methods = Proxy(engine.answering("streaming"))
        self.chat_completions = streaming(methods.chat_completions)
        self.chat_completions_async = streaming_async(methods.chat_completions_async)
        self.images_generate = streaming(methods.images_generate)
        self.images_generate_async = streaming_async(methods.images_generate_async)
        self.images_edit = streaming(methods.images_edit)
        self.images_edit_async = streaming_async(methods.images_edit_async)
        self.images_variation = streaming(methods.images_variation)
        self.images_variation_async = streaming_async(methods.images_variation_async)
