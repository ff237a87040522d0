"""The methods of `Acme`, with their raw answers."""

from __future__ import annotations

from functools import cached_property

from .._methods import AcmeMethods, AsyncAcmeMethods
from .._runtime.client.engine import Engine
from .._runtime.client.raw import raw, raw_async, streaming, streaming_async
from .jobs import (
    AsyncJobsWithRawResponse,
    AsyncJobsWithStreamingResponse,
    JobsWithRawResponse,
    JobsWithStreamingResponse,
)


class AcmeWithRawResponse:
    """The methods of `Acme`; each returns the answer beside its parsed content."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        methods = AcmeMethods(engine.answering("raw"))
        self.ping = raw(methods.ping)

    @cached_property
    def jobs(self) -> JobsWithRawResponse:
        """The methods of `jobs`."""
        return JobsWithRawResponse(self._engine)


class AcmeWithStreamingResponse:
    """The methods of `Acme`; each is a context manager around an answer that is not read yet."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        methods = AcmeMethods(engine.answering("streaming"))
        self.ping = streaming(methods.ping)

    @cached_property
    def jobs(self) -> JobsWithStreamingResponse:
        """The methods of `jobs`."""
        return JobsWithStreamingResponse(self._engine)


class AsyncAcmeWithRawResponse:
    """The methods of `Acme`; each returns the answer beside its parsed content."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        methods = AsyncAcmeMethods(engine.answering("raw"))
        self.ping = raw_async(methods.ping)

    @cached_property
    def jobs(self) -> AsyncJobsWithRawResponse:
        """The methods of `jobs`."""
        return AsyncJobsWithRawResponse(self._engine)


class AsyncAcmeWithStreamingResponse:
    """The methods of `Acme`; each is a context manager around an answer that is not read yet."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        methods = AsyncAcmeMethods(engine.answering("streaming"))
        self.ping = streaming_async(methods.ping)

    @cached_property
    def jobs(self) -> AsyncJobsWithStreamingResponse:
        """The methods of `jobs`."""
        return AsyncJobsWithStreamingResponse(self._engine)
