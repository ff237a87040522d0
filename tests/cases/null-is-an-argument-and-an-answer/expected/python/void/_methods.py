"""The methods of `Void` that are in no group."""

from __future__ import annotations

from typing import Any, TYPE_CHECKING

from . import models
from ._runtime.absence import UNSET
from ._runtime.client.answers import JSONAnswer
from ._runtime.client.bodies import Body, JSONBody
from ._runtime.client.group import Group
from ._runtime.client.operation import Operation
from ._runtime.client.options import CallOptions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._runtime.absence import Unset
    from ._runtime.client.retry_config import RetryConfig

_PUT_VOID: Operation[None, None] = Operation(
    id="putVoid",
    method="PUT",
    path="/void",
    body=Body(
        (JSONBody(lambda: models.PutVoidRequestBody),),
        fields=("nothing", "anything", "more", "name"),
        nullable=(
            "nothing",
            "anything",
        ),
    ),
    answers=(JSONAnswer("200", lambda: None),),
)

_GET_VOID: Operation[str | None, str | None] = Operation(
    id="getVoid",
    method="GET",
    path="/void",
    answers=(JSONAnswer("200", lambda: str | None),),
)


class VoidMethods(Group):
    """The methods of `Void` that are in no group."""

    def put_void(
        self,
        *,
        nothing: None,
        anything: Any,
        more: None = None,
        name: str | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """PUT /void.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            res = v_client.put_void(nothing=None, anything="<value>")
        """
        return self._engine.call(
            _PUT_VOID,
            {"nothing": nothing, "anything": anything, "more": more, "name": name},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def put_void_async(
        self,
        *,
        nothing: None,
        anything: Any,
        more: None = None,
        name: str | None = None,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """PUT /void.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _PUT_VOID,
            {"nothing": nothing, "anything": anything, "more": more, "name": name},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def get_void(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> str | None:
        """GET /void.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            res = v_client.get_void()
        """
        return self._engine.call(
            _GET_VOID,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def get_void_async(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> str | None:
        """GET /void.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _GET_VOID,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
