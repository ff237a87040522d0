"""The methods of `answers`."""

from __future__ import annotations

from builtins import list as _list
from typing import Literal, TYPE_CHECKING, overload

from typing_extensions import deprecated

from . import models
from ._runtime.absence import UNSET
from ._runtime.client.answers import EmptyAnswer, JSONAnswer
from ._runtime.client.bodies import Body, JSONBody
from ._runtime.client.event_stream import EventStream, EventStreamAsync, EventsAnswer
from ._runtime.client.group import Group
from ._runtime.client.json_lines import JSONLinesAnswer
from ._runtime.client.operation import Operation
from ._runtime.client.options import CallOptions
from ._runtime.client.stream import Stream, StreamAsync

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._runtime.absence import Unset
    from ._runtime.client.retry_config import RetryConfig

_LIST: Operation[_list[models.Answer], _list[models.Answer]] = Operation(
    id="list",
    method="GET",
    path="/answers",
    answers=(JSONAnswer("200", lambda: _list[models.Answer]),),
)

_ASK: Operation[
    models.Answer | EventStream[models.Answer],
    models.Answer | EventStreamAsync[models.Answer],
] = Operation(
    id="ask",
    method="POST",
    path="/answers",
    body=Body(
        (JSONBody(lambda: models.AskRequestBody),), fields=("question", "stream")
    ),
    answers=(
        JSONAnswer("200", lambda: models.Answer),
        EventsAnswer("200", lambda: models.Answer, flat=True),
    ),
    stream_argument="stream",
)

_ASK_IN_PARTS: Operation[
    models.Answer | EventStream[models.Answer],
    models.Answer | EventStreamAsync[models.Answer],
] = Operation(
    id="askInParts",
    method="POST",
    path="/streamed",
    body=Body(
        (JSONBody(lambda: models.AskInPartsRequestBody),), fields=("question", "stream")
    ),
    answers=(
        JSONAnswer("200", lambda: models.Answer),
        EventsAnswer("200", lambda: models.Answer, flat=True),
    ),
    stream_argument="stream",
)

_ASK_BY_DEFAULT: Operation[
    models.Answer | EventStream[models.Answer],
    models.Answer | EventStreamAsync[models.Answer],
] = Operation(
    id="askByDefault",
    method="POST",
    path="/streamed-by-default",
    body=Body(
        (JSONBody(lambda: models.AskByDefaultRequestBody),),
        fields=("question", "stream"),
    ),
    answers=(
        JSONAnswer("200", lambda: models.Answer),
        EventsAnswer("200", lambda: models.Answer, flat=True),
    ),
    stream_argument="stream",
    streams_by_default=True,
    deprecated="`ask_by_default` is deprecated.",
)

_NEXT: Operation[models.Answer | None, models.Answer | None] = Operation(
    id="next",
    method="GET",
    path="/next",
    answers=(
        JSONAnswer("200", lambda: models.Answer),
        EmptyAnswer("204"),
    ),
)

_ALL: Operation[Stream[models.AllResponseBody], StreamAsync[models.AllResponseBody]] = (
    Operation(
        id="all",
        method="GET",
        path="/all",
        answers=(
            JSONLinesAnswer("200", lambda: models.AllResponseBody, "application/jsonl"),
        ),
    )
)


class AnswersSDK(Group):
    """The methods of `answers`."""

    def list(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _list[models.Answer]:
        """GET /answers.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            res = a_client.answers.list()
        """
        return self._engine.call(
            _LIST,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def list_async(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> _list[models.Answer]:
        """GET /answers.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _LIST,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    @overload
    def ask(
        self,
        *,
        question: str,
        stream: Literal[False] | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Answer: ...

    @overload
    def ask(
        self,
        *,
        question: str,
        stream: Literal[True],
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> EventStream[models.Answer]: ...

    @overload
    def ask(
        self,
        *,
        question: str,
        stream: bool | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Answer | EventStream[models.Answer]: ...

    def ask(
        self,
        *,
        question: str,
        stream: bool | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Answer | EventStream[models.Answer]:
        """POST /answers.

        Args:
            stream: Default False.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            res = a_client.answers.ask(question="why", stream=False)
        """
        return self._engine.call(
            _ASK,
            {"question": question, "stream": stream},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    @overload
    async def ask_async(
        self,
        *,
        question: str,
        stream: Literal[False] | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Answer: ...

    @overload
    async def ask_async(
        self,
        *,
        question: str,
        stream: Literal[True],
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> EventStreamAsync[models.Answer]: ...

    @overload
    async def ask_async(
        self,
        *,
        question: str,
        stream: bool | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Answer | EventStreamAsync[models.Answer]: ...

    async def ask_async(
        self,
        *,
        question: str,
        stream: bool | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Answer | EventStreamAsync[models.Answer]:
        """POST /answers.

        Args:
            stream: Default False.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _ASK,
            {"question": question, "stream": stream},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    @overload
    def ask_in_parts(
        self,
        *,
        question: str,
        stream: Literal[False],
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Answer: ...

    @overload
    def ask_in_parts(
        self,
        *,
        question: str,
        stream: Literal[True],
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> EventStream[models.Answer]: ...

    @overload
    def ask_in_parts(
        self,
        *,
        question: str,
        stream: bool,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Answer | EventStream[models.Answer]: ...

    def ask_in_parts(
        self,
        *,
        question: str,
        stream: bool,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Answer | EventStream[models.Answer]:
        """POST /streamed.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            res = a_client.answers.ask_in_parts(question="why", stream=True)
        """
        return self._engine.call(
            _ASK_IN_PARTS,
            {"question": question, "stream": stream},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    @overload
    async def ask_in_parts_async(
        self,
        *,
        question: str,
        stream: Literal[False],
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Answer: ...

    @overload
    async def ask_in_parts_async(
        self,
        *,
        question: str,
        stream: Literal[True],
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> EventStreamAsync[models.Answer]: ...

    @overload
    async def ask_in_parts_async(
        self,
        *,
        question: str,
        stream: bool,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Answer | EventStreamAsync[models.Answer]: ...

    async def ask_in_parts_async(
        self,
        *,
        question: str,
        stream: bool,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Answer | EventStreamAsync[models.Answer]:
        """POST /streamed.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _ASK_IN_PARTS,
            {"question": question, "stream": stream},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    @overload
    def ask_by_default(
        self,
        *,
        question: str,
        stream: Literal[True] | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> EventStream[models.Answer]: ...

    @overload
    def ask_by_default(
        self,
        *,
        question: str,
        stream: Literal[False],
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Answer: ...

    @overload
    def ask_by_default(
        self,
        *,
        question: str,
        stream: bool | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Answer | EventStream[models.Answer]: ...

    @deprecated("`ask_by_default` is deprecated.", category=None)
    def ask_by_default(
        self,
        *,
        question: str,
        stream: bool | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Answer | EventStream[models.Answer]:
        """POST /streamed-by-default.

        Args:
            stream: Default True.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            res = a_client.answers.ask_by_default(question="why", stream=True)
        """
        return self._engine.call(
            _ASK_BY_DEFAULT,
            {"question": question, "stream": stream},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    @overload
    async def ask_by_default_async(
        self,
        *,
        question: str,
        stream: Literal[True] | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> EventStreamAsync[models.Answer]: ...

    @overload
    async def ask_by_default_async(
        self,
        *,
        question: str,
        stream: Literal[False],
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Answer: ...

    @overload
    async def ask_by_default_async(
        self,
        *,
        question: str,
        stream: bool | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Answer | EventStreamAsync[models.Answer]: ...

    @deprecated("`ask_by_default` is deprecated.", category=None)
    async def ask_by_default_async(
        self,
        *,
        question: str,
        stream: bool | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Answer | EventStreamAsync[models.Answer]:
        """POST /streamed-by-default.

        Args:
            stream: Default True.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _ASK_BY_DEFAULT,
            {"question": question, "stream": stream},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def next(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Answer | None:
        """GET /next.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            res = a_client.answers.next()
        """
        return self._engine.call(
            _NEXT,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def next_async(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Answer | None:
        """GET /next.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _NEXT,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def all(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> Stream[models.AllResponseBody]:
        """GET /all.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            res = a_client.answers.all()
        """
        return self._engine.call(
            _ALL,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def all_async(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> StreamAsync[models.AllResponseBody]:
        """GET /all.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _ALL,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
