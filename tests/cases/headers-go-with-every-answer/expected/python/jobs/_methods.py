"""The methods of `Jobs` that are in no group."""

from __future__ import annotations

from typing import Literal, TYPE_CHECKING, overload

from . import models
from ._runtime.absence import UNSET
from ._runtime.client.answers import EmptyAnswer, JSONAnswer
from ._runtime.client.binary import BinaryAnswer, BinaryStream, BinaryStreamAsync
from ._runtime.client.bodies import Body, JSONBody
from ._runtime.client.envelopes import HeadersEnvelope
from ._runtime.client.event_stream import EventStream, EventStreamAsync, EventsAnswer
from ._runtime.client.group import Group
from ._runtime.client.operation import Operation
from ._runtime.client.options import CallOptions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._runtime.absence import Unset
    from ._runtime.client.retry_config import RetryConfig

_START_JOB: Operation[models.StartJobResponse, models.StartJobResponse] = Operation(
    id="startJob",
    method="POST",
    path="/jobs",
    answers=(
        JSONAnswer(
            "200",
            lambda: models.StartJobResponseBody,
            envelope=HeadersEnvelope(lambda: models.StartJobResponse),
        ),
        EmptyAnswer("202", envelope=HeadersEnvelope(lambda: models.StartJobResponse)),
    ),
)

_GET_REPORT: Operation[
    models.GetReportResponse[BinaryStream], models.GetReportResponse[BinaryStreamAsync]
] = Operation(
    id="getReport",
    method="GET",
    path="/report",
    answers=(
        BinaryAnswer(
            "200",
            "application/pdf",
            envelope=HeadersEnvelope(lambda: models.GetReportResponse),
        ),
    ),
)

_GET_EVENTS: Operation[
    models.GetEventsResponse[EventStream[models.GetEventsResponseBody]],
    models.GetEventsResponse[EventStreamAsync[models.GetEventsResponseBody]],
] = Operation(
    id="getEvents",
    method="GET",
    path="/events",
    answers=(
        EventsAnswer(
            "200",
            lambda: models.GetEventsResponseBody,
            data="text",
            envelope=HeadersEnvelope(lambda: models.GetEventsResponse),
        ),
    ),
)

_ASK: Operation[
    models.AskResponse[models.AskResponseBody]
    | models.AskResponse[EventStream[models.AskResponseResponseBody]],
    models.AskResponse[models.AskResponseBody]
    | models.AskResponse[EventStreamAsync[models.AskResponseResponseBody]],
] = Operation(
    id="ask",
    method="POST",
    path="/questions",
    body=Body((JSONBody(lambda: models.AskRequestBody),), fields=("stream",)),
    answers=(
        JSONAnswer(
            "200",
            lambda: models.AskResponseBody,
            envelope=HeadersEnvelope(lambda: models.AskResponse),
        ),
        EventsAnswer(
            "200",
            lambda: models.AskResponseResponseBody,
            data="text",
            envelope=HeadersEnvelope(lambda: models.AskResponse),
        ),
    ),
    stream_argument="stream",
)


class JobsMethods(Group):
    """The methods of `Jobs` that are in no group."""

    def start_job(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.StartJobResponse:
        """POST /jobs.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            res = j_client.start_job()
        """
        return self._engine.call(
            _START_JOB,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def start_job_async(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.StartJobResponse:
        """POST /jobs.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _START_JOB,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def get_report(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.GetReportResponse[BinaryStream]:
        """GET /report.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            res = j_client.get_report()
        """
        return self._engine.call(
            _GET_REPORT,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def get_report_async(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.GetReportResponse[BinaryStreamAsync]:
        """GET /report.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _GET_REPORT,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def get_events(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.GetEventsResponse[EventStream[models.GetEventsResponseBody]]:
        """GET /events.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            res = j_client.get_events()
        """
        return self._engine.call(
            _GET_EVENTS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def get_events_async(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.GetEventsResponse[EventStreamAsync[models.GetEventsResponseBody]]:
        """GET /events.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _GET_EVENTS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    @overload
    def ask(
        self,
        *,
        stream: Literal[False] | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.AskResponse[models.AskResponseBody]: ...

    @overload
    def ask(
        self,
        *,
        stream: Literal[True],
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.AskResponse[EventStream[models.AskResponseResponseBody]]: ...

    @overload
    def ask(
        self,
        *,
        stream: bool | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> (
        models.AskResponse[models.AskResponseBody]
        | models.AskResponse[EventStream[models.AskResponseResponseBody]]
    ): ...

    def ask(
        self,
        *,
        stream: bool | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> (
        models.AskResponse[models.AskResponseBody]
        | models.AskResponse[EventStream[models.AskResponseResponseBody]]
    ):
        """POST /questions.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            res = j_client.ask()
        """
        return self._engine.call(
            _ASK,
            {"stream": stream},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    @overload
    async def ask_async(
        self,
        *,
        stream: Literal[False] | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.AskResponse[models.AskResponseBody]: ...

    @overload
    async def ask_async(
        self,
        *,
        stream: Literal[True],
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.AskResponse[EventStreamAsync[models.AskResponseResponseBody]]: ...

    @overload
    async def ask_async(
        self,
        *,
        stream: bool | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> (
        models.AskResponse[models.AskResponseBody]
        | models.AskResponse[EventStreamAsync[models.AskResponseResponseBody]]
    ): ...

    async def ask_async(
        self,
        *,
        stream: bool | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> (
        models.AskResponse[models.AskResponseBody]
        | models.AskResponse[EventStreamAsync[models.AskResponseResponseBody]]
    ):
        """POST /questions.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _ASK,
            {"stream": stream},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
