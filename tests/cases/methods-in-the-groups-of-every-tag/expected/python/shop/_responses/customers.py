"""The methods of `Customers`, with their raw answers."""

from __future__ import annotations

from .._runtime.client.engine import Engine
from .._runtime.client.raw import raw, raw_async, streaming, streaming_async
from ..customers import Customers


class CustomersWithRawResponse:
    """The methods of `Customers`; each returns the answer beside its parsed content."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        methods = Customers(engine.answering("raw"))
        self.getorder = raw(methods.getorder)
        self.getorder_async = raw_async(methods.getorder_async)
        self.listcustomers = raw(methods.listcustomers)
        self.listcustomers_async = raw_async(methods.listcustomers_async)


class CustomersWithStreamingResponse:
    """The methods of `Customers`; each is a context manager around an answer that is not read yet."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        methods = Customers(engine.answering("streaming"))
        self.getorder = streaming(methods.getorder)
        self.getorder_async = streaming_async(methods.getorder_async)
        self.listcustomers = streaming(methods.listcustomers)
        self.listcustomers_async = streaming_async(methods.listcustomers_async)
