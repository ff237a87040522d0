"""The methods of `Guild` that are in no group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import models, operations
from ._runtime.absence import UNSET
from ._runtime.client.answers import EmptyAnswer
from ._runtime.client.bodies import Body, JSONBody
from ._runtime.client.group import Group
from ._runtime.client.operation import Operation, PathArgument
from ._runtime.client.options import CallOptions
from ._runtime.client.request_object import RequestObject

if TYPE_CHECKING:
    from collections.abc import Mapping

    from . import dicts
    from ._runtime.absence import Unset
    from ._runtime.client.retry_config import RetryConfig

_CHANGE: Operation[None, None] = Operation(
    id="change",
    method="PUT",
    path="/members/{id}",
    arguments=(PathArgument("id"),),
    request=RequestObject("request", lambda: operations.ChangeRequest),
    body=Body((JSONBody(lambda: models.ChangeRequest),), argument="request_body"),
    answers=(EmptyAnswer("204"),),
)


class GuildMethods(Group):
    """The methods of `Guild` that are in no group."""

    def change(
        self,
        *,
        request: operations.ChangeRequest | dicts.OperationsChangeRequestTypedDict,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """PUT /members/{id}.

        Args:
            request: The request object to use for the request.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            g_client.change(request={"id": "<id>", "request_body": {"name": "<value>"}})
        """
        return self._engine.call(
            _CHANGE,
            {"request": request},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def change_async(
        self,
        *,
        request: operations.ChangeRequest | dicts.OperationsChangeRequestTypedDict,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """PUT /members/{id}.

        Args:
            request: The request object to use for the request.
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _CHANGE,
            {"request": request},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
