"""Questions about photos, answered by a model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, overload

from . import models
from ._runtime.absence import UNSET
from ._runtime.client.answers import JSONAnswer
from ._runtime.client.bodies import Body, JSONBody
from ._runtime.client.group import Group
from ._runtime.client.event_stream import EventsAnswer, EventStream, EventStreamAsync
from ._runtime.client.operation import Operation
from ._runtime.client.options import CallOptions
from ._runtime.client.retry_config import RetryConfig

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from . import dicts
    from ._runtime.absence import Unset

_ASK: Operation[
    models.ChatAnswer | EventStream[models.ChatEvent], models.ChatAnswer | EventStreamAsync[models.ChatEvent]
] = Operation(
    id="askAboutPhotos",
    method="POST",
    path="/chat",
    body=Body((JSONBody(lambda: models.ChatQuestion),), fields=("messages", "stream")),
    answers=(
        JSONAnswer("200", lambda: models.ChatAnswer),
        EventsAnswer("200", lambda: models.ChatEvent, sentinel="[DONE]"),
    ),
    stream_argument="stream",
)


class Chat(Group):
    """Questions about photos, answered by a model."""

    @overload
    def ask(
        self,
        *,
        messages: Sequence[models.Message | dicts.MessageTypedDict],
        stream: Literal[False] | None = None,
        retries: RetryConfig | Unset | None = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.ChatAnswer: ...

    @overload
    def ask(
        self,
        *,
        messages: Sequence[models.Message | dicts.MessageTypedDict],
        stream: Literal[True],
        retries: RetryConfig | Unset | None = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> EventStream[models.ChatEvent]: ...

    @overload
    def ask(
        self,
        *,
        messages: Sequence[models.Message | dicts.MessageTypedDict],
        stream: bool | None = None,
        retries: RetryConfig | Unset | None = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.ChatAnswer | EventStream[models.ChatEvent]: ...

    def ask(
        self,
        *,
        messages: Sequence[models.Message | dicts.MessageTypedDict],
        stream: bool | None = None,
        retries: RetryConfig | Unset | None = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.ChatAnswer | EventStream[models.ChatEvent]:
        """Ask about photos; with `stream=True` the answer comes piece by piece."""
        return self._engine.call(
            _ASK,
            {"messages": messages, "stream": stream},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    @overload
    async def ask_async(
        self,
        *,
        messages: Sequence[models.Message | dicts.MessageTypedDict],
        stream: Literal[False] | None = None,
        retries: RetryConfig | Unset | None = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.ChatAnswer: ...

    @overload
    async def ask_async(
        self,
        *,
        messages: Sequence[models.Message | dicts.MessageTypedDict],
        stream: Literal[True],
        retries: RetryConfig | Unset | None = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> EventStreamAsync[models.ChatEvent]: ...

    @overload
    async def ask_async(
        self,
        *,
        messages: Sequence[models.Message | dicts.MessageTypedDict],
        stream: bool | None = None,
        retries: RetryConfig | Unset | None = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.ChatAnswer | EventStreamAsync[models.ChatEvent]: ...

    async def ask_async(
        self,
        *,
        messages: Sequence[models.Message | dicts.MessageTypedDict],
        stream: bool | None = None,
        retries: RetryConfig | Unset | None = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.ChatAnswer | EventStreamAsync[models.ChatEvent]:
        """Ask about photos; `ask` says more."""
        return await self._engine.call_async(
            _ASK,
            {"messages": messages, "stream": stream},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
