"""The methods of `words`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import models
from ._runtime.absence import UNSET
from ._runtime.client.event_stream import EventStream, EventStreamAsync, EventsAnswer
from ._runtime.client.group import Group
from ._runtime.client.operation import Operation
from ._runtime.client.options import CallOptions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._runtime.absence import Unset
    from ._runtime.client.retry_config import RetryConfig

_LIST_WORDS: Operation[EventStream[models.Word], EventStreamAsync[models.Word]] = (
    Operation(
        id="listWords",
        method="GET",
        path="/words",
        answers=(
            EventsAnswer("200", lambda: models.ListWordsResponseBody, part="data"),
        ),
    )
)

_LIST_CHANGES: Operation[
    EventStream[models.Word | str | None], EventStreamAsync[models.Word | str | None]
] = Operation(
    id="listChanges",
    method="GET",
    path="/changes",
    answers=(EventsAnswer("200", lambda: models.ListChangesResponseBody, part="data"),),
)


class Words(Group):
    """The methods of `words`."""

    def list_words(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> EventStream[models.Word]:
        """GET /words.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            res = a_client.words.list_words()
        """
        return self._engine.call(
            _LIST_WORDS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def list_words_async(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> EventStreamAsync[models.Word]:
        """GET /words.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _LIST_WORDS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def list_changes(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> EventStream[models.Word | str | None]:
        """GET /changes.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            res = a_client.words.list_changes()
        """
        return self._engine.call(
            _LIST_CHANGES,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def list_changes_async(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> EventStreamAsync[models.Word | str | None]:
        """GET /changes.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _LIST_CHANGES,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
