"""The methods of `customers`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import models
from ._runtime.absence import UNSET
from ._runtime.client.answers import EmptyAnswer, JSONAnswer
from ._runtime.client.group import Group
from ._runtime.client.operation import Operation, PathArgument
from ._runtime.client.options import CallOptions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._runtime.absence import Unset
    from ._runtime.client.retry_config import RetryConfig

_GETORDER: Operation[models.Order, models.Order] = Operation(
    id="getorder",
    method="GET",
    path="/orders/{id}",
    arguments=(PathArgument("id"),),
    answers=(JSONAnswer("200", lambda: models.Order),),
)

_LISTCUSTOMERS: Operation[None, None] = Operation(
    id="listcustomers", method="GET", path="/customers", answers=(EmptyAnswer("204"),)
)


class Customers(Group):
    """The methods of `customers`."""

    def getorder(
        self,
        *,
        id: str,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Order:
        """GET /orders/{id}.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            res = s_client.customers.getorder(id="<id>")
        """
        return self._engine.call(
            _GETORDER,
            {"id": id},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def getorder_async(
        self,
        *,
        id: str,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> models.Order:
        """GET /orders/{id}.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _GETORDER,
            {"id": id},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    def listcustomers(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """GET /customers.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.

        Example:
            s_client.customers.listcustomers()
        """
        return self._engine.call(
            _LISTCUSTOMERS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )

    async def listcustomers_async(
        self,
        *,
        retries: RetryConfig | None | Unset = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> None:
        """GET /customers.

        Args:
            retries: Which failures are tried again; else the client's rule.
            server_url: The URL to call, instead of the client's.
            timeout_ms: How many milliseconds an attempt may take.
            http_headers: Headers to send on top.

        Raises:
            models.APIError: The answer is an error.
        """
        return await self._engine.call_async(
            _LISTCUSTOMERS,
            {},
            CallOptions(retries, server_url, timeout_ms, http_headers),
        )
