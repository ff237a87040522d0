"""The methods of `AnswersSDK`, with their raw answers."""

# Type checkers report the use of what is deprecated; here it is passed on alone.
# pyright: reportDeprecated=false

from __future__ import annotations

from .._runtime.client.engine import Engine
from .._runtime.client.raw import raw, raw_async, streaming, streaming_async
from ..answers_sdk import AnswersSDK


class AnswersSDKWithRawResponse:
    """The methods of `AnswersSDK`; each returns the answer beside its parsed content."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        methods = AnswersSDK(engine.answering("raw"))
        self.list = raw(methods.list)
        self.list_async = raw_async(methods.list_async)
        self.ask = raw(methods.ask)
        self.ask_async = raw_async(methods.ask_async)
        self.ask_in_parts = raw(methods.ask_in_parts)
        self.ask_in_parts_async = raw_async(methods.ask_in_parts_async)
        self.ask_by_default = raw(methods.ask_by_default)
        self.ask_by_default_async = raw_async(methods.ask_by_default_async)
        self.next = raw(methods.next)
        self.next_async = raw_async(methods.next_async)
        self.all = raw(methods.all)
        self.all_async = raw_async(methods.all_async)


class AnswersSDKWithStreamingResponse:
    """The methods of `AnswersSDK`; each is a context manager around an answer that is not read yet."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        methods = AnswersSDK(engine.answering("streaming"))
        self.list = streaming(methods.list)
        self.list_async = streaming_async(methods.list_async)
        self.ask = streaming(methods.ask)
        self.ask_async = streaming_async(methods.ask_async)
        self.ask_in_parts = streaming(methods.ask_in_parts)
        self.ask_in_parts_async = streaming_async(methods.ask_in_parts_async)
        self.ask_by_default = streaming(methods.ask_by_default)
        self.ask_by_default_async = streaming_async(methods.ask_by_default_async)
        self.next = streaming(methods.next)
        self.next_async = streaming_async(methods.next_async)
        self.all = streaming(methods.all)
        self.all_async = streaming_async(methods.all_async)
