"""The methods of `Jobs`, with their raw answers."""

from __future__ import annotations

from .._runtime.client.engine import Engine
from .._runtime.client.raw import raw, raw_async, streaming, streaming_async
from ..jobs import AsyncJobs, Jobs


class JobsWithRawResponse:
    """The methods of `Jobs`; each returns the answer beside its parsed content."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        methods = Jobs(engine.answering("raw"))
        self.list_jobs = raw(methods.list_jobs)


class JobsWithStreamingResponse:
    """The methods of `Jobs`; each is a context manager around an answer that is not read yet."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        methods = Jobs(engine.answering("streaming"))
        self.list_jobs = streaming(methods.list_jobs)


class AsyncJobsWithRawResponse:
    """The methods of `Jobs`; each returns the answer beside its parsed content."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        methods = AsyncJobs(engine.answering("raw"))
        self.list_jobs = raw_async(methods.list_jobs)


class AsyncJobsWithStreamingResponse:
    """The methods of `Jobs`; each is a context manager around an answer that is not read yet."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        methods = AsyncJobs(engine.answering("streaming"))
        self.list_jobs = streaming_async(methods.list_jobs)
