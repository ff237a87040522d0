"""The methods of `OrqImageAPI`, with their raw answers."""

from __future__ import annotations

from functools import cached_property

from .._runtime.client.engine import Engine
from .proxy import ProxyWithRawResponse, ProxyWithStreamingResponse


class OrqImageAPIWithRawResponse:
    """The methods of `OrqImageAPI`; each returns the answer beside its parsed content."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @cached_property
    def proxy(self) -> ProxyWithRawResponse:
        """The methods of `proxy`."""
        return ProxyWithRawResponse(self._engine)


class OrqImageAPIWithStreamingResponse:
    """The methods of `OrqImageAPI`; each is a context manager around an answer that is not read yet."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @cached_property
    def proxy(self) -> ProxyWithStreamingResponse:
        """The methods of `proxy`."""
        return ProxyWithStreamingResponse(self._engine)
